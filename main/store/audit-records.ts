// The shapes on disk of kept audits: a run points to its images' audits by content, the index only repeats the runs.
import { z } from "zod";
import { AuditRun } from "../../shared/model/audit.ts";
import { KeptImage, RunEntry } from "../../shared/model/history.ts";

/** A run without its audits: those lie beside it, each named by the SHA-256 of its bytes. */
export const RunRecord = AuditRun.omit({ images: true }).extend({
  record: z.literal("plimsoll/run-record@1"),
  images: z.array(KeptImage),
});
export type RunRecord = z.infer<typeof RunRecord>;

export const AuditIndex = z.object({ index: z.literal("plimsoll/audit-index@1"), runs: z.array(RunEntry) });
export type AuditIndex = z.infer<typeof AuditIndex>;

/** The index entry of a run record; pure, so that the index can be rebuilt from the records alone. */
export function entryOf(run: string, record: RunRecord): RunEntry {
  return {
    run,
    on: record.on,
    startedAt: record.startedAt,
    finishedAt: record.finishedAt,
    source: record.source.name,
    errors: record.errors.length,
    images: record.images,
    ...(record.subjects.length === 0 ? {} : { subjects: record.subjects.length }),
  };
}

/** Oldest first; runs of the same second by id, so that the order never depends on the folder. */
export function ordered(runs: readonly RunEntry[]): RunEntry[] {
  return [...runs].sort((a, b) => {
    const left = `${a.finishedAt} ${a.run}`;
    const right = `${b.finishedAt} ${b.run}`;
    return left < right ? -1 : left > right ? 1 : 0;
  });
}
