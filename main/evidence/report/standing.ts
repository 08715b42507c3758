// What the page for management is made from: which images are worst, what ends next, what is not known. Pure counting; no
// score is formed.
import type { CalendarDay } from "../../../shared/calendar-day.ts";
import { compareText } from "../../../shared/compare-text.ts";
import type { Audit, AuditRun } from "../../../shared/model/audit.ts";
import { type Finding, type Status, statuses } from "../../../shared/model/finding.ts";
import type { LifecycleEntry } from "../../../shared/model/lifecycle.ts";

const severityRank = { high: 0, medium: 1, low: 2 } as const;

/** Images in the order in which they need attention: most high failures first, then medium, then low; else as audited. */
export function worstFirst(images: readonly Audit[]): Audit[] {
  const keys = ["high", "medium", "low"] as const;
  return [...images].sort((a, b) => {
    for (const key of keys) {
      const difference = b.summary.bySeverity[key] - a.summary.bySeverity[key];
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

/** Findings in the order of a report: by status as everywhere, then by severity, else as in the catalogue. */
export function byUrgency(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      statuses.indexOf(a.status) - statuses.indexOf(b.status) || severityRank[a.severity] - severityRank[b.severity],
  );
}

/** A component's own dates count, not those of packages that follow their operating system. */
function ownEntries(audit: Audit): LifecycleEntry[] {
  return audit.lifecycle.filter((entry) => entry.component.distroPackaged !== true);
}

export interface Ending {
  readonly entry: LifecycleEntry;
  readonly what: string;
  readonly date: CalendarDay;
  readonly images: number;
  /** A window that the image or the user is entitled to goes on after the date. */
  readonly isCovered: boolean;
}

/** The ends that lie ahead, earliest first; the same end of the same component in several images is one. */
export function nextEnds(images: readonly Audit[]): Ending[] {
  const endings = new Map<string, Ending>();
  for (const audit of images) {
    const seen = new Set<string>();
    for (const entry of ownEntries(audit)) {
      if (entry.next === null) continue;
      const { what, date } = entry.next;
      const isCovered = entry.coverage.some(
        (window) => window.entitled && window.estimate !== true && (window.until === null || window.until > date),
      );
      const key = [date, what, entry.component.label, isCovered].join("|");
      const images = (endings.get(key)?.images ?? 0) + (seen.has(key) ? 0 : 1);
      seen.add(key);
      endings.set(key, { entry, what, date, images, isCovered });
    }
  }
  return [...endings.values()].sort((a, b) =>
    a.date === b.date ? compareText(a.entry.component.label, b.entry.component.label) : compareText(a.date, b.date),
  );
}

/** Components that are past their last supported day, each named once. */
export function endedComponents(images: readonly Audit[]): string[] {
  return labelsWith(images, (entry) => entry.status === "eol");
}

export function unknownComponents(images: readonly Audit[]): string[] {
  return labelsWith(images, (entry) => entry.status === "unknown");
}

function labelsWith(images: readonly Audit[], isMeant: (entry: LifecycleEntry) => boolean): string[] {
  const labels = images.flatMap((audit) =>
    ownEntries(audit)
      .filter(isMeant)
      .map((entry) => entry.component.label),
  );
  return [...new Set(labels)].sort(compareText);
}

/** Findings of images and of other subjects, each with the image's audit or null. */
export function findingsOf(run: AuditRun, status: Status): { readonly audit: Audit; readonly finding: Finding }[] {
  return run.images.flatMap((audit) =>
    audit.findings.filter((finding) => finding.status === status).map((finding) => ({ audit, finding })),
  );
}
