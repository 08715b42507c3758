// From ends to events: one on the last day, and one small one for each day on which people want to be told before.
import { addDays, type CalendarDay } from "../../../shared/calendar-day.ts";
import type { CalendarEvent } from "../../../shared/model/calendar.ts";
import type { CalendarEnd } from "./ends.ts";

/** Names that one event lists; the rest is counted. */
const listed = 10;

/**
 * The events of an end as of `on`: its own, and one for each of `leads` (days, capped already) whose day is still to come or
 * today. What is past needs no telling before it. `name` makes a UID of a text.
 */
export function eventsOf(
  end: CalendarEnd,
  leads: readonly number[],
  on: CalendarDay,
  name: (text: string) => string,
): CalendarEvent[] {
  const before = [...new Set(leads)].filter((lead) => lead > 0).sort((a, b) => b - a);
  const { key, product: _product, cycle: _cycle, cycleDays: _days, offer: _offer, images, ...said } = end;
  const event = (lead: number): CalendarEvent => ({
    ...said,
    uid: name(JSON.stringify(["calendar", key, lead])),
    lead,
    day: addDays(end.end, -lead),
    rings: lead === 0 ? [...before, ...(leads.includes(0) ? [0] : [])] : [],
    others: [...end.others],
    images: images.slice(0, listed),
    imageCount: images.length,
  });
  return [...before, 0].map(event).filter(({ lead, day }) => lead === 0 || day >= on);
}
