// Verdicts. A check can only say pass, fail, manual or not-applicable; `not-assessed` and `error` are the runner's, so a
// forgotten case never turns into a pass.
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";
import { Mapping, Severity } from "./control.ts";
import type { FactName } from "./facts.ts";
import { Phrase } from "./phrase.ts";

export const Status = z.enum(["pass", "fail", "manual", "not-applicable", "not-assessed", "error"]);
export type Status = z.infer<typeof Status>;

/** Display order: what needs attention first. */
export const statuses: readonly Status[] = ["fail", "error", "manual", "not-assessed", "pass", "not-applicable"];

export const Evidence = z.object({
  /** A path, config key, variable, package or history entry. */
  where: z.string(),
  detail: z.string(),
  phrase: Phrase.optional(),
  layer: z.int().nonnegative().optional(),
  step: z.string().optional(),
  /** Said beside what failed, such as what a policy excuses: no place that a waiver would have to cover. */
  beside: z.literal(true).optional(),
  /** The waiver that covers this place, where one is for single places. */
  waiver: z.string().optional(),
});
export type Evidence = z.infer<typeof Evidence>;

/** A waiver as it stands beside the verdict it excuses; the verdict and its severity stay. */
export const AppliedWaiver = z.object({
  id: z.string(),
  reason: z.string(),
  requester: z.string(),
  approver: z.string().optional(),
  until: CalendarDay,
  ticket: z.string().optional(),
  /** What it covers of the finding, with those of `also`: all of it, or some of its places. */
  covers: z.enum(["all", "some"]),
  /** Ids of further waivers that hold for this finding. */
  also: z.array(z.string()).optional(),
});
export type AppliedWaiver = z.infer<typeof AppliedWaiver>;

/** A person's answer to a control that only a person can decide; the status is then theirs. */
export const AppliedAnswer = z.object({
  id: z.string(),
  by: z.string(),
  on: CalendarDay,
  until: CalendarDay,
  note: z.string(),
  /** Of the attachment that was looked at. */
  attachment: z.object({ name: z.string(), sha256: z.string() }).optional(),
});
export type AppliedAnswer = z.infer<typeof AppliedAnswer>;

export const Finding = z.object({
  control: z.string(),
  benchmark: z.string(),
  title: z.string(),
  severity: Severity,
  level: z.union([z.literal(1), z.literal(2)]).optional(),
  status: Status,
  /** Always there for manual, not-applicable, not-assessed and error; English. */
  reason: z.string().optional(),
  phrase: Phrase.optional(),
  evidence: z.array(Evidence),
  remediation: z.string(),
  mappings: z.array(Mapping),
  /** How the benchmark itself says the item is assessed; a verdict on a `manual` one is evidence for a manual item. */
  assessment: z.enum(["manual", "automated"]).optional(),
  waiver: AppliedWaiver.optional(),
  answer: AppliedAnswer.optional(),
  firstSeen: CalendarDay.optional(),
});
export type Finding = z.infer<typeof Finding>;

/** What a check may answer. Evidence details and reasons are phrases, rendered by the runner. */
export interface ProofPoint {
  readonly where: string;
  readonly detail: Phrase;
  readonly layer?: number | undefined;
  /** See Evidence: of a failure, what is only said beside it. */
  readonly beside?: true;
}
export type Verdict = (
  | { readonly status: "pass" | "fail"; readonly evidence: readonly [ProofPoint, ...ProofPoint[]] }
  | { readonly status: "manual"; readonly reason: Phrase; readonly evidence: readonly ProofPoint[] }
  | { readonly status: "not-applicable"; readonly reason: Phrase; readonly evidence?: readonly ProofPoint[] }
) & {
  /**
   * The facts without which this verdict would not stand, where that is less than the check needs. A failure that was seen
   * stands also where other places were not read: `[]`. Left out, one unread fact makes the finding `not-assessed`.
   */
  readonly restsOn?: readonly FactName[];
};
