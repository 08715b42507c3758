// When the source was last looked at, how that ended, and from when on it may be asked again. A failed try doubles the
// pause; a server that names a pause itself (Retry-After, RFC 9110 section 10.2.3) is obeyed.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { readableJson } from "../../shared/canonical-json.ts";
import { RefreshTry } from "../../shared/model/data-status.ts";
import { FailureError } from "../../shared/model/failure.ts";
import { makeFolder, writeAtomically } from "../atomic-write.ts";
import { fileCause, isMissing } from "../file-error.ts";

const Tries = z.object({
  schema: z.literal("plimsoll/refresh-tries@1"),
  last: RefreshTry,
  /** The last time the source gave an answer that could be used: a new state, or "unchanged". */
  goodAt: z.string().optional(),
});
export type Tries = Omit<z.infer<typeof Tries>, "schema">;

const minute = 60_000;
/** At most one look a day (issue 6; maintainers of the source worry about bandwidth). */
const lookEvery = 24 * 60 * minute;
const longestBackOff = 24 * 60 * minute;
/** A header of ten years must not end refreshing for good. */
const longestWish = 7 * 24 * 60 * minute;

/** null where none was made; a file that does not parse counts as none, it only spaces out tries. */
export async function readTries(folder: string): Promise<Tries | null> {
  try {
    const parsed = Tries.safeParse(JSON.parse(await readFile(pathIn(folder), "utf8")));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    if (isMissing(error)) return null;
    throw new FailureError({ kind: "not-readable", path: pathIn(folder), cause: fileCause(error) }, { cause: error });
  }
}

export async function keepTries(folder: string, { last, goodAt }: Tries): Promise<void> {
  await makeFolder(folder, 0o700);
  const kept = { schema: "plimsoll/refresh-tries@1", last, ...(goodAt === undefined ? {} : { goodAt }) };
  await writeAtomically(pathIn(folder), readableJson(kept), 0o600);
}

/**
 * What stands against asking `address` at `now`; null = nothing. `force` overrules all but the server's own wish; another
 * address than the one that failed may be asked at once.
 */
export function pauseAt(
  tries: Tries | null,
  address: string,
  now: Date,
  force: boolean,
): { kind: "recent" | "wait"; until: Date } | null {
  if (tries === null) return null;
  const { notBefore, byServer } = tries.last;
  if (notBefore !== undefined && tries.last.address === address && (byServer === true || !force)) {
    const until = new Date(notBefore);
    // A clock that was set back does not lengthen the pause beyond what may be asked for.
    if (until > now && until.getTime() - now.getTime() <= longestWish) return { kind: "wait", until };
  }
  if (force || tries.last.outcome === "failed" || tries.goodAt === undefined) return null;
  const until = new Date(new Date(tries.goodAt).getTime() + lookEvery);
  return until > now && until.getTime() - now.getTime() <= lookEvery ? { kind: "recent", until } : null;
}

/** The pause after a failed try, the `failures`th in a row: 1, 2, 4 ... minutes, a day at most, or what the server wished. */
export function pauseAfter(failures: number, retryAfterMs: number | undefined): { ms: number; byServer: boolean } {
  if (retryAfterMs !== undefined) return { ms: Math.min(Math.max(retryAfterMs, 0), longestWish), byServer: true };
  return { ms: Math.min(minute * 2 ** Math.min(failures - 1, 30), longestBackOff), byServer: false };
}

/** Retry-After as milliseconds from `now`: whole seconds or an HTTP date; undefined where it is neither. */
export function retryAfter(header: string | undefined, now: Date): number | undefined {
  const text = header?.trim() ?? "";
  if (/^\d{1,10}$/.test(text)) return Number(text) * 1000;
  const date = /^[A-Za-z]{3,9}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
}

function pathIn(folder: string): string {
  return join(folder, "tries.json");
}
