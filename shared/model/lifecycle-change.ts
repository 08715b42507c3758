// What differs between two states of the lifecycle data: moved dates first of all, since reminders hang on them.
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";

/** null = the source says nothing of it; the booleans are those of shared/model/lifecycle.ts. */
const Said = z.union([CalendarDay, z.boolean()]).nullable();

export const MovedDate = z.enum(["release", "eoas", "eol", "eoes"]);
export type MovedDate = z.infer<typeof MovedDate>;

const product = { product: z.string(), label: z.string() };
const cycle = { ...product, cycle: z.string() };

export const LifecycleChange = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("date-moved"),
    ...cycle,
    date: MovedDate,
    /** The phase as the product calls it; absent = it has no name of its own. */
    phase: z.string().optional(),
    from: Said,
    to: Said,
  }),
  z.object({ kind: z.literal("new-cycle"), ...cycle, eol: Said }),
  z.object({ kind: z.literal("gone-cycle"), ...cycle }),
  z.object({ kind: z.literal("new-product"), ...product, cycles: z.int() }),
  z.object({ kind: z.literal("gone-product"), ...product }),
  /** The new product bears the former id as an alias. */
  z.object({ kind: z.literal("renamed-product"), ...product, formerly: z.string() }),
]);
export type LifecycleChange = z.infer<typeof LifecycleChange>;
