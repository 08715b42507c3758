// What changed between two runs: image by image and control by control, with the causes that lie outside the images.
import { z } from "zod";
import type { Audit, AuditRun } from "./model/audit.ts";
import { type Finding, Status } from "./model/finding.ts";
import { type LifecycleEntry, LifecycleStatus } from "./model/lifecycle.ts";
import { Phrase } from "./model/phrase.ts";
import { displayName } from "./reference.ts";
import { compareSurfaces } from "./surface-change.ts";

export const FindingChange = z.object({
  control: z.string(),
  title: z.string(),
  before: Status.nullable(),
  after: Status.nullable(),
  /** `worse` = now fails; `better` = failed and now passes; `other` = any other move. */
  direction: z.enum(["worse", "better", "other"]),
});
export type FindingChange = z.infer<typeof FindingChange>;
export const SupportChange = z.object({
  component: z.string(),
  before: LifecycleStatus.nullable(),
  after: LifecycleStatus.nullable(),
});
export type SupportChange = z.infer<typeof SupportChange>;
const ImageChange = z.object({
  reference: z.string(),
  /** The id changed under the same name: another build. */
  rebuilt: z.boolean(),
  findings: z.array(FindingChange),
  lifecycle: z.array(SupportChange),
  /** How the attack surface of another build differs, in pieces of one sentence; absent where it does not. */
  surface: z.array(Phrase).optional(),
});

export const RunComparison = z.object({
  schema: z.literal("plimsoll/run-comparison@1"),
  appeared: z.array(z.string()),
  gone: z.array(z.string()),
  changed: z.array(ImageChange),
  /** Causes that are not the image's: another rule set, other lifecycle data, another day. */
  causes: z.array(z.string()),
});
export type RunComparison = z.infer<typeof RunComparison>;
type ImageChange = z.infer<typeof ImageChange>;

/** Images are paired by reference first, then by id. Pure; order as in `after`. */
export function compareRuns(before: AuditRun, after: AuditRun): RunComparison {
  const left = new Set(before.images);
  const appeared: string[] = [];
  const changed: ImageChange[] = [];
  for (const audit of after.images) {
    const partner =
      [...left].find((other) => sharesName(other, audit)) ??
      [...left].find((other) => other.image.id === audit.image.id);
    if (partner === undefined) {
      appeared.push(displayName(audit.image));
      continue;
    }
    left.delete(partner);
    const change = imageChange(partner, audit);
    if (change.rebuilt || change.findings.length > 0 || change.lifecycle.length > 0) changed.push(change);
  }
  return {
    schema: "plimsoll/run-comparison@1",
    appeared,
    gone: [...left].map((audit) => displayName(audit.image)),
    changed,
    causes: causesOf(before, after),
  };
}

function sharesName(a: Audit, b: Audit): boolean {
  return a.image.references.some((reference) => b.image.references.includes(reference));
}

function imageChange(before: Audit, after: Audit): ImageChange {
  const rebuilt = before.image.id !== after.image.id;
  const { rows, summary } = compareSurfaces(before.hardened.surface, after.hardened.surface);
  const isOther = rows.some(({ change }) => change !== "same" && change !== "unknown");
  return {
    reference: displayName(after.image),
    rebuilt,
    findings: findingChanges(before.findings, after.findings),
    lifecycle: supportChanges(before.lifecycle, after.lifecycle),
    // Of the same build, another surface only means that the reader has learnt to see more.
    ...(rebuilt && isOther ? { surface: [...summary] } : {}),
  };
}

/** The controls whose status differs, those of `after` first; null = not judged there. */
export function findingChanges(before: readonly Finding[], after: readonly Finding[]): FindingChange[] {
  const old = new Map(before.map((finding) => [finding.control, finding]));
  const now = new Map(after.map((finding) => [finding.control, finding]));
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((control) => {
    const from = old.get(control)?.status ?? null;
    const to = now.get(control)?.status ?? null;
    if (from === to) return [];
    const title = (now.get(control) ?? old.get(control))?.title ?? control;
    const direction =
      to === "fail" ? ("worse" as const) : from === "fail" && to === "pass" ? ("better" as const) : ("other" as const);
    return [{ control, title, before: from, after: to, direction }];
  });
}

/** The components whose status of support differs; null = not among them. */
export function supportChanges(before: readonly LifecycleEntry[], after: readonly LifecycleEntry[]): SupportChange[] {
  const oldSupport = new Map(before.map((entry) => [entry.component.label, entry.status]));
  const newSupport = new Map(after.map((entry) => [entry.component.label, entry.status]));
  return [...new Set([...newSupport.keys(), ...oldSupport.keys()])].flatMap((component) => {
    const from = oldSupport.get(component) ?? null;
    const to = newSupport.get(component) ?? null;
    return from === to ? [] : [{ component, before: from, after: to }];
  });
}

function causesOf(before: AuditRun, after: AuditRun): string[] {
  const causes: string[] = [];
  if (before.on !== after.on) causes.push(`judged as of ${after.on} instead of ${before.on}`);
  if (before.tool.version !== after.tool.version)
    causes.push(`Plimsoll ${after.tool.version} instead of ${before.tool.version}`);
  for (const rule of after.rules) {
    const old = before.rules.find((candidate) => candidate.benchmark === rule.benchmark);
    if (old === undefined) causes.push(`benchmark ${rule.benchmark} was not judged before`);
    else if (old.digest !== rule.digest)
      causes.push(`rules of ${rule.benchmark} changed from ${old.version} to ${rule.version}`);
  }
  for (const rule of before.rules) {
    if (!after.rules.some((candidate) => candidate.benchmark === rule.benchmark))
      causes.push(`benchmark ${rule.benchmark} is no longer judged`);
  }
  if (before.data.lifecycle.date !== after.data.lifecycle.date) {
    causes.push(`lifecycle data of ${after.data.lifecycle.date} instead of ${before.data.lifecycle.date}`);
  }
  const decided = {
    policy: "the policy",
    waivers: "the file of waivers",
    answers: "the file of people's answers",
    entitlements: "the file of entitlements",
  } as const;
  for (const kind of ["policy", "waivers", "answers", "entitlements"] as const) {
    if (before[kind]?.digest !== after[kind]?.digest) causes.push(`${decided[kind]} is another`);
  }
  return causes;
}
