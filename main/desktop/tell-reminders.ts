// Has the system show what is new in a plan, each reminder once. It is written down as told before it is shown: a machine that
// fails between the two loses a notification, never the reminder, which stays in the list; the other order would tell it twice.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { Language } from "../../shared/model/phrase.ts";
import type { ReminderNotice } from "../../shared/model/reminder.ts";
import { markNotified } from "../lifecycle/reminders/memory.ts";
import type { ReminderMemoryStore } from "../store/reminder-memory.ts";
import { notificationText } from "./notification-text.ts";
import type { Notifier } from "./notifications.ts";

export interface TellerDeps {
  readonly notifier: Notifier;
  readonly memory: Pick<ReminderMemoryStore, "change">;
  /** Whether the person wants notifications. */
  readonly isWanted: () => boolean;
  readonly language: () => Language;
}

/** One notification a notice; those that are not wanted, or that the system would not take, stay untold. */
export function reminderTeller({ notifier, memory, isWanted, language }: TellerDeps) {
  return async ({
    notices,
    on,
  }: {
    readonly notices: readonly ReminderNotice[];
    readonly on: CalendarDay;
  }): Promise<void> => {
    if (notices.length === 0 || !isWanted() || !notifier.isSupported()) return;
    // The command line may have told some since they were planned.
    const told = new Set<string>();
    await memory.change((kept) => {
      const ids = notices.flatMap((notice) => notice.ids);
      for (const id of ids) if (Object.hasOwn(kept.notified, id)) told.add(id);
      return markNotified(kept, ids, on);
    });
    for (const notice of notices) {
      if (notice.ids.every((id) => told.has(id))) continue;
      notifier.show(notificationText(notice, on, language()));
    }
  };
}
