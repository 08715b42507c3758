// From a placed component and its windows to what is said of it on a day.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { Coverage, LifecycleEntry } from "../../shared/model/lifecycle.ts";
import type { Match } from "./match.ts";
import { nextDate } from "./next-date.ts";
import { type CycleDates, noDates, statusOn } from "./status.ts";

/** The dates of the matched cycle as the source has them. */
export function datesOf({ cycle }: Match): CycleDates {
  if (cycle === null) return noDates;
  return { release: cycle.release ?? null, eoas: cycle.eoas ?? null, eol: cycle.eol ?? null, eoes: cycle.eoes ?? null };
}

/** Status, reason, dates and next end of a component; `coverage` is taken as it is. */
export function entryOf(match: Match, coverage: Coverage[], on: CalendarDay): LifecycleEntry {
  const dates = datesOf(match);
  const { component, without } = match;
  if (without !== null) {
    return {
      component,
      status: without.status,
      reason: without.code,
      phrase: without.phrase,
      dates,
      coverage,
      next: null,
    };
  }
  // The source has a date or a word for every cycle; a cycle with neither says nothing.
  if (dates.eol === null) {
    const phrase = { key: "lifecycle.no-dates", params: { name: component.label } };
    return { component, status: "unknown", reason: "no-dates", phrase, dates, coverage, next: null };
  }
  const undated =
    dates.eol === true
      ? { reason: "undated", phrase: { key: "lifecycle.undated", params: { name: component.label } } }
      : {};
  return { component, status: statusOn(dates, on), ...undated, dates, coverage, next: nextDate(dates, coverage, on) };
}
