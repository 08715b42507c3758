// Events of the calendar of support dates, free of any language, and what is remembered of those that were handed out.
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";

/** What ends: security support, the source's extended phase, cover that counts, or the end that an image states itself. */
export const CalendarPhase = z.enum(["eol", "eoes", "cover", "stated"]);
export type CalendarPhase = z.infer<typeof CalendarPhase>;

export const CalendarEvent = z.object({
  /** The same for the same product, cycle, phase, provider and lead, whatever its day. */
  uid: z.string(),
  phase: CalendarPhase,
  /** Such as `Debian 12`; from data of an image. */
  label: z.string(),
  /** The phase as the product or seller calls it, and who stands behind it. */
  phaseName: z.string(),
  provider: z.string(),
  /** The last good day; of several sources the earliest. */
  end: CalendarDay,
  /** Days before the end; 0 = the end itself. */
  lead: z.int().nonnegative(),
  /** The day it stands on: `end` less `lead` days. */
  day: CalendarDay,
  /** The days before the end on which the end's own event rings. */
  rings: z.array(z.int().nonnegative()),
  /** An upper bound, or a day that nobody has published. */
  estimate: z.boolean(),
  /** Whether the window is open to everyone, proven by the image or bought. */
  counts: z.boolean(),
  contract: z.string().optional(),
  /** What other sources say of the same end. */
  others: z.array(z.object({ source: z.string(), until: CalendarDay })),
  /** The first names, sorted, and how many images there are in all. */
  images: z.array(z.string()),
  imageCount: z.int().nonnegative(),
  /** Where the day comes from, and the state of that source. */
  source: z.string(),
  asOf: CalendarDay.optional(),
});
export type CalendarEvent = z.infer<typeof CalendarEvent>;

export const RememberedEvent = z.object({
  event: CalendarEvent,
  /** SEQUENCE and LAST-MODIFIED as they were last written. */
  sequence: z.int().nonnegative(),
  modified: z.string(),
  /** The day on which it was found gone. */
  cancelled: CalendarDay.optional(),
});
export type RememberedEvent = z.infer<typeof RememberedEvent>;

export const RememberedCalendar = z.object({
  /** The day it was last written. */
  used: CalendarDay,
  /** By UID. */
  events: z.record(z.string(), RememberedEvent),
});
export type RememberedCalendar = z.infer<typeof RememberedCalendar>;

export const CalendarMemory = z.object({
  schema: z.literal("plimsoll/calendar@1"),
  /** By the file it was written to. */
  calendars: z.record(z.string(), RememberedCalendar),
});
export type CalendarMemory = z.infer<typeof CalendarMemory>;

export const emptyCalendarMemory: CalendarMemory = { schema: "plimsoll/calendar@1", calendars: {} };
