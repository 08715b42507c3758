// Until when a component is covered: its own end, or a later window the user is entitled to.
import { type CalendarDay, daysBetween } from "./calendar-day.ts";
import type { LifecycleEntry } from "./model/lifecycle.ts";

/** The later of the component's own end and of the windows the user is entitled to; null where none is dated. */
export function lastCoveredDay(entry: LifecycleEntry): CalendarDay | null {
  const ends = entry.coverage.filter((window) => window.entitled).map((window) => window.until);
  if (typeof entry.dates.eol === "string") ends.push(entry.dates.eol);
  const dated = ends.filter((end): end is CalendarDay => end !== null).sort();
  return dated[dated.length - 1] ?? null;
}

/**
 * Whether a component has no cover `days` days after `on`. One whose end is not known never counts (unknown is said
 * elsewhere), nor does a distribution's package, which follows its operating system, nor cover that has no end.
 */
export function endsWithin(entry: LifecycleEntry, on: CalendarDay, days: number): boolean {
  if (entry.component.distroPackaged === true) return false;
  if (entry.coverage.some((window) => window.entitled && window.until === null)) return false;
  const last = lastCoveredDay(entry);
  return last === null ? entry.status === "eol" : daysBetween(on, last) < days;
}
