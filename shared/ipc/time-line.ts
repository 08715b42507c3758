// What the window asks for its time line: every component of the kept images as it stands on a day, each once, with the
// images that hold it.
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";
import { LifecycleEntry } from "../model/lifecycle.ts";

export const TimeLineImage = z.object({
  /** The name it is called by: its first reference, else its id. */
  name: z.string(),
  /** Its own id first, then the one under which the source lists it, where that differs. */
  ids: z.array(z.string()),
  source: z.string(),
  /** The day it was last audited. */
  audited: CalendarDay,
});
export type TimeLineImage = z.infer<typeof TimeLineImage>;

export const TimeLineRow = z.object({
  entry: LifecycleEntry,
  product: z.string(),
  /** Exact versions found, at most twenty. */
  versions: z.array(z.string()),
  /** Indexes into the list of images, ascending. */
  images: z.array(z.int().nonnegative()),
});
export type TimeLineRow = z.infer<typeof TimeLineRow>;

export const TimeLineQuestion = z.object({
  /** The day everything is weighed on; absent = today. */
  on: CalendarDay.optional(),
});

export const TimeLineAnswer = z.object({
  on: CalendarDay,
  /** Whether `on` is today. */
  isToday: z.boolean(),
  /** Whose dates these are, and of which day. */
  data: z.object({ source: z.string(), date: CalendarDay }),
  images: z.array(TimeLineImage),
  rows: z.array(TimeLineRow),
});
export type TimeLineAnswer = z.infer<typeof TimeLineAnswer>;
