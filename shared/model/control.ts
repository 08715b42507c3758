// The rule catalogue: what a control says, where it comes from and what it maps to. Words only; the rule itself is code.
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";

export const Severity = z.enum(["high", "medium", "low"]);
export type Severity = z.infer<typeof Severity>;

export const BenchmarkId = z.enum(["cis-docker", "docker-ee-stig", "image-srg", "dhi-gpos"]);
export type BenchmarkId = z.infer<typeof BenchmarkId>;

const Localised = z.strictObject({ en: z.string().min(1), de: z.string().min(1) });

export const Mapping = z.strictObject({
  framework: z.string(),
  ids: z.array(z.string()).min(1),
  source: z.string(),
  /** Derived by several hops or proposed by us: printed as such. */
  indicative: z.boolean().optional(),
});
export type Mapping = z.infer<typeof Mapping>;

/** What a DISA rule is called; an official checklist must use these. */
export const StigIds = z.strictObject({
  vulnId: z.string().regex(/^V-\d+$/),
  /** With its revision, `SV-235775r960735_rule`; absent where the edition's revision is not known. */
  ruleId: z
    .string()
    .regex(/^SV-\d+r\d+_rule$/)
    .optional(),
  /** `DKER-EE-001000`; SRG rules have none. */
  stigId: z.string().optional(),
  srg: z.array(z.string()),
  cat: z.enum(["I", "II", "III"]),
  legacyIds: z.array(z.string()).optional(),
});
export type StigIds = z.infer<typeof StigIds>;

export const Control = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*:[A-Za-z0-9._-]+$/),
  benchmark: z.string(),
  section: z.string(),
  title: Localised,
  level: z.union([z.literal(1), z.literal(2)]).optional(),
  severity: Severity,
  /** Why this severity: CIS gives none, so ours carries its ground. */
  severityGround: Localised,
  /** How the benchmark itself says the item is assessed. */
  assessment: z.enum(["manual", "automated"]),
  scope: z.enum(["image", "container", "engine", "host"]),
  /** What the rule reads and decides, in full words. */
  rule: Localised,
  remediation: Localised,
  stig: StigIds.optional(),
  /** Number of the same recommendation in other editions, where it moved. */
  formerly: z.string().optional(),
  /** Names of the policy's parameters that the rule reads. */
  parameters: z.array(z.string()).optional(),
  mappings: z.array(Mapping),
  /** What it is where no check decides it, and why; a control with a check has none. */
  unchecked: z.strictObject({ status: z.enum(["manual", "not-applicable"]), reason: Localised }).optional(),
});
export type Control = z.infer<typeof Control>;

/** All of a benchmark but its controls. */
export const BenchmarkHead = z.strictObject({
  id: BenchmarkId,
  title: z.string(),
  /** Edition of the benchmark the rules are aligned with. */
  edition: z.string(),
  /** Our own version of the rule set. */
  version: z.string(),
  /** Of the edition, where known. */
  date: CalendarDay.optional(),
  source: z.string(),
  /** What took its place, or that it was written for a product of another kind; printed beside the edition. */
  supersededBy: Localised.optional(),
  notice: Localised,
});
export type BenchmarkHead = z.infer<typeof BenchmarkHead>;

/** A file of controls of a benchmark that has a folder. `shared` is for anchors (`&name`) that its controls repeat. */
export const BenchmarkPart = z.strictObject({ shared: z.unknown().optional(), controls: z.array(Control).min(1) });

export const Benchmark = BenchmarkHead.extend({ controls: z.array(Control).min(1) });
export type Benchmark = z.infer<typeof Benchmark>;

/** A loaded rule set: the parsed benchmark, or a pack, with the SHA-256 of the file it was read from. */
export interface RuleSet extends Omit<Benchmark, "id"> {
  /** A `BenchmarkId`, or the id of a pack. */
  readonly id: string;
  readonly digest: string;
}
