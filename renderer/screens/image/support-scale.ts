// The time axis of an image's components: whole years around today. Days in, fractions of the axis out.
import { addDays, type CalendarDay, daysBetween } from "../../../shared/calendar-day.ts";
import type { LifecycleEntry, SourceDate } from "../../../shared/model/lifecycle.ts";

const day = (date: SourceDate | null): CalendarDay | null => (typeof date === "string" ? date : null);

export interface Axis {
  readonly from: CalendarDay;
  readonly last: CalendarDay;
  /** First of January of each year. */
  readonly ticks: readonly { readonly year: number; readonly at: number }[];
  readonly at: (day: CalendarDay) => number;
}

const newYear = (year: number): CalendarDay => `${String(year).padStart(4, "0")}-01-01` as CalendarDay;
const yearOf = (of: CalendarDay): number => Number(of.slice(0, 4));

/** An axis of whole years around today that holds every end; what lies far off is cut, its date stands in the table. */
export function supportAxis(entries: readonly LifecycleEntry[], today: CalendarDay): Axis {
  const years = entries
    .flatMap((entry) => [entry.dates.eoas, entry.dates.eol, entry.dates.eoes])
    .map(day)
    .filter((date): date is CalendarDay => date !== null)
    .map(yearOf);
  const now = yearOf(today);
  const first = Math.max(now - 8, Math.min(now - 2, ...years.map((year) => year - 1)));
  const last = Math.min(now + 12, Math.max(now + 3, ...years.map((year) => year + 2)));
  const from = newYear(first);
  const until = newYear(last);
  const length = daysBetween(from, until);
  const at = (of: CalendarDay) => Math.min(1, Math.max(0, daysBetween(from, of) / length));
  const ticks = Array.from({ length: last - first }, (_, index) => first + index).map((year) => ({
    year,
    at: at(newYear(year)),
  }));
  return { from, last: addDays(until, -1), ticks, at };
}
