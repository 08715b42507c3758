// What people and the operating system did to reminders: told, snoozed, done, reopened. Each step gives a new memory.
import type { CalendarDay } from "../../../shared/calendar-day.ts";
import type { ReminderMemory } from "../../../shared/model/reminder.ts";

/** Days that are kept of each kind; beyond, those of the earliest days are forgotten. A thousand images need a few hundred a year. */
const kept = 50_000;

/** Puts reminders off: due again on `until`. One that was done is open again. */
export function snooze(memory: ReminderMemory, ids: readonly string[], until: CalendarDay): ReminderMemory {
  return { ...memory, snoozed: withDays(memory.snoozed, ids, until), done: without(memory.done, ids) };
}

/** Says that reminders were dealt with on this day. */
export function markDone(memory: ReminderMemory, ids: readonly string[], on: CalendarDay): ReminderMemory {
  return { ...memory, done: withDays(memory.done, ids, on), snoozed: without(memory.snoozed, ids) };
}

/** Takes `snooze` and `markDone` back. What was told stays told. */
export function reopen(memory: ReminderMemory, ids: readonly string[]): ReminderMemory {
  return { ...memory, done: without(memory.done, ids), snoozed: without(memory.snoozed, ids) };
}

/** Says that reminders were shown on this day; of one that was shown before, the first day stays. */
export function markNotified(memory: ReminderMemory, ids: readonly string[], on: CalendarDay): ReminderMemory {
  const fresh = ids.filter((id) => !Object.hasOwn(memory.notified, id));
  return { ...memory, notified: withDays(memory.notified, fresh, on) };
}

type Days = ReminderMemory["done"];

function withDays(days: Days, ids: readonly string[], day: CalendarDay): Days {
  const all = { ...days, ...Object.fromEntries(ids.map((id) => [id, day])) };
  const entries = Object.entries(all);
  if (entries.length <= kept) return all;
  return Object.fromEntries(entries.sort(([, a], [, b]) => (a < b ? 1 : a > b ? -1 : 0)).slice(0, kept));
}

function without(days: Days, ids: readonly string[]): Days {
  const gone = new Set(ids);
  return Object.fromEntries(Object.entries(days).filter(([id]) => !gone.has(id)));
}
