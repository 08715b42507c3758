// The next day on which something about a component ends.
import { type CalendarDay, daysBetween } from "../../shared/calendar-day.ts";
import type { Coverage, LifecycleEntry } from "../../shared/model/lifecycle.ts";
import type { CycleDates } from "./status.ts";

/**
 * The earliest dated end on or after `on` (0 days = its last day); at equal days the weightiest end names it. `what` is
 * `eol`, `eoes`, `eoas`, or `cover` for the end of a window that the image is entitled to and no source date names.
 */
export function nextDate(dates: CycleDates, coverage: readonly Coverage[], on: CalendarDay): LifecycleEntry["next"] {
  const ends: { what: string; date: CalendarDay }[] = [];
  const add = (what: string, date: unknown) => {
    if (typeof date === "string" && date >= on) ends.push({ what, date: date as CalendarDay });
  };
  add("eol", dates.eol);
  add("eoes", dates.eoes);
  add("eoas", dates.eoas);
  for (const window of coverage) if (window.entitled && window.estimate !== true) add("cover", window.until);
  let next: { what: string; date: CalendarDay } | null = null;
  for (const end of ends) if (next === null || end.date < next.date) next = end;
  return next === null ? null : { ...next, days: daysBetween(on, next.date) };
}
