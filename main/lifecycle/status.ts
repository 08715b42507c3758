// The status of a cycle on a day, from its dates alone. A day that a source gives is the last supported one; booleans are
// the source's word that a phase is over or open, without a day.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { LifecycleEntry, LifecycleStatus, SourceDate } from "../../shared/model/lifecycle.ts";

export type CycleDates = LifecycleEntry["dates"];

export const noDates: CycleDates = { release: null, eoas: null, eol: null, eoes: null };

/** Whether a phase is over on `on`; false where the source has no such phase. */
export function isOver(end: SourceDate | null, on: CalendarDay): boolean {
  return typeof end === "string" ? on > end : end === true;
}

/** Design section 5: `extended-only` also where the source says that cover is sold and no end is set (`eoes: false`). */
export function statusOn(dates: CycleDates, on: CalendarDay): LifecycleStatus {
  if (isOver(dates.eol, on)) return dates.eoes !== null && !isOver(dates.eoes, on) ? "extended-only" : "eol";
  return isOver(dates.eoas, on) ? "security-only" : "supported";
}

/** Whether a cycle is a long-term release on a day: the source says so, or names the day after which it is one. */
export function isLtsOn(lts: SourceDate | undefined, on: CalendarDay): boolean {
  return isOver(lts ?? null, on);
}
