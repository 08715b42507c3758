// `data import FILE`: the same data from a file, for machines that reach no network. The file is the source's full answer as
// it was saved elsewhere (`curl -o full.json https://endoflife.date/api/v1/products/full`; gzip is understood), or a
// catalogue that Plimsoll wrote. Every check of a refresh is made here as well.
import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { dayOf } from "../../shared/calendar-day.ts";
import type { DataOutcome } from "../../shared/model/data-status.ts";
import { FailureError } from "../../shared/model/failure.ts";
import type { LifecycleCatalogue } from "../../shared/model/lifecycle.ts";
import { phrase } from "../../shared/wording/say.ts";
import { errorCode, fileCause } from "../file-error.ts";
import { acceptedLifecycle } from "./accept-lifecycle.ts";
import { lifecycleChanges } from "./lifecycle-changes.ts";
import { keepSnapshot } from "./lifecycle-snapshot.ts";

/** As for a refresh: no answer comes near it. */
const mostBytes = 64 * 2 ** 20;

export interface ImportRequest {
  readonly folder: string;
  readonly known: LifecycleCatalogue;
  readonly path: string;
  /** `sha256:` and a hex digest, checked against the file's bytes before anything is read of them. */
  readonly digest?: string;
  readonly now: Date;
}

/** Imports. Throws FailureError: `usage` for a digest that is none, `not-readable`, or `data-refused` with the reason. */
export async function importLifecycle({ folder, known, path, digest, now }: ImportRequest): Promise<DataOutcome> {
  const wanted = digest === undefined ? null : /^(?:sha256:)?([0-9a-f]{64})$/i.exec(digest.trim())?.[1]?.toLowerCase();
  if (wanted === undefined) {
    throw new FailureError({ kind: "usage", cause: "--digest: give sha256: and 64 hexadecimal digits" });
  }
  const bytes = await readBounded(path);
  const found = createHash("sha256").update(bytes).digest("hex");
  if (wanted !== null && wanted !== found) {
    throw refused(path, "data.other-digest", { found: `sha256:${found}`, wanted: `sha256:${wanted}` });
  }
  const catalogue = acceptedLifecycle(unpacked(path, bytes), "own", known, dayOf(now), path);
  const how = { origin: "import", from: path, at: now.toISOString() } as const;
  const { changes } = await keepSnapshot(folder, catalogue, how, lifecycleChanges(known, catalogue));
  const what = phrase("data.taken", { date: catalogue.date, products: catalogue.products.length });
  return { outcome: "new", what, source: catalogue.source, date: catalogue.date, from: path, changes };
}

function unpacked(path: string, bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: mostBytes });
  } catch (error) {
    const tooLarge = errorCode(error) === "ERR_BUFFER_TOO_LARGE";
    throw tooLarge
      ? refused(path, "data.too-large", { mebibytes: mostBytes / 2 ** 20 })
      : refused(path, "data.not-unpacked");
  }
}

async function readBounded(path: string): Promise<Uint8Array> {
  try {
    // Non-blocking, or a pipe without a writer would hold the command for ever.
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stat = await handle.stat();
      if (!stat.isFile()) throw new FailureError({ kind: "not-readable", path, cause: "it is no regular file" });
      if (stat.size > mostBytes) throw refused(path, "data.too-large", { mebibytes: mostBytes / 2 ** 20 });
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof FailureError) throw error;
    throw new FailureError({ kind: "not-readable", path, cause: fileCause(error) }, { cause: error });
  }
}

function refused(source: string, key: string, params?: Readonly<Record<string, string | number>>): FailureError {
  return new FailureError({ kind: "data-refused", source, why: phrase(key, params) });
}
