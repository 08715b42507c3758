// What the window asks and hears about the review of technologies: the shapes of those channels of contract.ts. What people
// say of a technology is checked by its own model (shared/model/technology.ts).
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";
import { Person } from "../model/decision-scope.ts";
import { Technology, TechnologyReview } from "../model/technology.ts";

/** The last day of the year that is reviewed; null = today. */
export const ReviewQuestion = z.strictObject({ periodEnd: CalendarDay.nullable() });

export const ReviewState = z.object({
  /** Where people's words are kept, and the user of this machine. */
  file: z.string(),
  operator: z.string(),
  ...TechnologyReview.pick({ on: true, period: true, counts: true, technologies: true, notSeen: true }).shape,
  /** How many own images are reviewed. */
  images: z.int().nonnegative(),
});
export type ReviewState = z.infer<typeof ReviewState>;

/** What an entry is about; what it says instead, null = nothing any more, absent = as before. The main process adds the days. */
export const TechnologyEdit = z.strictObject({
  subject: Technology.pick({ product: true, cycle: true, name: true, version: true }),
  owner: Person.nullable().optional(),
  plan: Technology.shape.plan.unwrap().nullable().optional(),
  /** Who approves the plan, today. */
  approver: Person.nullable().optional(),
  /** Who reviews it, today. */
  reviewer: Person.optional(),
  fixes: Technology.shape.fixes.unwrap().nullable().optional(),
});
export type TechnologyEdit = z.infer<typeof TechnologyEdit>;

export const ReviewExport = z.strictObject({ language: z.enum(["en", "de"]), periodEnd: CalendarDay.nullable() });
