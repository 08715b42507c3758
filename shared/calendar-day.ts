// Calendar days as `YYYY-MM-DD` strings: the only date arithmetic of Plimsoll. A day has no zone and is never made an
// instant; strings of this form compare in order. Day counts come from date-fns on plain local dates.
import { addDays as addToDate, addYears as addYearsToDate, differenceInCalendarDays, isValid } from "date-fns";
import { z } from "zod";

export const CalendarDay = z.iso.date().brand<"CalendarDay">();
export type CalendarDay = z.infer<typeof CalendarDay>;

function toDate(day: CalendarDay): Date {
  // Noon: no clock change moves it to another day. Read by position, since date-fns' parse is slow and these are many.
  const date = new Date(2000, 0, 1, 12);
  date.setFullYear(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
  return date;
}

/** The local day of a date; written by hand, since date-fns' format takes many times as long and these are many as well. */
function toDay(date: Date): CalendarDay {
  const number = (value: number, width: number) => String(value).padStart(width, "0");
  const month = number(date.getMonth() + 1, 2);
  return `${number(date.getFullYear(), 4)}-${month}-${number(date.getDate(), 2)}` as CalendarDay;
}

/** Reads `YYYY-MM-DD`; null when the text is not a day that exists (such as 2026-02-30). */
export function parseDay(text: string): CalendarDay | null {
  const parsed = CalendarDay.safeParse(text);
  return parsed.success ? parsed.data : null;
}

/** Whether a word that stands for a day or for why there is none is a day. */
export function isDay(text: string): text is CalendarDay {
  return parseDay(text) !== null;
}

/** The calendar day of an instant in the zone of this machine. */
export function dayOf(instant: Date): CalendarDay {
  if (!isValid(instant)) throw new RangeError("not an instant");
  return toDay(instant);
}

/** The day `count` days after (or, negative, before) `day`. */
export function addDays(day: CalendarDay, count: number): CalendarDay {
  return toDay(addToDate(toDate(day), count));
}

/** The same day `count` years later (or, negative, earlier); of 29 February, the 28th where the year has none. */
export function addYears(day: CalendarDay, count: number): CalendarDay {
  return toDay(addYearsToDate(toDate(day), count));
}

/** Whole days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return differenceInCalendarDays(toDate(to), toDate(from));
}
