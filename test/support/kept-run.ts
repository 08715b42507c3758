// A small audit run by code, for tests of what keeps and compares runs.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { Audit, AuditRun } from "../../shared/model/audit.ts";
import type { DiffId } from "../../shared/model/digest.ts";
import type { Finding, Status } from "../../shared/model/finding.ts";
import { summarise } from "../../shared/summary.ts";
import { factsWith, imageWith } from "./facts.ts";

export const day = (text: string): CalendarDay => text as CalendarDay;

/** `sha256:` and 64 times one hex digit. */
export const idOf = (digit: string): string => `sha256:${digit.repeat(64)}`;

export function finding(control: string, status: Status): Finding {
  return {
    control,
    benchmark: "cis-docker",
    title: `Title of ${control}`,
    severity: "medium",
    status,
    evidence: [],
    remediation: "Mend it.",
    mappings: [],
    ...(status === "pass" || status === "fail" ? {} : { reason: "because" }),
  };
}

export function auditWith(id: string, references: string[], findings: Finding[]): Audit {
  const image = { ...imageWith([{ diffId: idOf("a") as DiffId, size: 10 }]), id, references };
  return {
    image,
    facts: factsWith(),
    findings,
    lifecycle: [],
    hardened: {
      state: "none",
      claims: [],
      proof: { method: "none" },
      attestations: [],
      surface: {
        shells: [],
        packageManagers: [],
        interpreters: [],
        setuid: 0,
        packages: 0,
        files: 0,
        size: 0,
        root: true,
        ports: [],
      },
    },
    summary: summarise(findings, [], day("2026-11-24")),
  };
}

export function runWith(images: Audit[], over: Partial<AuditRun> = {}): AuditRun {
  return {
    schema: "plimsoll/audit-run@1",
    tool: { name: "plimsoll", version: "0.1.0" },
    on: day("2026-11-24"),
    timeZone: "UTC (UTC+00:00)",
    startedAt: "2026-11-24T06:00:00Z",
    finishedAt: "2026-11-24T06:00:01Z",
    rules: [{ benchmark: "cis-docker", version: "1", digest: `sha256:${"0".repeat(64)}` }],
    data: {
      lifecycle: { source: "endoflife.date", date: day("2026-08-22") },
      hardened: { source: "catalog", date: day("2026-08-22") },
    },
    source: { kind: "engine", name: "default" },
    population: { found: images.length, audited: images.length, excluded: [] },
    images,
    subjects: [],
    errors: [],
    ...over,
  };
}
