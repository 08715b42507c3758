// What the window asks about the calendar of support dates, and what became of it: the shapes of that channel of contract.ts.
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";
import { Failure } from "../model/failure.ts";

export const CalendarExport = z.object({ language: z.enum(["en", "de"]) });

export const CalendarOutcome = z.discriminatedUnion("outcome", [
  z.object({
    outcome: z.literal("written"),
    path: z.string(),
    /** How many ends it holds, days before them, and events that were called off. */
    ends: z.int().nonnegative(),
    leads: z.int().nonnegative(),
    calledOff: z.int().nonnegative(),
    /** Images of which no source dates an end. */
    undated: z.int().nonnegative(),
    /** Images whose kept audit could not be read; because of them nothing was called off. */
    unread: z.array(z.object({ name: z.string(), failure: Failure })),
    next: z.object({ label: z.string(), day: CalendarDay }).nullable(),
    /** What was remembered of earlier calendars could not be used, and lies here now. */
    setAside: z.string().nullable(),
  }),
  /** The person closed the dialog. */
  z.object({ outcome: z.literal("dismissed") }),
  /** No audit is kept, so that there are no images of one's own. */
  z.object({ outcome: z.literal("no-images") }),
]);
export type CalendarOutcome = z.infer<typeof CalendarOutcome>;
