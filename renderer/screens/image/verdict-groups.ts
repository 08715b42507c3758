// Findings grouped by benchmark; in each group what needs attention first, then by severity and control number.

import type { StatusCounts } from "../../../shared/model/audit.ts";
import type { Finding, Status } from "../../../shared/model/finding.ts";
import { statuses } from "../../../shared/model/finding.ts";
import { countStatuses } from "../../../shared/summary.ts";

export interface VerdictGroup {
  readonly benchmark: string;
  readonly counts: StatusCounts;
  readonly findings: readonly Finding[];
}

const severities = ["high", "medium", "low"] as const;

/** `4.10` after `4.9`: numbers inside ids count as numbers. */
const byNumber = new Intl.Collator("en", { numeric: true }).compare;

export function verdictGroups(findings: readonly Finding[], shown: Status | null): VerdictGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.benchmark);
    if (group === undefined) groups.set(finding.benchmark, [finding]);
    else group.push(finding);
  }
  return [...groups].map(([benchmark, all]) => ({
    benchmark,
    counts: countStatuses(all),
    findings: all
      .filter(({ status }) => shown === null || status === shown)
      .sort(
        (a, b) =>
          statuses.indexOf(a.status) - statuses.indexOf(b.status) ||
          severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
          byNumber(a.control, b.control),
      ),
  }));
}
