// What the commands print with `--format json`, besides the audit run: one schema each, published under assets/schema/.
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";
import { RunComparison } from "../compare-runs.ts";
import { AuditRun, RunError } from "./audit.ts";
import { BenchmarkId, Mapping, Severity } from "./control.ts";
import { RunEntry } from "./history.ts";
import { Excluded, ListedImage, SourceInfo } from "./image.ts";
import { LifecycleEntry, LifecycleStatus, Product } from "./lifecycle.ts";
import { Verification } from "./verification.ts";

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
  mappings: z.array(Mapping),
});

export const ControlsAnswer = z.object({
  schema: z.literal("plimsoll/controls@1"),
  benchmarks: z.array(
    z.object({
      id: BenchmarkId,
      title: z.string(),
      edition: z.string(),
      version: z.string(),
      date: z.string().optional(),
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

export const LifecycleAnswer = z.object({
  schema: z.literal("plimsoll/lifecycle@1"),
  on: CalendarDay,
  timeZone: z.string(),
  data: z.object({ source: z.string(), date: CalendarDay }),
  images: z.array(
    z.object({
      reference: z.string(),
      id: z.string(),
      status: LifecycleStatus,
      supportedUntil: z.object({ date: CalendarDay, component: z.string() }).nullable(),
      components: z.array(LifecycleEntry),
    }),
  ),
  errors: z.array(RunError),
});

export const ProductAnswer = z.object({
  schema: z.literal("plimsoll/product@1"),
  on: CalendarDay,
  data: z.object({ source: z.string(), date: CalendarDay }),
  product: Product.omit({ cycles: true }),
  cycles: z.array(LifecycleEntry),
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

/** Every published shape by the name of its file, `NAME.schema.json`. Schemas are added, never edited. */
export const publishedSchemas = {
  "audit-run-1": AuditRun,
  "images-1": ImagesAnswer,
  "controls-1": ControlsAnswer,
  "control-1": ControlAnswer,
  "history-1": HistoryAnswer,
  "run-comparison-1": RunComparison,
  "lifecycle-1": LifecycleAnswer,
  "product-1": ProductAnswer,
  "key-1": KeyAnswer,
  "verify-1": VerifyAnswer,
} as const;
