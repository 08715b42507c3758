// When reminders are planned while the app runs: at the start, when something they rest on has changed, and when the day
// has. Sleep stretches timers and clocks are set, so no timer is trusted for more than an hour: it only asks which day it is.
import type { CalendarDay } from "../../shared/calendar-day.ts";

export interface WatchPorts<Plan extends { readonly on: CalendarDay }> {
  /** The local calendar day, and the instant, in the zone of this machine as it is set now. */
  readonly today: () => CalendarDay;
  readonly instant: () => Date;
  /** Calls `run` once after so many milliseconds; the function it returns prevents that. */
  readonly after: (ms: number, run: () => void) => () => void;
  readonly plan: (on: CalendarDay) => Promise<Plan>;
  /** Shows what is new; that a reminder is told once is for the memory behind this port to know. */
  readonly tell: (plan: Plan) => Promise<void>;
  /** Hears of every plan. */
  readonly planned: (plan: Plan) => void;
  /** Hears why nothing was planned, or nothing told; it is tried again with the next tick. */
  readonly failed: (error: unknown) => void;
}

export interface ReminderWatch<Plan> {
  /** Plans for the first time, and watches the day from then on. */
  start(): void;
  /** The plan that is being made, else a new one. Rejects when it cannot be planned. */
  current(): Promise<Plan>;
  /** Plans anew, from what is there now; several calls during a plan share the one after it. */
  changed(): void;
  /** Plans anew if the day is another than at the last plan, or that one failed: for a machine that woke, a clock that was set. */
  check(): void;
  stop(): void;
}

const hourMs = 3_600_000;

/** Nothing happens before `start`, unless a plan is asked for. */
export function watchReminders<Plan extends { readonly on: CalendarDay }>(
  ports: WatchPorts<Plan>,
): ReminderWatch<Plan> {
  let lastDay: CalendarDay | null = null;
  let isWatching = false;
  let disarm = (): void => undefined;
  let running: Promise<Plan> | null = null;
  let next: Promise<Plan> | null = null;

  function arm(): void {
    disarm();
    if (isWatching) disarm = ports.after(untilNextTick(ports.instant()), tick);
  }

  function tick(): void {
    check();
    arm();
  }

  function begin(): Promise<Plan> {
    const mine = run().finally(() => {
      running = null;
    });
    running = mine;
    return mine;
  }

  async function run(): Promise<Plan> {
    arm();
    try {
      const plan = await ports.plan(ports.today());
      lastDay = plan.on;
      ports.planned(plan);
      await tell(plan);
      return plan;
    } catch (error) {
      lastDay = null;
      ports.failed(error);
      throw error;
    }
  }

  async function tell(plan: Plan): Promise<void> {
    try {
      await ports.tell(plan);
    } catch (error) {
      lastDay = null;
      ports.failed(error);
    }
  }

  function anew(): Promise<Plan> {
    if (running === null) return begin();
    // What changed while a plan was being made may not be in it.
    next ??= running
      .then(
        () => undefined,
        () => undefined,
      )
      .then(() => {
        next = null;
        return begin();
      });
    return next;
  }

  function changed(): void {
    // `failed` has heard of it.
    anew().catch(() => undefined);
  }

  function check(): void {
    if (ports.today() !== lastDay) changed();
  }

  return {
    start() {
      isWatching = true;
      changed();
    },
    current: () => running ?? begin(),
    changed,
    check,
    stop() {
      isWatching = false;
      disarm();
    },
  };
}

/**
 * Milliseconds until the day is to be looked at again: just past the next local midnight, at most an hour. A midnight that a
 * clock change leaves out is the first instant of its day.
 */
export function untilNextTick(now: Date): number {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  // A second late: clocks that are nudged back at midnight would else find the old day and wait an hour.
  return Math.max(1000, Math.min(hourMs, midnight.getTime() - now.getTime() + 1000));
}
