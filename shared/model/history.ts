// A kept run as the history lists it.
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";
import { AuditSummary } from "./audit.ts";
import { HardenedState } from "./hardened.ts";
import { Surrounding } from "./surroundings.ts";

const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);

export const KeptImage = z.object({
  /** SHA-256 of the audit's bytes, hex: where the audit lies. */
  audit: sha256Hex,
  /** The audit's image id first, then the one under which the source listed it, where that differs. */
  ids: z.array(z.string()).min(1),
  references: z.array(z.string()),
  os: z.string().nullable(),
  summary: AuditSummary,
  /** Absent in runs kept before it was recorded. */
  hardened: HardenedState.shape.state.optional(),
  /** SHA-256 of what decides its lifecycle (lifecycle-facts.ts), hex; absent in runs kept before it was. */
  lifecycle: sha256Hex.optional(),
});
export type KeptImage = z.infer<typeof KeptImage>;

export const RunEntry = z.object({
  /** SHA-256 of the run record's bytes, hex: the run's id. */
  run: sha256Hex,
  on: CalendarDay,
  startedAt: z.string(),
  finishedAt: z.string(),
  source: z.string(),
  errors: z.int().nonnegative(),
  /** Every image of the source was asked for and read: what is not among them is gone from there. */
  whole: z.literal(true).optional(),
  /** The built-in pair: nobody's images. */
  sample: z.literal(true).optional(),
  images: z.array(KeptImage),
  /** How many engines, hosts and containers were judged; absent where none was. */
  subjects: z.int().positive().optional(),
  /** Of which kinds they were; absent as well in runs kept before it was recorded. */
  subjectKinds: z.array(Surrounding).optional(),
});
export type RunEntry = z.infer<typeof RunEntry>;
