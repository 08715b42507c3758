// The plan of reminders as the app makes it: everything that it rests on read anew, each file by itself, so that one that is at
// fault silences nothing but its own dates, and is told.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { ReminderList } from "../../shared/ipc/reminders.ts";
import type { RuleSet } from "../../shared/model/control.ts";
import { type Failure, failureOf } from "../../shared/model/failure.ts";
import type { LifecycleData } from "../../shared/model/lifecycle.ts";
import type { ReminderNotice } from "../../shared/model/reminder.ts";
import type { Settings } from "../../shared/settings.ts";
import { loadEntitlementsIfThere } from "../data/entitlements.ts";
import { loadWaiversIfThere } from "../data/waivers.ts";
import { gatherReminders, signingCertificates } from "../reminders.ts";
import type { AuditStore } from "../store/audits.ts";
import type { Home } from "../store/home.ts";
import type { ReminderMemoryStore } from "../store/reminder-memory.ts";

export interface PlanDeps {
  readonly files: Pick<Home, "waivers" | "entitlements" | "keys">;
  readonly store: Pick<AuditStore, "runs" | "lifecycleFacts">;
  readonly rules: readonly RuleSet[];
  /** As it is now: a refresh brings other days. */
  readonly lifecycle: () => LifecycleData;
  /** Takes up dates of one's own that were changed; throws FailureError where their file is at fault. */
  readonly fresh: () => Promise<void>;
  readonly settings: () => Settings;
  readonly memory: ReminderMemoryStore;
}

/** What the list shows, and what the system is to be asked to show. */
export interface DesktopPlan extends ReminderList {
  readonly notices: readonly ReminderNotice[];
}

/** More names than these help nobody, and a message of the bridge stays small. */
const namedAtMost = 100;

/** Plans for a day. Throws FailureError where kept audits or the memory of reminders cannot be used at all. */
export async function planReminders(
  { files, store, rules, lifecycle, fresh, settings, memory }: PlanDeps,
  on: CalendarDay,
): Promise<DesktopPlan> {
  const failures: Failure[] = [];
  const orNull = async <T>(reading: Promise<T>): Promise<T | null> => {
    try {
      return await reading;
    } catch (error) {
      failures.push(failureOf(error));
      return null;
    }
  };
  await orNull(fresh());
  const waivers = await orNull(loadWaiversIfThere(files.waivers, rules));
  const entitlements = await orNull(loadEntitlementsIfThere(files.entitlements));
  const keys = await signingCertificates(files.keys);
  const gathered = await gatherReminders({
    store,
    data: lifecycle(),
    entitlements,
    waivers,
    rules,
    certificate: keys.certificates,
    settings: settings(),
    memory,
    on,
  });
  const { reminders, notices, corrections, images, undated, unread, setAside } = gathered;
  return {
    on,
    reminders: [...reminders],
    notices,
    corrections: [...corrections],
    images,
    undated: undated.slice(0, namedAtMost),
    undatedCount: undated.length,
    unread: unread.slice(0, namedAtMost),
    unreadCount: unread.length,
    failures: [...failures, ...keys.failures],
    ...(setAside === null ? {} : { setAside }),
  };
}
