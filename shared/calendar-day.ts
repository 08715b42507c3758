// Calendar days as `YYYY-MM-DD` strings: the only date arithmetic of Plimsoll. A day has no zone and is never made an
// instant; strings of this form compare in order. Day counts come from date-fns on plain local dates.
import { addDays as addToDate, differenceInCalendarDays, format, isValid } from "date-fns";
import { z } from "zod";

export const CalendarDay = z.iso.date().brand<"CalendarDay">();
export type CalendarDay = z.infer<typeof CalendarDay>;

const dayFormat = "yyyy-MM-dd";

function toDate(day: CalendarDay): Date {
  // Noon: no clock change moves it to another day. Read by position, since date-fns' parse is slow and these are many.
  const date = new Date(2000, 0, 1, 12);
  date.setFullYear(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
  return date;
}

/** Reads `YYYY-MM-DD`; null when the text is not a day that exists (such as 2026-02-30). */
export function parseDay(text: string): CalendarDay | null {
  const parsed = CalendarDay.safeParse(text);
  return parsed.success ? parsed.data : null;
}

/** The calendar day of an instant in the zone of this machine. */
export function dayOf(instant: Date): CalendarDay {
  if (!isValid(instant)) throw new RangeError("not an instant");
  return format(instant, dayFormat) as CalendarDay;
}

/** The day `count` days after (or, negative, before) `day`. */
export function addDays(day: CalendarDay, count: number): CalendarDay {
  return format(addToDate(toDate(day), count), dayFormat) as CalendarDay;
}

/** Whole days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return differenceInCalendarDays(toDate(to), toDate(from));
}
