// What the window knows of a running audit, as a pure fold over the events of `audit.run`.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { ImageRow, OutputOf } from "../../shared/ipc/contract.ts";
import type { Audit } from "../../shared/model/audit.ts";
import type { AuditEvent } from "../../shared/model/audit-event.ts";
import { assertNever, type Failure, type Result } from "../../shared/model/failure.ts";
import type { Excluded } from "../../shared/model/image.ts";
import type { SourceSpec } from "../../shared/model/source-spec.ts";

/** How far an image of the run is; `config` = first verdicts are there, its layers are still to be read. */
export type RowProgress =
  | { readonly kind: "waiting" }
  | { readonly kind: "config"; readonly last: LastAudit }
  | { readonly kind: "full"; readonly last: LastAudit }
  | { readonly kind: "failed"; readonly failure: Failure };

export type LastAudit = Omit<NonNullable<ImageRow["last"]>, "finishedAt">;

export interface AuditState {
  readonly phase: "idle" | "running" | "cancelling" | "done" | "failed";
  readonly source: SourceSpec | null;
  readonly bytes: number;
  readonly totalBytes: number;
  readonly audited: number;
  readonly total: number;
  /** By the source's key. */
  readonly rows: ReadonlyMap<string, RowProgress>;
  readonly excluded: readonly Excluded[];
  /** The finished run, from which a report can be made. */
  readonly run: OutputOf<"audit.run"> | null;
  readonly failure: Failure | null;
}

export const idleAudit: AuditState = {
  phase: "idle",
  source: null,
  bytes: 0,
  totalBytes: 0,
  audited: 0,
  total: 0,
  rows: new Map(),
  excluded: [],
  run: null,
  failure: null,
};

export type AuditStep =
  | { readonly do: "start"; readonly source: SourceSpec; readonly keys: readonly string[] | null }
  | { readonly do: "events"; readonly events: readonly AuditEvent[]; readonly on: CalendarDay }
  | { readonly do: "cancel" }
  | { readonly do: "end"; readonly result: Result<OutputOf<"audit.run">> };

export function isRunning(state: Pick<AuditState, "phase">): boolean {
  return state.phase === "running" || state.phase === "cancelling";
}

export function nextAuditState(state: AuditState, step: AuditStep): AuditState {
  switch (step.do) {
    case "start": {
      const rows = new Map((step.keys ?? []).map((key) => [key, { kind: "waiting" }] as const));
      return { ...idleAudit, phase: "running", source: step.source, rows, total: rows.size };
    }
    case "events":
      return afterEvents(state, step.events, step.on);
    case "cancel":
      return state.phase === "running" ? { ...state, phase: "cancelling" } : state;
    case "end": {
      if (step.result.ok) return { ...state, phase: "done", run: step.result.value };
      // A run that did not reach its end is not kept, so its verdicts do not stay either; what could not be read, is said.
      const rows = new Map([...state.rows].filter(([, row]) => row.kind === "failed"));
      return { ...state, phase: "failed", rows, failure: step.result.failure };
    }
    default:
      return assertNever(step);
  }
}

function afterEvents(state: AuditState, events: readonly AuditEvent[], on: CalendarDay): AuditState {
  const rows = new Map(state.rows);
  let next: AuditState = { ...state, rows };
  for (const event of events) {
    switch (event.kind) {
      case "found":
        if (rows.size === 0) for (const { key } of event.images) rows.set(key, { kind: "waiting" });
        next = { ...next, excluded: event.excluded, total: rows.size };
        break;
      case "progress":
        next = {
          ...next,
          bytes: event.bytes,
          totalBytes: event.totalBytes,
          audited: event.audited,
          total: event.total,
        };
        break;
      case "audited":
        rows.set(event.key, { kind: event.depth, last: lastOf(event.audit, on) });
        break;
      case "subjects":
        // Shown by the page of surroundings from what is kept at the end.
        break;
      case "failed":
        rows.set(event.key, { kind: "failed", failure: event.failure });
        break;
      default:
        assertNever(event);
    }
  }
  return next;
}

function lastOf(audit: Audit, on: CalendarDay): LastAudit {
  return {
    on,
    summary: audit.summary,
    os: audit.facts.os?.prettyName ?? audit.facts.os?.id ?? null,
    hardened: audit.hardened.state,
  };
}
