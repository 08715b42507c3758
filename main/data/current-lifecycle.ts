// Which lifecycle data is in use: the newer of what ships with this version and what was refreshed or imported. A snapshot
// that is not what its record says is set aside and said, and the embedded one is used.
import { open } from "node:fs/promises";
import { type CalendarDay, parseDay } from "../../shared/calendar-day.ts";
import { failureOf } from "../../shared/model/failure.ts";
import type { Phrase } from "../../shared/model/phrase.ts";
import { phrase } from "../../shared/wording/say.ts";
import { type LoadedLifecycle, loadLifecycle } from "./lifecycle-catalogue.ts";
import { readRecord, readSnapshot, type SnapshotRecord, setSnapshotAside } from "./lifecycle-snapshot.ts";

export interface CurrentLifecycle {
  readonly catalogue: LoadedLifecycle;
  readonly used: "embedded" | "refreshed";
  /** What was refreshed or imported, also where the embedded data is newer. */
  readonly record: SnapshotRecord | null;
  readonly notes: readonly Phrase[];
}

/** `embedded` is the file that ships, `folder` where refreshed data lies (null = none). Throws as `loadLifecycle`. */
export async function loadCurrentLifecycle(embedded: string, folder: string | null): Promise<CurrentLifecycle> {
  const own = async (record: SnapshotRecord | null, notes: readonly Phrase[] = []): Promise<CurrentLifecycle> => ({
    catalogue: await loadLifecycle(embedded),
    used: "embedded",
    record,
    notes,
  });
  if (folder === null) return own(null);
  const date = await dateOfHead(embedded);
  for (let before: SnapshotRecord | null = null; ; ) {
    const { record, broken } = await readRecord(folder);
    if (broken) {
      await setSnapshotAside(folder);
      return own(null, [phrase("data.set-aside", { cause: "current.json" })]);
    }
    if (record === null) return own(null);
    if (date !== null && record.date < date) return own(record);
    try {
      const { catalogue } = await readSnapshot(folder, record);
      return { catalogue, used: "refreshed", record, notes: [] };
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === "internal") throw error;
      // It may just have been replaced by a newer one: only what is named twice is broken.
      if (record.file !== before?.file || record.digest !== before.digest) {
        before = record;
        continue;
      }
      await setSnapshotAside(folder);
      return own(null, [phrase("data.set-aside", { cause: "cause" in failure ? failure.cause : failure.kind })]);
    }
  }
}

/** The day in the first lines of a snapshot, so that an older one need not be read whole; null where it is not there. */
async function dateOfHead(file: string): Promise<CalendarDay | null> {
  const handle = await open(file).catch(() => null);
  if (handle === null) return null;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1024), 0, 1024, 0);
    const [, date = ""] = /^ "date": "([\d-]{10})",$/m.exec(buffer.toString("utf8", 0, bytesRead)) ?? [];
    return parseDay(date);
  } finally {
    await handle.close();
  }
}
