// What people say of a technology in use: who answers for it, what is planned, who approved the plan, when it was reviewed.
// The file that they write, and the review that is made of it and of the images (PCI DSS 12.3.4, in our own words).
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";
import { Person, SaidText } from "./decision-scope.ts";
import { LifecycleStatus } from "./lifecycle.ts";
import { Phrase } from "./phrase.ts";

const Line = z.string().max(200).regex(/\S/, "it is empty");
const ProductName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.+_-]{0,99}$/, "give a name as endoflife.date writes it");
const CyclePattern = z.string().regex(/^[A-Za-z0-9.*+_-]{1,100}$/, "give a cycle such as 12, or a pattern such as 3.*");

export const planActions = ["keep", "upgrade", "replace", "cover", "retire"] as const;
export const PlanAction = z.enum(planActions);
export type PlanAction = z.infer<typeof PlanAction>;

export const TechnologyPlan = z.strictObject({
  /** Keep as it is, upgrade to a newer cycle, replace by another product, buy cover, or retire. */
  action: PlanAction,
  /** To what, from whom, why. */
  text: SaidText.optional(),
  /** The last day on which it is to be done. */
  target: CalendarDay.optional(),
});
export type TechnologyPlan = z.infer<typeof TechnologyPlan>;

/** What the industry says of it: an announced end, a move of the vendor. */
export const Announcement = z.strictObject({ text: SaidText, source: Line, on: CalendarDay });
export type Announcement = z.infer<typeof Announcement>;

export const Technology = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{2,99}$/, "give 3 to 100 letters, digits, dots or hyphens"),
  /** As endoflife.date, or a file of own products, writes it. */
  product: ProductName.optional(),
  /** The cycles that are meant, `*` for any part; absent = all of the product. */
  cycle: CyclePattern.optional(),
  /** In place of a product: what images do not show, such as hardware, or what no catalogue knows. */
  name: Line.optional(),
  /** Only beside a name: what it is, its version, and until when its maker gives security fixes, by which source. */
  kind: z.enum(["software", "hardware", "service"]).optional(),
  version: Line.optional(),
  end: CalendarDay.optional(),
  source: Line.optional(),
  /** Who answers for it. */
  owner: Person.optional(),
  plan: TechnologyPlan.optional(),
  /** Who in senior management approved the plan, another person than the owner, and when. */
  approver: Person.optional(),
  approved: CalendarDay.optional(),
  /** When it was last reviewed, and by whom. */
  reviewed: CalendarDay.optional(),
  reviewer: Person.optional(),
  /** Whether its vendor still brings security fixes promptly, as a person found. */
  fixes: z.strictObject({ prompt: z.boolean(), note: SaidText.optional() }).optional(),
  announcements: z.array(Announcement).max(100).optional(),
});
export type Technology = z.infer<typeof Technology>;

/** The file as people write it: an `id` that is left out is made from what the entry is about. */
export const TechnologyFile = z.strictObject({
  schema: z.literal("plimsoll/technologies@1"),
  technologies: z
    .array(Technology.partial({ id: true }))
    .max(10_000)
    .nullable()
    .default([]),
});

/** All technologies of a file. */
export interface TechnologySet {
  readonly technologies: readonly Technology[];
  /** `sha256:` and the hex digest of the file. */
  readonly digest: string;
}

/** What a review has to say first: past its end without a plan, past it with one, end not known, ends soon, the rest. */
export const reviewGroups = ["past-unplanned", "past-planned", "unknown", "ending", "good", "follows"] as const;
export const ReviewGroup = z.enum(reviewGroups);
export type ReviewGroup = z.infer<typeof ReviewGroup>;

/** What is missing or wrong in what people said of a technology. */
export const reviewGaps = [
  "owner",
  "plan",
  "target",
  "approver",
  "review-never",
  "review-due",
  "fixes-unsaid",
  "fixes-slow",
  "target-past",
  "target-late",
  "kept-past-end",
] as const;
export const ReviewGap = z.enum(reviewGaps);
export type ReviewGap = z.infer<typeof ReviewGap>;

export const ReviewedTechnology = z.object({
  /** Of the file's entry; absent where people said nothing of it. */
  entry: Technology.optional(),
  label: z.string(),
  /** `os`, `runtime`, `app` and `line` were seen in images; the others are stated by people. */
  kind: z.enum(["os", "runtime", "app", "line", "software", "hardware", "service"]),
  product: z.string().nullable(),
  cycle: z.string().nullable(),
  /** Versions seen, sorted. */
  versions: z.array(z.string()),
  /** Ids of the images it was seen in; empty for what people state. */
  images: z.array(z.string()),
  /** Absent for what people state. */
  status: LifecycleStatus.optional(),
  /** Why the end is not known, or what the status rests on. */
  why: Phrase.optional(),
  /** The last day of general security support: a day, `over` or `open` without a day, `unknown`. */
  security: z.union([CalendarDay, z.enum(["over", "open", "unknown"])]),
  /** The last day of cover and by whom; the same words where there is no day. */
  cover: z.object({
    until: z.union([CalendarDay, z.enum(["over", "open", "unknown"])]),
    by: z.array(z.string()),
    contracts: z.array(z.string()),
  }),
  /** Where the days come from, each with the day of its state, where known. */
  sources: z.array(z.object({ source: z.string(), asOf: CalendarDay.optional() })),
  group: ReviewGroup,
  gaps: z.array(ReviewGap),
  /** The last day until which the last review holds; absent where there was none by the day judged. */
  reviewHolds: CalendarDay.optional(),
  /** The review holds on the day, but not to the end of the period. */
  dueInPeriod: z.boolean(),
});
export type ReviewedTechnology = z.infer<typeof ReviewedTechnology>;

export const ReviewImage = z.object({
  id: z.string(),
  name: z.string(),
  source: z.string(),
  /** The day on which it was last read. */
  audited: CalendarDay,
  /** Without an operating system and any component of its own. */
  empty: z.boolean(),
});
export type ReviewImage = z.infer<typeof ReviewImage>;

const Count = z.int().nonnegative();

/** The review as it is written to technologies.json. */
export const TechnologyReview = z.object({
  schema: z.literal("plimsoll/technology-review@1"),
  form: z.literal("pci-12.3.4"),
  tool: z.object({ name: z.literal("plimsoll"), version: z.string(), digest: z.string().optional() }),
  on: CalendarDay,
  timeZone: z.string(),
  /** When the review was put together, RFC 3339. */
  createdAt: z.string(),
  period: z.object({ from: CalendarDay, until: CalendarDay }),
  data: z.object({ lifecycle: z.object({ source: z.string(), date: CalendarDay }) }),
  /** The file of technologies and of entitlements that were used; absent where there was none. */
  technologiesFile: z.object({ digest: z.string() }).optional(),
  entitlementsFile: z.object({ digest: z.string() }).optional(),
  population: z.object({
    /** `kept-audits`: the newest audit of each image that is still there; `source`: read now. */
    from: z.enum(["kept-audits", "source"]),
    sources: z.array(z.string()),
    /** Only these were asked for; absent = all. */
    asked: z.array(z.string()).optional(),
    images: z.array(ReviewImage),
    errors: z.array(z.object({ reference: z.string(), message: z.string() })),
    excluded: Count,
  }),
  counts: z.object({
    technologies: Count,
    byGroup: z.record(ReviewGroup, Count),
    gaps: z.record(ReviewGap, Count),
  }),
  technologies: z.array(ReviewedTechnology),
  /** Entries of the file that no image of the population shows. */
  notSeen: z.array(Technology),
  /** Entitlements that count for something here. */
  entitlements: z.array(
    z.object({
      id: z.string(),
      contract: z.string(),
      provider: z.string(),
      until: CalendarDay.nullable(),
      technologies: z.array(z.string()),
    }),
  ),
});
export type TechnologyReview = z.infer<typeof TechnologyReview>;
