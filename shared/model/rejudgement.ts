// A stored audit judged again: the new run, and for every verdict that changed, from what to what and why.
import { z } from "zod";
import { FindingChange, SupportChange } from "../compare-runs.ts";
import { AuditRun } from "./audit.ts";

/** What may have changed between two judgements of the same facts. */
export const ChangeCause = z.enum([
  /** Another version of the rule set, or a benchmark that was judged in one of them alone. */
  "rules",
  "day",
  /** Lifecycle or hardened data of another date. */
  "data",
  "policy",
  /** Another file of what extended support was bought. */
  "entitlements",
  "waiver",
  "answer",
  /** The facts are of a version that does not hold what the rule reads. */
  "facts-version",
  /** The audit does not hold facts of something around that the rule reads as well. */
  "facts-not-kept",
  /** Another version of Plimsoll, and so of its checks. */
  "tool",
]);
export type ChangeCause = z.infer<typeof ChangeCause>;

export const Cause = z.object({
  kind: ChangeCause,
  before: z.string(),
  after: z.string(),
  /** The verdict was tried without this difference, and was another; or it is the only difference there is. */
  certain: z.boolean(),
});
export type Cause = z.infer<typeof Cause>;

const SubjectName = z.object({
  kind: z.enum(["image", "container", "engine", "host"]),
  id: z.string(),
  name: z.string(),
});

export const RejudgedChange = FindingChange.extend({ subject: SubjectName, causes: z.array(Cause).min(1) });
export type RejudgedChange = z.infer<typeof RejudgedChange>;

export const Rejudgement = z.object({
  schema: z.literal("plimsoll/rejudgement@1"),
  /** The stored audit, without its images. */
  from: AuditRun.pick({ on: true, tool: true, rules: true, data: true, policy: true }).extend({
    factsVersions: z.array(z.int()),
  }),
  run: AuditRun,
  changes: z.array(RejudgedChange),
  lifecycle: z.array(SupportChange.extend({ subject: SubjectName })),
});
export type Rejudgement = z.infer<typeof Rejudgement>;
