// What the window asks about reminders: the list, how many are due, what a person does to them, and what the platform can do.
import type { Clock } from "../../../shared/clock.ts";
import type { Handlers } from "../../../shared/ipc/contract.ts";
import type { DesktopState, DueReminders, ReminderList } from "../../../shared/ipc/reminders.ts";
import { FailureError } from "../../../shared/model/failure.ts";
import { markDone, reopen, snooze } from "../../lifecycle/reminders/memory.ts";
import type { ReminderMemoryStore } from "../../store/reminder-memory.ts";

export interface ReminderDeps {
  readonly clock: Pick<Clock, "today">;
  readonly reminders: {
    /** Plans anew, which also tells what is new. */
    readonly look: () => Promise<ReminderList>;
    readonly due: () => DueReminders;
    readonly memory: Pick<ReminderMemoryStore, "change">;
    /** Something was done to reminders. */
    readonly changed: () => void;
    /** Shows a sample notification; throws FailureError where the system takes none. */
    readonly sample: () => void;
    readonly desktop: () => Promise<DesktopState>;
  };
}

type ReminderHandlers = Pick<
  Handlers<AbortSignal>,
  | "reminders.list"
  | "reminders.due"
  | "reminders.snooze"
  | "reminders.done"
  | "reminders.undo"
  | "reminders.sample"
  | "desktop.state"
>;

/** The handlers of these channels. They throw FailureError. */
export function reminderHandlers({ clock, reminders }: ReminderDeps): ReminderHandlers {
  const { look, due, memory, changed, sample, desktop } = reminders;
  return {
    "reminders.list": look,
    "reminders.due": async () => due(),
    "reminders.snooze": async ({ ids, until }) => {
      if (until <= clock.today()) {
        throw new FailureError({ kind: "usage", cause: "a reminder is put off until a day after today" });
      }
      await memory.change((kept) => snooze(kept, ids, until));
      changed();
      return null;
    },
    "reminders.done": async ({ ids }) => {
      await memory.change((kept) => markDone(kept, ids, clock.today()));
      changed();
      return null;
    },
    "reminders.undo": async ({ ids }) => {
      await memory.change((kept) => reopen(kept, ids));
      changed();
      return null;
    },
    "reminders.sample": async () => {
      sample();
      return null;
    },
    "desktop.state": desktop,
  };
}
