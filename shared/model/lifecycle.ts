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

/** Dates of a cycle that come from a file of own dates, not from the catalogue's source. */
export const OwnDates = z.object({
  /** Who or what says so, in the words of the file. */
  source: z.string(),
  asOf: CalendarDay,
  /** Which of them; the others are the catalogue's. */
  dates: z.array(z.enum(["release", "lts", "eoas", "eol", "eoes"])),
});
export type OwnDates = z.infer<typeof OwnDates>;

export const Cycle = z.object({
  cycle: z.string(),
  codename: z.string().optional(),
  lts: SourceDate.optional(),
  release: CalendarDay.optional(),
  eoas: SourceDate.optional(),
  eol: SourceDate.optional(),
  eoes: SourceDate.optional(),
  latest: z.string().optional(),
  own: OwnDates.optional(),
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
  /** IDs of os-release, in lower case, that are this product: own products may name more than their id. */
  osRelease: z.array(z.string()).optional(),
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

/** Extended support that a vendor gives or sells for a product, beside what the main source says of it. */
export const Offer = z.object({
  /** Such as `freexian-elts`. */
  id: z.string(),
  provider: z.string(),
  /** As the vendor calls it: `ELTS`. */
  programme: z.string(),
  /** Other words by which people name provider or programme in an entitlement; compared without case. */
  aliases: z.array(z.string()).optional(),
  product: z.string(),
  /** It is the window that the main source lists as `eoes`, which gets this offer's id and is not listed again. */
  eoes: z.literal(true).optional(),
  /** It begins where that window ends and builds on it; absent = it begins when general support has ended. */
  follows: z.literal("eoes").optional(),
  /** Nobody has to buy it. */
  free: z.literal(true).optional(),
  /** The cycles it covers with their days; absent = every cycle, for as long as a contract says. */
  cycles: z
    .array(
      z.object({
        cycle: z.string(),
        from: CalendarDay.optional(),
        until: CalendarDay.nullable(),
        /** The day is an upper bound, or was worked out from a rule and not published. */
        estimate: z.literal(true).optional(),
      }),
    )
    .optional(),
  source: z.string(),
  asOf: CalendarDay,
});
export type Offer = z.infer<typeof Offer>;

/** What another source than the main one says of the end of a phase. */
export const SecondOpinion = z.object({
  product: z.string(),
  cycle: z.string(),
  phase: z.enum(["eol", "eoes"]),
  /** It speaks of the window of this offer and not of the main source's. */
  offer: z.string().optional(),
  until: CalendarDay,
  source: z.string(),
  asOf: CalendarDay,
});
export type SecondOpinion = z.infer<typeof SecondOpinion>;

/** Products by id and alias, made of one list; whoever changes the list need not know of it. */
export interface ProductIndex {
  readonly of: readonly Product[];
  readonly byName: ReadonlyMap<string, Product>;
}

/** Everything that is known of dates: the catalogue, and beside it what other sources and vendors say. */
export type LifecycleData = LifecycleCatalogue & {
  readonly index?: ProductIndex;
  readonly offers?: readonly Offer[];
  readonly opinions?: readonly SecondOpinion[];
  /** The file of own dates that was worked in: its name, and `sha256:` and the hex digest of its bytes. */
  readonly own?: { readonly file: string; readonly digest: string };
};

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
  /** The days are an upper bound or not published for this image: shown as such, and no end is ever taken from them. */
  estimate: z.boolean().optional(),
  /** The state of the source on this day: the age of what is said. */
  asOf: CalendarDay.optional(),
  /** The offer of extended support that this window is, such as `freexian-elts`. */
  offer: z.string().optional(),
  /** The record of what was bought that makes it count. */
  entitlement: z.object({ id: z.string(), contract: z.string() }).optional(),
  /** Another source's day for a window already listed: shown beside it, never counted; reminders take the earlier day. */
  secondOpinion: z.boolean().optional(),
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
