// The shapes on disk of kept audits: a run points to its images' audits by content, the index only repeats the runs.
import { z } from "zod";
import { AuditRun } from "../../shared/model/audit.ts";
import { KeptImage, RunEntry } from "../../shared/model/history.ts";
import { notAskedForReason } from "../../shared/not-asked-for.ts";

/** A run without its audits: those lie beside it, each named by the SHA-256 of its bytes. */
export const RunRecord = AuditRun.omit({ images: true }).extend({
  record: z.literal("plimsoll/run-record@1"),
  images: z.array(KeptImage),
});
export type RunRecord = z.infer<typeof RunRecord>;

export const AuditIndex = z.object({ index: z.literal("plimsoll/audit-index@2"), runs: z.array(RunEntry) });
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
    ...(isWhole(record) ? { whole: true } : {}),
    ...(record.source.kind === "sample" ? { sample: true } : {}),
    images: record.images,
    ...(record.subjects.length === 0
      ? {}
      : {
          subjects: record.subjects.length,
          subjectKinds: [...new Set(record.subjects.map(({ subject }) => subject.kind))].sort(),
        }),
  };
}

/** A partial run, or one in which something failed, says nothing of the images that are not in it. */
function isWhole({ population, errors, source }: RunRecord): boolean {
  return (
    errors.length === 0 &&
    source.kind !== "mixed" &&
    population.excluded.every(({ reason }) => reason !== notAskedForReason)
  );
}

/** Oldest first; runs of the same second by id, so that the order never depends on the folder. */
export function ordered(runs: readonly RunEntry[]): RunEntry[] {
  return [...runs].sort((a, b) => {
    const left = `${a.finishedAt} ${a.run}`;
    const right = `${b.finishedAt} ${b.run}`;
    return left < right ? -1 : left > right ? 1 : 0;
  });
}
