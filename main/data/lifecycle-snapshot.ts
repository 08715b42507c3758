// The lifecycle data that was refreshed or imported, in a folder of the state folder: the snapshot under a name made of its
// digest, and current.json, which names it. Renaming current.json is the step that counts: before it the old snapshot is
// the one that is used, after it the new one, and no crash leaves half of either.
import { createHash } from "node:crypto";
import { readdir, readFile, rename, unlink } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { CalendarDay } from "../../shared/calendar-day.ts";
import { readableJson } from "../../shared/canonical-json.ts";
import { FailureError } from "../../shared/model/failure.ts";
import type { LifecycleCatalogue } from "../../shared/model/lifecycle.ts";
import { LifecycleChange } from "../../shared/model/lifecycle-change.ts";
import { parseJson } from "../../shared/parse-json.ts";
import { makeFolder, writeAtomically } from "../atomic-write.ts";
import { fileCause, isMissing } from "../file-error.ts";
import { takeLock } from "../file-lock.ts";
import { type LoadedLifecycle, loadLifecycle } from "./lifecycle-catalogue.ts";

/** Of the changes that a snapshot brought, so many are kept. */
const mostChanges = 2000;

export const SnapshotRecord = z.object({
  schema: z.literal("plimsoll/lifecycle-snapshot@1"),
  /** A name in the same folder, nothing else. */
  file: z.string().regex(/^lifecycle-[0-9a-f]{16}\.json$/),
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  date: CalendarDay,
  origin: z.enum(["refresh", "import"]),
  /** The address that was asked, or the file's path. */
  from: z.string(),
  etag: z.string().max(500).optional(),
  at: z.string(),
  products: z.int(),
  cycles: z.int(),
  changes: z.object({ total: z.int(), list: z.array(LifecycleChange).max(mostChanges) }),
});
export type SnapshotRecord = z.infer<typeof SnapshotRecord>;

export interface Snapshot {
  readonly record: SnapshotRecord;
  readonly catalogue: LoadedLifecycle;
}

const recordName = "current.json";

/** What is recorded of the snapshot; null where none was taken, or the record does not parse (`broken` then says so). */
export async function readRecord(folder: string): Promise<{ record: SnapshotRecord | null; broken: boolean }> {
  let text: string;
  try {
    text = await readFile(join(folder, recordName), "utf8");
  } catch (error) {
    if (isMissing(error)) return { record: null, broken: false };
    throw new FailureError({ kind: "not-readable", path: join(folder, recordName), cause: fileCause(error) });
  }
  const parsed = SnapshotRecord.safeParse(parseJson(text));
  return parsed.success ? { record: parsed.data, broken: false } : { record: null, broken: true };
}

/** The snapshot of a record. Throws FailureError where it is missing, does not parse, or is not what its digest says. */
export async function readSnapshot(folder: string, record: SnapshotRecord): Promise<Snapshot> {
  const path = join(folder, record.file);
  const catalogue = await loadLifecycle(path);
  if (catalogue.digest !== record.digest) {
    throw new FailureError({ kind: "catalogue-invalid", file: path, cause: "its bytes are not what its digest says" });
  }
  return { record, catalogue };
}

/** Puts a record that leads to nothing usable out of the way, so that it is said once and not at every start. */
export async function setSnapshotAside(folder: string): Promise<void> {
  try {
    await rename(join(folder, recordName), join(folder, `set-aside-${recordName}`));
  } catch {
    // In a folder that cannot be written it stays, is said again, and is not used either way.
  }
}

/** Keeps a catalogue as the snapshot (files 0600), then removes the one before. Throws `not-writable`; then nothing changed. */
export async function keepSnapshot(
  folder: string,
  catalogue: LifecycleCatalogue,
  how: Pick<SnapshotRecord, "origin" | "from" | "at"> & { readonly etag?: string },
  changes: readonly LifecycleChange[],
): Promise<SnapshotRecord> {
  const text = snapshotText(catalogue);
  const hex = createHash("sha256").update(text).digest("hex");
  const record: SnapshotRecord = {
    schema: "plimsoll/lifecycle-snapshot@1",
    file: `lifecycle-${hex.slice(0, 16)}.json`,
    digest: `sha256:${hex}`,
    date: catalogue.date,
    ...how,
    ...sizeOf(catalogue),
    changes: { total: changes.length, list: changes.slice(0, mostChanges) },
  };
  await makeFolder(folder, 0o700);
  const release = await lock(folder);
  try {
    await writeAtomically(join(folder, record.file), text, 0o600);
    await writeAtomically(join(folder, recordName), readableJson(record), 0o600);
    await removeOthers(folder, record.file);
  } finally {
    await release();
  }
  return record;
}

/** Command line and app may refresh at once: without it, one could remove what the other has just named. */
async function lock(folder: string): Promise<() => Promise<void>> {
  try {
    return await takeLock(folder, { turns: 20, exists: true });
  } catch (error) {
    throw new FailureError({ kind: "not-writable", path: folder, cause: fileCause(error) }, { cause: error });
  }
}

export function sizeOf({ products }: Pick<LifecycleCatalogue, "products">): { products: number; cycles: number } {
  return { products: products.length, cycles: products.reduce((sum, { cycles }) => sum + cycles.length, 0) };
}

/** One product a line, as scripts/build-data.mjs writes the embedded one. */
export function snapshotText({ products, ...head }: LifecycleCatalogue): string {
  const lines = Object.entries(head).map(([key, value]) => ` ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`);
  return `{\n${lines.join("")} "products": [\n${products.map((one) => `  ${JSON.stringify(one)}`).join(",\n")}\n ]\n}\n`;
}

async function removeOthers(folder: string, kept: string): Promise<void> {
  const names = await readdir(folder);
  for (const name of names.filter((one) => /^lifecycle-[0-9a-f]{16}\.json$/.test(one) && one !== kept)) {
    // A leftover costs a megabyte and is tried again next time.
    await unlink(join(folder, name)).catch(() => undefined);
  }
}
