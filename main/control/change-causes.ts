// Why a verdict on the same facts is another than before. A difference is certain where the verdict was tried without it and
// came out otherwise, or where it is the only one; the rest are named as possible.
import type { AuditRun } from "../../shared/model/audit.ts";
import type { Finding } from "../../shared/model/finding.ts";
import type { Cause, ChangeCause } from "../../shared/model/rejudgement.ts";

/** The verdict of the new judgement with one difference taken back. */
export interface Tried {
  readonly kind: Extract<ChangeCause, "day" | "rules">;
  readonly finding: Finding | undefined;
}

type Difference = Omit<Cause, "certain">;

/**
 * The causes of one change, at least one. `former` and `finding` are the verdicts in the two runs, undefined where the control
 * was not judged there.
 */
export function causesOf(
  before: AuditRun,
  after: AuditRun,
  former: Finding | undefined,
  finding: Finding | undefined,
  tried: readonly Tried[],
): Cause[] {
  const decided = decisions(former, finding);
  if (decided.length > 0) return decided.map((cause) => ({ ...cause, certain: true }));
  if (finding?.phrase?.key === "control.facts-too-old") {
    const version = String(finding.phrase.params?.["version"] ?? "");
    return [{ kind: "facts-version", before: version, after: version, certain: true }];
  }
  if (finding?.phrase?.key === "control.not-asked-for") {
    const area = String(finding.phrase.params?.["area"] ?? "");
    return [{ kind: "facts-not-kept", before: area, after: "–", certain: true }];
  }
  const benchmark = (finding ?? former)?.benchmark ?? "";
  const differences = differencesOf(before, after, benchmark);
  if (former === undefined || finding === undefined) return ofMembership(differences, benchmark, before, after);

  const certain = tried.filter(({ finding: other }) => other?.status !== finding.status).map(({ kind }) => kind);
  const proven = differences.filter(({ kind }) => certain.includes(kind as Tried["kind"]));
  if (proven.length > 0) return proven.map((cause) => ({ ...cause, certain: true }));
  const untried = differences.filter(({ kind }) => !tried.some((one) => one.kind === kind));
  // Nothing by itself: what was tried works only together with something else, or what was not tried is the cause.
  const possible = untried.length > 0 ? untried : differences;
  if (possible.length === 0) return [{ ...toolOf(before, after), certain: false }];
  return possible.map((cause) => ({ ...cause, certain: possible.length === 1 }));
}

/** The control is in one of the two judgements alone: its rule set or the policy's profile says so. */
function ofMembership(
  differences: readonly Difference[],
  benchmark: string,
  before: AuditRun,
  after: AuditRun,
): Cause[] {
  const fitting = differences.filter(({ kind }) => kind === "rules" || kind === "policy");
  if (fitting.length > 0) return fitting.map((cause) => ({ ...cause, certain: fitting.length === 1 }));
  return [{ kind: "rules", before: rulesOf(before, benchmark), after: rulesOf(after, benchmark), certain: false }];
}

function differencesOf(before: AuditRun, after: AuditRun, benchmark: string): Difference[] {
  const pairs: Difference[] = [
    { kind: "rules", before: rulesOf(before, benchmark), after: rulesOf(after, benchmark) },
    { kind: "day", before: before.on, after: after.on },
    { kind: "data", before: dataOf(before), after: dataOf(after) },
    { kind: "policy", before: policyOf(before), after: policyOf(after) },
    { kind: "entitlements", before: boughtOf(before), after: boughtOf(after) },
    toolOf(before, after),
  ];
  return pairs.filter((pair) => pair.before !== pair.after);
}

/** A waiver or an answer that is there in one of the two alone, or is another. */
function decisions(former: Finding | undefined, finding: Finding | undefined): Difference[] {
  const pairs: Difference[] = [
    { kind: "waiver", before: former?.waiver?.id ?? "–", after: finding?.waiver?.id ?? "–" },
    { kind: "answer", before: former?.answer?.id ?? "–", after: finding?.answer?.id ?? "–" },
  ];
  const changed = pairs.filter((pair) => pair.before !== pair.after);
  // A waiver changes no status: with another status, it is beside the point.
  return former?.status === finding?.status ? changed : changed.filter(({ kind }) => kind === "answer");
}

function rulesOf({ rules }: AuditRun, benchmark: string): string {
  const set = rules.find((one) => one.benchmark === benchmark);
  return set === undefined ? "–" : `${benchmark}@${set.version} ${set.digest.slice(0, 19)}`;
}

function dataOf({ data }: AuditRun): string {
  return `lifecycle ${data.lifecycle.date}, hardened ${data.hardened.date}`;
}

function policyOf({ policy }: AuditRun): string {
  return policy === undefined ? "–" : `${policy.name} ${policy.digest.slice(0, 19)}`;
}

function boughtOf({ entitlements }: AuditRun): string {
  return entitlements === undefined ? "–" : entitlements.digest.slice(0, 19);
}

function toolOf({ tool }: AuditRun, after: AuditRun): Difference {
  const name = (one: AuditRun["tool"]) =>
    `${one.version}${one.digest === undefined ? "" : ` ${one.digest.slice(0, 19)}`}`;
  return { kind: "tool", before: name(tool), after: name(after.tool) };
}
