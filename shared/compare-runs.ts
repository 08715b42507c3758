// What changed between two runs: image by image and control by control, with the causes that lie outside the images.
import { z } from "zod";
import type { Audit, AuditRun } from "./model/audit.ts";
import { Status } from "./model/finding.ts";
import { LifecycleStatus } from "./model/lifecycle.ts";
import { displayName } from "./reference.ts";

const Change = z.object({
  control: z.string(),
  title: z.string(),
  before: Status.nullable(),
  after: Status.nullable(),
  /** `worse` = now fails; `better` = failed and now passes; `other` = any other move. */
  direction: z.enum(["worse", "better", "other"]),
});
const SupportChange = z.object({
  component: z.string(),
  before: LifecycleStatus.nullable(),
  after: LifecycleStatus.nullable(),
});
const ImageChange = z.object({
  reference: z.string(),
  /** The id changed under the same name: another build. */
  rebuilt: z.boolean(),
  findings: z.array(Change),
  lifecycle: z.array(SupportChange),
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
  const old = new Map(before.findings.map((finding) => [finding.control, finding]));
  const now = new Map(after.findings.map((finding) => [finding.control, finding]));
  const findings = [...new Set([...now.keys(), ...old.keys()])].flatMap((control) => {
    const from = old.get(control)?.status ?? null;
    const to = now.get(control)?.status ?? null;
    if (from === to) return [];
    const title = (now.get(control) ?? old.get(control))?.title ?? control;
    const direction =
      to === "fail" ? ("worse" as const) : from === "fail" && to === "pass" ? ("better" as const) : ("other" as const);
    return [{ control, title, before: from, after: to, direction }];
  });
  const oldSupport = new Map(before.lifecycle.map((entry) => [entry.component.label, entry.status]));
  const newSupport = new Map(after.lifecycle.map((entry) => [entry.component.label, entry.status]));
  const lifecycle = [...new Set([...newSupport.keys(), ...oldSupport.keys()])].flatMap((component) => {
    const from = oldSupport.get(component) ?? null;
    const to = newSupport.get(component) ?? null;
    return from === to ? [] : [{ component, before: from, after: to }];
  });
  return { reference: displayName(after.image), rebuilt: before.image.id !== after.image.id, findings, lifecycle };
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
  return causes;
}
