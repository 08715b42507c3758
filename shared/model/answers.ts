// What the commands print with `--format json`, besides the audit run: one schema each, published under assets/schema/.
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";
import { RunComparison } from "../compare-runs.ts";
import { CoverSaid, WindowReason } from "../window-reason.ts";
import { ManualAnswer } from "./answer.ts";
import { AuditRun, RunError } from "./audit.ts";
import { Mapping, Severity, StigIds } from "./control.ts";
import { DataOutcomeAnswer, DataStatusAnswer } from "./data-status.ts";
import { Entitlement, EntitlementState, RunEntitlements } from "./entitlement.ts";
import { RunEntry } from "./history.ts";
import { Excluded, ListedImage, SourceInfo } from "./image.ts";
import { Coverage, LifecycleEntry, LifecycleStatus, Product } from "./lifecycle.ts";
import { MigrationAnswer } from "./migration.ts";
import { Recommendation } from "./move.ts";
import { Phrase } from "./phrase.ts";
import { Rejudgement } from "./rejudgement.ts";
import { DateCorrection, Reminder } from "./reminder.ts";
import { TechnologyReview } from "./technology.ts";
import { Verification } from "./verification.ts";
import { HygieneNote, Waiver, WaiverState } from "./waiver.ts";

export const ImagesAnswer = z.object({
  schema: z.literal("plimsoll/images@1"),
  source: SourceInfo,
  images: z.array(ListedImage.omit({ key: true, diffIds: true })),
  excluded: z.array(Excluded),
  errors: z.array(RunError),
});

/** A control with its texts in one language. */
const ControlText = z.object({
  id: z.string(),
  benchmark: z.string(),
  section: z.string(),
  title: z.string(),
  level: z.union([z.literal(1), z.literal(2)]).optional(),
  severity: Severity,
  severityGround: z.string(),
  assessment: z.enum(["manual", "automated"]),
  scope: z.enum(["image", "container", "engine", "host"]),
  rule: z.string(),
  remediation: z.string(),
  stig: StigIds.optional(),
  formerly: z.string().optional(),
  parameters: z.array(z.string()).optional(),
  mappings: z.array(Mapping),
  unchecked: z.object({ status: z.enum(["manual", "not-applicable"]), reason: z.string() }).optional(),
});

export const ControlsAnswer = z.object({
  schema: z.literal("plimsoll/controls@1"),
  benchmarks: z.array(
    z.object({
      /** Of a benchmark that comes with Plimsoll, or of a pack. */
      id: z.string(),
      title: z.string(),
      edition: z.string(),
      version: z.string(),
      date: z.string().optional(),
      supersededBy: z.string().optional(),
      digest: z.string(),
      source: z.string(),
      notice: z.string(),
    }),
  ),
  controls: z.array(ControlText),
});
export type ControlsAnswer = z.infer<typeof ControlsAnswer>;

export const ControlAnswer = ControlText.extend({ schema: z.literal("plimsoll/control@1") });

export const HistoryAnswer = z.object({ schema: z.literal("plimsoll/history@1"), runs: z.array(RunEntry) });

/** A component with what follows on the day: by whom it is covered, and why each window counts or does not. */
const CoveredEntry = LifecycleEntry.extend({
  coverage: z.array(
    Coverage.extend({
      reason: WindowReason,
      /** Days since the state of the source; absent where it has no date. */
      ageDays: z.int().nonnegative().optional(),
    }),
  ),
  cover: CoverSaid,
});

/** The file of extended support that was bought; absent = there was none. */
const usedFile = { entitlements: RunEntitlements.extend({ file: z.string() }).optional() };

/** The state of the dates; `own`: a file of own dates that was worked in. */
const DataSaid = z.object({
  source: z.string(),
  date: CalendarDay,
  own: z.object({ digest: z.string() }).optional(),
});

export const LifecycleAnswer = z.object({
  schema: z.literal("plimsoll/lifecycle@1"),
  on: CalendarDay,
  timeZone: z.string(),
  data: DataSaid,
  ...usedFile,
  images: z.array(
    z.object({
      reference: z.string(),
      id: z.string(),
      status: LifecycleStatus,
      supportedUntil: z.object({ date: CalendarDay, component: z.string() }).nullable(),
      components: z.array(CoveredEntry),
    }),
  ),
  errors: z.array(RunError),
});

export const ProductAnswer = z.object({
  schema: z.literal("plimsoll/product@1"),
  on: CalendarDay,
  data: DataSaid,
  ...usedFile,
  product: Product.omit({ cycles: true }),
  cycles: z.array(CoveredEntry),
});

export const KeyAnswer = z.object({
  schema: z.literal("plimsoll/key@1"),
  folder: z.string(),
  identity: z
    .object({
      name: z.string(),
      fingerprint: z.string(),
      caFingerprint: z.string(),
      protection: z.enum(["passphrase", "unprotected"]),
      origin: z.string(),
      notBefore: z.string(),
      notAfter: z.string(),
    })
    .nullable(),
});

export const VerifyAnswer = z.object({ schema: z.literal("plimsoll/verify@1"), verifications: z.array(Verification) });

/** How a waiver or an answer stands on the day. */
const standing = { reason: z.string().optional(), phrase: Phrase.optional() };

export const WaiverListAnswer = z.object({
  schema: z.literal("plimsoll/waiver-list@1"),
  on: CalendarDay,
  file: z.string(),
  /** Absent where there is no such file. */
  digest: z.string().optional(),
  approver: z.enum(["required", "optional"]),
  maximumDays: z.int(),
  waivers: z.array(
    z.object({
      waiver: Waiver,
      standing: z.object({
        state: WaiverState,
        ...standing,
        /** Findings of `run` that it stands beside. */
        findings: z.int().nonnegative().optional(),
      }),
    }),
  ),
  hygiene: z.array(HygieneNote),
  /** The newest kept run, where it was judged with exactly this file. */
  run: z.object({ id: z.string(), on: CalendarDay }).optional(),
});

export const WaiverAnswer = z.object({ schema: z.literal("plimsoll/waiver@1"), file: z.string(), waiver: Waiver });

export const AnswerListAnswer = z.object({
  schema: z.literal("plimsoll/answer-list@1"),
  on: CalendarDay,
  file: z.string(),
  digest: z.string().optional(),
  answers: z.array(
    z.object({
      answer: ManualAnswer,
      standing: z.object({ state: z.enum(["holds", "revoked", "expired", "future"]), ...standing }),
    }),
  ),
});

export const PersonAnswer = z.object({
  schema: z.literal("plimsoll/answer@1"),
  file: z.string(),
  answer: ManualAnswer,
});

export const EntitlementListAnswer = z.object({
  schema: z.literal("plimsoll/entitlements@1"),
  on: CalendarDay,
  file: z.string(),
  /** Absent where there is no such file. */
  digest: z.string().optional(),
  entitlements: z.array(
    z.object({
      entitlement: Entitlement,
      standing: z.object({
        state: EntitlementState,
        phrases: z.array(Phrase),
        /** The phrases in English. */
        reasons: z.array(z.string()),
        /** Kept images in which a window counts because of it; null = no image is kept. */
        images: z.int().nonnegative().nullable(),
      }),
    }),
  ),
});

export const EntitlementAnswer = z.object({
  schema: z.literal("plimsoll/entitlement@1"),
  file: z.string(),
  entitlement: Entitlement,
});

export const RemindersAnswer = z.object({
  schema: z.literal("plimsoll/reminders@1"),
  on: CalendarDay,
  timeZone: z.string(),
  data: z.object({ source: z.string(), date: CalendarDay }),
  /** Own images that could be looked at; 0 without `errors` = no audit of any is kept. */
  images: z.int().nonnegative(),
  /** Components of these that no source dates: nothing reminds of them. */
  undated: z.array(z.string()),
  /** With `--due`, only what is due; after a change, only what was changed. */
  reminders: z.array(Reminder),
  /** Dates that moved, newest first. */
  corrections: z.array(DateCorrection),
  errors: z.array(RunError),
});
export type RemindersAnswer = z.infer<typeof RemindersAnswer>;

/** Every published shape by the name of its file, `NAME.schema.json`. Schemas are added, never edited. */
export const publishedSchemas = {
  "audit-run-1": AuditRun,
  "images-1": ImagesAnswer,
  "controls-1": ControlsAnswer,
  "control-1": ControlAnswer,
  "history-1": HistoryAnswer,
  "run-comparison-1": RunComparison,
  "rejudgement-1": Rejudgement,
  "lifecycle-1": LifecycleAnswer,
  "product-1": ProductAnswer,
  "reminders-1": RemindersAnswer,
  "data-status-1": DataStatusAnswer,
  "data-outcome-1": DataOutcomeAnswer,
  "key-1": KeyAnswer,
  "verify-1": VerifyAnswer,
  "waiver-list-1": WaiverListAnswer,
  "waiver-1": WaiverAnswer,
  "answer-list-1": AnswerListAnswer,
  "answer-1": PersonAnswer,
  "entitlements-1": EntitlementListAnswer,
  "entitlement-1": EntitlementAnswer,
  "technology-review-1": TechnologyReview,
  "recommendation-1": Recommendation,
  "migration-1": MigrationAnswer,
} as const;
