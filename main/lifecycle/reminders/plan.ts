// From subjects with their ends to reminders with their state on a day, and to what is new. Pure: days only, so that zones,
// clock changes and sleep have nothing to move; what was told, snoozed or done is in the memory that comes in and goes out.
import type { CalendarDay } from "../../../shared/calendar-day.ts";
import { compareText } from "../../../shared/compare-text.ts";
import type { DateCorrection, Reminder, ReminderMemory, ReminderSubject } from "../../../shared/model/reminder.ts";
import { dueDay, leadsOf, type ReminderSettings } from "./leads.ts";
import { reminderId } from "./reminder-id.ts";

/** Corrections that are kept, the newest. */
const keptCorrections = 500;
/** Ends that are remembered, those of subjects that are gone included. */
const keptEnds = 20_000;

export interface ReminderPlan {
  /** By subject in the order of their ends, within one the longest lead first. */
  readonly reminders: Reminder[];
  /** What is to be kept: the ends as they are now, corrections, the day. Nothing is marked as told. */
  readonly memory: ReminderMemory;
  /** Due, and neither told nor snoozed nor done: for the operating system to show. */
  readonly news: Reminder[];
}

/**
 * Plans every (subject, lead). Of the leads that have come due, the shortest is the one that is due; the others are passed.
 * The last of them stays due past the end, until somebody says done.
 */
export function planReminders(
  subjects: readonly ReminderSubject[],
  settings: ReminderSettings,
  memory: ReminderMemory,
  on: CalendarDay,
): ReminderPlan {
  const ordered = [...subjects].sort((a, b) => compareText(a.end, b.end) || compareText(a.id, b.id));
  const reminders = ordered.flatMap((subject) => remindersOf(subject, leadsOf(subject, settings), memory, on));
  const moved = ordered.flatMap((subject) => correctionOf(subject, memory, on));
  return {
    reminders,
    memory: {
      ...memory,
      ends: endsOf(ordered, memory),
      corrections: moved.length === 0 ? memory.corrections : [...memory.corrections, ...moved].slice(-keptCorrections),
      lastPlanned: on,
    },
    news: reminders.filter(({ state, notified }) => state === "due" && notified === undefined),
  };
}

function remindersOf(
  subject: ReminderSubject,
  leads: readonly number[],
  memory: ReminderMemory,
  on: CalendarDay,
): Reminder[] {
  const planned = leads.map((lead) => ({
    id: reminderId(subject.id, lead, subject.end),
    lead,
    due: dueDay(subject.end, lead),
  }));
  const current = planned.filter(({ due }) => due <= on).at(-1);
  return planned.map(({ id, lead, due }) => {
    const done = memory.done[id];
    const snoozedUntil = memory.snoozed[id];
    const notified = memory.notified[id];
    const state = stateOf({ isDone: done !== undefined, isCurrent: id === current?.id, snoozedUntil, due }, on);
    return {
      id,
      subject,
      lead,
      due,
      state,
      ...(state === "snoozed" && snoozedUntil !== undefined ? { snoozedUntil } : {}),
      ...(notified === undefined ? {} : { notified }),
      ...(done === undefined ? {} : { done }),
    };
  });
}

function stateOf(
  reminder: { isDone: boolean; isCurrent: boolean; snoozedUntil: CalendarDay | undefined; due: CalendarDay },
  on: CalendarDay,
): Reminder["state"] {
  if (reminder.isDone) return "done";
  if (reminder.due > on) return "upcoming";
  if (!reminder.isCurrent) return "passed";
  return reminder.snoozedUntil !== undefined && reminder.snoozedUntil > on ? "snoozed" : "due";
}

/** A subject that is gone keeps its end, to be compared when it comes back, for as long as there are not too many. */
function endsOf(subjects: readonly ReminderSubject[], { ends }: ReminderMemory): ReminderMemory["ends"] {
  const now = subjects.filter(isCorrected).map(({ id, end }) => [id, end] as const);
  const all = { ...ends, ...Object.fromEntries(now) };
  return Object.keys(all).length <= keptEnds ? all : Object.fromEntries(now);
}

/** A new audit moves the end of its freshness by itself; every other end that moves is a correction of somebody's date. */
function isCorrected({ kind }: ReminderSubject): boolean {
  return kind !== "stale-audit";
}

function correctionOf(subject: ReminderSubject, { ends }: ReminderMemory, on: CalendarDay): DateCorrection[] {
  const { id, label, end } = subject;
  const before = ends[id];
  if (before === undefined || before === end || !isCorrected(subject)) return [];
  return [{ subject: id, label, from: before, to: end, on }];
}
