// Until when a component is covered: its own end, or a later window the user is entitled to.
import { type CalendarDay, daysBetween } from "./calendar-day.ts";
import type { LifecycleEntry } from "./model/lifecycle.ts";

/** Windows that count: the image or its user is entitled to them, and their days are no mere upper bound. */
function counted(entry: LifecycleEntry): LifecycleEntry["coverage"] {
  return entry.coverage.filter((window) => window.entitled && window.estimate !== true);
}

/** Cover that goes on with no end set: the source says `eol: false`, or a window that counts names no last day. */
function isOpenEnded(entry: LifecycleEntry): boolean {
  return entry.dates.eol === false || counted(entry).some((window) => window.until === null);
}

/**
 * The later of the component's own end and of the windows the user is entitled to; null where cover goes on with no end
 * set, and where none is dated (a boolean of the source is no date).
 */
export function lastCoveredDay(entry: LifecycleEntry): CalendarDay | null {
  if (isOpenEnded(entry)) return null;
  const ends = counted(entry).map((window) => window.until);
  if (typeof entry.dates.eol === "string") ends.push(entry.dates.eol);
  const dated = ends.filter((end): end is CalendarDay => end !== null).sort();
  return dated[dated.length - 1] ?? null;
}

/**
 * Whether the component is covered on `on`: a window that counts, general support included, holds that day. This, not
 * `entitled` alone, answers "are we covered": general support is open to everyone and so is `entitled` as well.
 */
export function isCoveredOn(entry: LifecycleEntry, on: CalendarDay): boolean {
  return counted(entry).some(({ from, until }) => (from === null || from <= on) && (until === null || on <= until));
}

/**
 * Whether a component has no cover `days` days after `on`. One whose end is not known never counts (unknown is said
 * elsewhere), nor does a distribution's package, which follows its operating system, nor cover that has no end.
 */
export function endsWithin(entry: LifecycleEntry, on: CalendarDay, days: number): boolean {
  if (entry.component.distroPackaged === true || isOpenEnded(entry)) return false;
  const last = lastCoveredDay(entry);
  // Over without a day (`eol: true`): only a window that counts could still cover it, and that would be dated.
  if (last === null) return entry.status === "eol" || entry.status === "extended-only";
  return daysBetween(on, last) < days;
}
