// Counting verdicts: the one place that says what counts as what. Only `pass` is good; nothing else is ever added to it.

import type { CalendarDay } from "./calendar-day.ts";
import { lastCoveredDay } from "./cover.ts";
import type { AuditSummary, StatusCounts } from "./model/audit.ts";
import type { Finding } from "./model/finding.ts";
import type { LifecycleEntry, LifecycleStatus } from "./model/lifecycle.ts";
import { isWaived } from "./waived.ts";

export function emptyCounts(): StatusCounts {
  return { pass: 0, fail: 0, manual: 0, "not-applicable": 0, "not-assessed": 0, error: 0 };
}

/** How many findings have each of the six statuses. */
export function countStatuses(findings: readonly Pick<Finding, "status">[]): StatusCounts {
  const counts = emptyCounts();
  for (const { status } of findings) counts[status] += 1;
  return counts;
}

export function addCounts(a: StatusCounts, b: StatusCounts): StatusCounts {
  const sum = emptyCounts();
  for (const key of Object.keys(sum) as (keyof StatusCounts)[]) sum[key] = a[key] + b[key];
  return sum;
}

/** Worst first: an image takes the worst status among its components that raise alarms of their own. */
const lifecycleOrder: readonly LifecycleStatus[] = [
  "eol",
  "extended-only",
  "unknown",
  "security-only",
  "rolling",
  "supported",
  "none",
];

/** The status an image is shown with; `none` when it has no component at all. */
export function worstLifecycle(entries: readonly LifecycleEntry[]): LifecycleStatus {
  const own = entries.filter((entry) => entry.component.distroPackaged !== true);
  return lifecycleOrder.find((status) => own.some((entry) => entry.status === status)) ?? "none";
}

/**
 * The last day on which every component of the image is supported: per component its own end, or the end of the cover that
 * joins it, then the earliest of these with the component that ends first. Null where no component has a dated end. With
 * `on`, a component that is covered on that day counts until this cover ends, whatever gap lay before.
 */
export function supportedUntil(entries: readonly LifecycleEntry[], on?: CalendarDay): AuditSummary["supportedUntil"] {
  let earliest: { date: CalendarDay; component: string } | null = null;
  for (const entry of entries) {
    if (entry.component.distroPackaged === true) continue;
    const last = lastCoveredDay(entry, on);
    if (last !== null && (earliest === null || last < earliest.date)) {
      earliest = { date: last, component: entry.component.label };
    }
  }
  return earliest;
}

/** The summary of an image's verdicts and support as they stand on `on`. */
export function summarise(
  findings: readonly Finding[],
  lifecycle: readonly LifecycleEntry[],
  on: CalendarDay,
): AuditSummary {
  const bySeverity = { high: 0, medium: 0, low: 0 };
  for (const finding of findings) if (finding.status === "fail") bySeverity[finding.severity] += 1;
  return {
    byStatus: countStatuses(findings),
    bySeverity,
    waived: findings.filter(isWaived).length,
    lifecycle: worstLifecycle(lifecycle),
    supportedUntil: supportedUntil(lifecycle, on),
  };
}
