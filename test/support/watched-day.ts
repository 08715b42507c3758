// A machine whose clock a test moves: time passes, the machine sleeps, somebody sets the clock; over it the real watch, the
// real plan and the real teller, with a memory that outlives the app.
import { type ReminderWatch, watchReminders } from "../../main/desktop/reminder-watch.ts";
import { reminderTeller } from "../../main/desktop/tell-reminders.ts";
import { summariseNews } from "../../main/lifecycle/reminders/notices.ts";
import { planReminders } from "../../main/lifecycle/reminders/plan.ts";
import { type CalendarDay, dayOf } from "../../shared/calendar-day.ts";
import {
  noReminderMemory,
  type Reminder,
  type ReminderMemory,
  type ReminderNotice,
  type ReminderSubject,
} from "../../shared/model/reminder.ts";
import { usual } from "./reminder-case.ts";

interface Plan {
  readonly on: CalendarDay;
  readonly reminders: readonly Reminder[];
  readonly notices: readonly ReminderNotice[];
}

export interface Machine {
  subjects: ReminderSubject[];
  wantsNotifications: boolean;
  takesNotifications: boolean;
  /** The next plan throws this. */
  breaks: Error | null;
  memory: ReminderMemory;
  /** The title of each notification, with the day on which it was shown. */
  readonly shown: string[];
  /** The day of each plan. */
  readonly plans: CalendarDay[];
  readonly failures: unknown[];
  watch(): ReminderWatch<Plan>;
  /** Lets time pass while the machine is awake. */
  pass(ms: number): Promise<void>;
  /** The machine sleeps: the clock goes on, timers do not. */
  sleep(ms: number): void;
  setClock(instant: string): void;
  instant(): Date;
  timers(): number;
  /** Lets everything that was begun come to its end. */
  settle(): Promise<void>;
  /** Starts the app: gives the watch that is running then. */
  boot(): Promise<ReminderWatch<Plan>>;
}

export const hour = 3_600_000;

/** A machine that is switched on at an instant (RFC 3339 with its offset). */
export function machine(start: string, subjects: ReminderSubject[]): Machine {
  let wall = Date.parse(start);
  let running = 0;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  const self: Machine = {
    subjects,
    wantsNotifications: true,
    takesNotifications: true,
    breaks: null,
    memory: noReminderMemory,
    shown: [],
    plans: [],
    failures: [],
    instant: () => new Date(wall),
    timers: () => timers.length,
    watch: () => {
      const today = () => dayOf(new Date(wall));
      const change = async (step: (memory: ReminderMemory) => ReminderMemory) => {
        self.memory = step(self.memory);
        return self.memory;
      };
      return watchReminders<Plan>({
        today,
        instant: () => new Date(wall),
        after: (ms, run) => {
          const timer = { at: running + ms, run };
          timers.push(timer);
          return () => {
            timers = timers.filter((other) => other !== timer);
          };
        },
        plan: async (on) => {
          await Promise.resolve();
          if (self.breaks !== null) {
            const error = self.breaks;
            self.breaks = null;
            throw error;
          }
          const before = self.memory;
          const { reminders, news, memory } = planReminders(self.subjects, usual, before, on);
          self.memory = memory;
          self.plans.push(on);
          return { on, reminders, notices: summariseNews(news, before, on) };
        },
        tell: async (plan) => {
          const tell = reminderTeller({
            notifier: {
              isSupported: () => self.takesNotifications,
              show: ({ title }) => void self.shown.push(`${today()} ${title}`),
            },
            memory: { change },
            isWanted: () => self.wantsNotifications,
            language: () => "en",
          });
          await tell(plan);
        },
        planned: () => undefined,
        failed: (error) => void self.failures.push(error),
      });
    },
    async pass(ms) {
      const end = running + ms;
      for (;;) {
        await self.settle();
        const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (next === undefined) break;
        timers = timers.filter((other) => other !== next);
        wall += next.at - running;
        running = next.at;
        next.run();
      }
      wall += end - running;
      running = end;
      await self.settle();
    },
    sleep(ms) {
      wall += ms;
    },
    setClock(instant) {
      wall = Date.parse(instant);
    },
    async settle() {
      for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    },
    async boot() {
      timers = [];
      const watch = self.watch();
      watch.start();
      await self.settle();
      return watch;
    },
  };
  return self;
}
