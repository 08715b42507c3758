// Support windows: what the sources say (catalogue), what is in an image (component) and what follows on a day (coverage).
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";
import { Phrase } from "./phrase.ts";

export const LifecycleStatus = z.enum([
  "supported",
  "security-only",
  "extended-only",
  "eol",
  "rolling",
  "unknown",
  "none",
]);
export type LifecycleStatus = z.infer<typeof LifecycleStatus>;

/** A date of the source, or its word: true = already over, date unknown; false = not over or not decided. */
export const SourceDate = z.union([CalendarDay, z.boolean()]);
export type SourceDate = z.infer<typeof SourceDate>;

export const Cycle = z.object({
  cycle: z.string(),
  codename: z.string().optional(),
  lts: SourceDate.optional(),
  release: CalendarDay.optional(),
  eoas: SourceDate.optional(),
  eol: SourceDate.optional(),
  eoes: SourceDate.optional(),
  latest: z.string().optional(),
});
export type Cycle = z.infer<typeof Cycle>;

export const Product = z.object({
  id: z.string(),
  label: z.string(),
  category: z.string(),
  aliases: z.array(z.string()).optional(),
  /** Names of the phases as the product calls them. */
  phases: z.object({ eoas: z.string().optional(), eol: z.string().optional(), eoes: z.string().optional() }).optional(),
  /** What the source's `lts` means for this product, where it is no plain LTS (`ELS` for RHEL). */
  ltsLabel: z.string().optional(),
  policy: z.string().optional(),
  /** Package URLs without version, as the source lists them. */
  purls: z.array(z.string()).optional(),
  cycles: z.array(Cycle),
});
export type Product = z.infer<typeof Product>;

export const LifecycleCatalogue = z.object({
  schema: z.literal("plimsoll/lifecycle-catalogue@1"),
  source: z.string(),
  commit: z.string().optional(),
  /** The day of the source's state. */
  date: CalendarDay,
  licence: z.string(),
  notice: z.string(),
  products: z.array(Product),
});
export type LifecycleCatalogue = z.infer<typeof LifecycleCatalogue>;

export const Component = z.object({
  kind: z.enum(["os", "runtime", "app", "line"]),
  /** null = no product of the catalogue fits. */
  product: z.string().nullable(),
  cycle: z.string().nullable(),
  version: z.string().nullable(),
  label: z.string(),
  evidence: z.string(),
  /** A named build of the same system: `distroless`, `ubi-minimal`. */
  variant: z.string().optional(),
  /** A parent distribution, shown as an inference. */
  base: z.object({ product: z.string(), cycle: z.string() }).optional(),
  distroPackaged: z.boolean().optional(),
  /** Weaker evidence in the image that says another version. */
  conflicts: z.array(z.object({ evidence: z.string(), version: z.string() })).optional(),
});
export type Component = z.infer<typeof Component>;

export const Coverage = z.object({
  phase: z.string(),
  provider: z.string(),
  from: CalendarDay.nullable(),
  /** null = the source names no day. */
  until: CalendarDay.nullable(),
  entitled: z.boolean(),
  source: z.string(),
  /** The days are an upper bound or not published for this image: shown as such, never counted. */
  estimate: z.boolean().optional(),
});
export type Coverage = z.infer<typeof Coverage>;

export const LifecycleEntry = z.object({
  component: Component,
  status: LifecycleStatus,
  /** A code such as `newer-than-data`; the sentence is in `phrase`. */
  reason: z.string().optional(),
  phrase: Phrase.optional(),
  dates: z.object({
    release: CalendarDay.nullable(),
    eoas: SourceDate.nullable(),
    eol: SourceDate.nullable(),
    eoes: SourceDate.nullable(),
  }),
  coverage: z.array(Coverage),
  /** The next dated end (`eoas`, `eol` or `eoes`; `cover` for a window the user is entitled to), whole days from the day judged; null where none is dated. */
  next: z.object({ what: z.string(), date: CalendarDay, days: z.int() }).nullable(),
});
export type LifecycleEntry = z.infer<typeof LifecycleEntry>;
