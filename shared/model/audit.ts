// One image judged on one day, and a run over many. The shape is the published JSON contract.
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";
import { RunAnswers } from "./answer.ts";
import { RunEntitlements } from "./entitlement.ts";
import { Facts } from "./facts.ts";
import { Finding } from "./finding.ts";
import { HardenedState } from "./hardened.ts";
import { Excluded, ImageIdentity, SourceInfo } from "./image.ts";
import { LifecycleEntry, LifecycleStatus } from "./lifecycle.ts";
import { Profile } from "./policy.ts";
import { ContainerFacts, EngineFacts, HostFacts, Surrounding } from "./surroundings.ts";
import { ImageVulnerabilities } from "./vulnerability-report.ts";
import { RunWaivers } from "./waiver.ts";

const Count = z.int().nonnegative();

export const StatusCounts = z.object({
  pass: Count,
  fail: Count,
  manual: Count,
  "not-applicable": Count,
  "not-assessed": Count,
  error: Count,
});
export type StatusCounts = z.infer<typeof StatusCounts>;

export const AuditSummary = z.object({
  byStatus: StatusCounts,
  /** Fails only. */
  bySeverity: z.object({ high: Count, medium: Count, low: Count }),
  /** Fails that a waiver covers wholly; they are counted among the fails as well. */
  waived: Count,
  lifecycle: LifecycleStatus,
  /** The earliest end among the image's components after cover; null where no component has a dated end. */
  supportedUntil: z.object({ date: CalendarDay, component: z.string() }).nullable(),
});
export type AuditSummary = z.infer<typeof AuditSummary>;

export const Audit = z.object({
  image: ImageIdentity,
  facts: Facts,
  findings: z.array(Finding),
  lifecycle: z.array(LifecycleEntry),
  hardened: HardenedState,
  summary: AuditSummary,
  /** What scans come to that were handed over; absent = none was, and nothing is known. */
  vulnerabilities: ImageVulnerabilities.optional(),
});
export type Audit = z.infer<typeof Audit>;

export const RunError = z.object({ reference: z.string(), message: z.string() });
export type RunError = z.infer<typeof RunError>;

/** What lies around the images, judged as they are. `facts` is null where it could not be reached. */
export const AuditedSubject = z.object({
  subject: z.object({ kind: Surrounding, id: z.string(), name: z.string() }),
  facts: z.union([EngineFacts, ContainerFacts, HostFacts]).nullable(),
  findings: z.array(Finding),
});
export type AuditedSubject = z.infer<typeof AuditedSubject>;

export const AuditRun = z.object({
  schema: z.literal("plimsoll/audit-run@1"),
  tool: z.object({ name: z.literal("plimsoll"), version: z.string(), digest: z.string().optional() }),
  on: CalendarDay,
  timeZone: z.string(),
  startedAt: z.string(),
  finishedAt: z.string(),
  rules: z.array(z.object({ benchmark: z.string(), version: z.string(), digest: z.string() })),
  data: z.object({
    /** `own`: the file of own dates that was worked in. */
    lifecycle: z.object({
      source: z.string(),
      date: CalendarDay,
      own: z.object({ digest: z.string() }).optional(),
    }),
    hardened: z.object({ source: z.string(), date: CalendarDay }),
  }),
  /** The policy file that was judged by; absent = the defaults. */
  policy: z.object({ name: z.string(), digest: z.string(), profiles: z.record(z.string(), Profile) }).optional(),
  /** What became of the waivers and of people's answers; absent = there was no such file. */
  waivers: RunWaivers.optional(),
  answers: RunAnswers.optional(),
  /** The file of extended support that was bought; absent = there was none. */
  entitlements: RunEntitlements.optional(),
  source: SourceInfo,
  population: z.object({ found: Count, audited: Count, excluded: z.array(Excluded) }),
  images: z.array(Audit),
  subjects: z.array(AuditedSubject),
  errors: z.array(RunError),
});
export type AuditRun = z.infer<typeof AuditRun>;
