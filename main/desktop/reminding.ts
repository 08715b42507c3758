// Reminders in the app, put together: the watch that plans, the notifications that tell, the counts beside the list and in the
// tray, the start at login. What the platform offers comes in through ports.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { DesktopState, DueReminders } from "../../shared/ipc/reminders.ts";
import { failureOf } from "../../shared/model/failure.ts";
import type { Language } from "../../shared/model/phrase.ts";
import type { Settings } from "../../shared/settings.ts";
import { sayFailure } from "../../shared/wording/failure.ts";
import type { AuditStore } from "../store/audits.ts";
import type { ReminderDeps } from "./ipc/reminder-handlers.ts";
import type { LoginItem } from "./login-item.ts";
import { sampleText } from "./notification-text.ts";
import type { Notifier } from "./notifications.ts";
import { type DesktopPlan, type PlanDeps, planReminders } from "./plan-reminders.ts";
import { type WatchPorts, watchReminders } from "./reminder-watch.ts";
import { reminderTeller } from "./tell-reminders.ts";
import type { AppTray } from "./tray.ts";

export interface RemindingDeps extends PlanDeps, Pick<WatchPorts<DesktopPlan>, "today" | "instant" | "after"> {
  readonly notifier: Notifier;
  readonly tray: AppTray;
  readonly login: LoginItem;
  readonly language: () => Language;
  /** Tells the window. */
  readonly notify: (due: DueReminders) => void;
  readonly report: (line: string) => void;
}

export interface Reminding {
  readonly handlers: ReminderDeps["reminders"];
  /** To be called once the window is there. */
  start(): void;
  /** Something that reminders rest on has changed. */
  changed(): void;
  /** The day may have changed. */
  check(): void;
  settingsChanged(settings: Settings): void;
  /** The store, after whose keeping of a run everything is planned anew. */
  afterKeeping(store: AuditStore): AuditStore;
  stop(): void;
}

/** Shows the tray, if it is wanted, at once; plans nothing before `start`. */
export function remind(deps: RemindingDeps): Reminding {
  const { memory, notifier, tray, login, language, notify, report } = deps;
  let due: DueReminders = { due: null };
  let settings = deps.settings();
  let loginChange: Promise<unknown> = Promise.resolve();

  function say(now: DueReminders): void {
    due = now;
    tray.say(now.due, language());
    notify(now);
  }

  const watch = watchReminders<DesktopPlan>({
    today: deps.today,
    instant: deps.instant,
    after: deps.after,
    plan: (on: CalendarDay) => planReminders(deps, on),
    tell: reminderTeller({ notifier, memory, language, isWanted: () => deps.settings().notifications }),
    planned: ({ reminders }) => say({ due: reminders.filter(({ state }) => state === "due").length }),
    failed: (error) => {
      const failure = failureOf(error);
      report(`reminders: ${sayFailure(failure)}`);
      say({ due: null, failure });
    },
  });

  async function desktop(): Promise<DesktopState> {
    // What was just asked of the system is answered first.
    await loginChange;
    const state = await login.state();
    return { notifications: notifier.isSupported(), tray: tray.state(), login: { ...state, ...loginFailure } };
  }
  let loginFailure: Pick<DesktopState["login"], "failure"> = {};

  tray.set(settings.tray);
  tray.say(null, language());
  return {
    handlers: {
      look: watch.current,
      due: () => due,
      memory,
      changed: watch.changed,
      sample: () => notifier.show(sampleText(deps.today(), language())),
      desktop,
    },
    start: watch.start,
    changed: watch.changed,
    check: watch.check,
    settingsChanged(now) {
      const before = settings;
      settings = now;
      tray.set(now.tray);
      tray.say(due.due, language());
      if (now.startAtLogin !== before.startAtLogin) {
        loginChange = loginChange.then(async () => {
          const { failure } = await login.set(now.startAtLogin);
          loginFailure = failure === undefined ? {} : { failure };
        });
      }
      if (planningOf(now) !== planningOf(before)) watch.changed();
    },
    afterKeeping: (store) => ({
      ...store,
      async keep(run) {
        const id = await store.keep(run);
        watch.changed();
        return id;
      },
    }),
    stop() {
      watch.stop();
      tray.set(false);
    },
  };
}

/** The settings that decide what is planned and told, as one text. */
function planningOf({ reminderLeads, componentLeads, auditAgeDays, notifications }: Settings): string {
  return JSON.stringify([reminderLeads, componentLeads, auditAgeDays, notifications]);
}
