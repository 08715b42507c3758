// The gates of an audit: whether what was found is bad enough to end with exit code 1. One definition for both faces.
import { endsWithin } from "./cover.ts";
import type { AuditRun } from "./model/audit.ts";
import type { Severity } from "./model/control.ts";
import { isWaived } from "./waived.ts";

export interface Gates {
  /** `fail` of this severity or worse, without a valid waiver. */
  readonly failOn: "none" | Severity;
  /** Components without cover within this many days; null = not asked. */
  readonly failOnEol: number | null;
  /** Any `not-assessed` or `error`. */
  readonly failOnUnassessed: boolean;
}

const rank: Readonly<Record<Severity, number>> = { low: 1, medium: 2, high: 3 };

/** The gates that were reached, as short English sentences; empty = none. */
export function reachedGates(run: AuditRun, gates: Gates): string[] {
  const reached: string[] = [];
  const findings = [
    ...run.images.flatMap((audit) => audit.findings),
    ...run.subjects.flatMap((subject) => subject.findings),
  ];
  if (gates.failOn !== "none") {
    const least = rank[gates.failOn];
    const count = findings.filter(
      (finding) => finding.status === "fail" && !isWaived(finding) && rank[finding.severity] >= least,
    ).length;
    if (count > 0) reached.push(`--fail-on ${gates.failOn}: ${count} failed`);
  }
  if (gates.failOnEol !== null) {
    const days = gates.failOnEol;
    const entries = run.images.flatMap((audit) => audit.lifecycle);
    const count = entries.filter((entry) => endsWithin(entry, run.on, days)).length;
    if (count > 0) reached.push(`--fail-on-eol ${days}: ${count} without cover`);
  }
  if (gates.failOnUnassessed) {
    const count = findings.filter((finding) => finding.status === "not-assessed" || finding.status === "error").length;
    if (count > 0) reached.push(`--fail-on-unassessed: ${count} not assessed`);
  }
  return reached;
}
