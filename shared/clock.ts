// The clock port. Only composition roots read the real clock; everything else is handed a day or an instant.
import type { CalendarDay } from "./calendar-day.ts";

export interface Clock {
  /** The local calendar day of the machine that judges. */
  today(): CalendarDay;
  /** The instant as RFC 3339 in UTC, to the millisecond where it is known. */
  now(): string;
  /** IANA name and UTC offset of the zone in which `today` was taken, for instance `Europe/Berlin (UTC+01:00)`. */
  zone(): string;
}
