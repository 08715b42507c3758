// The folder of the byte cache: whether it may be used, what is in it, and what has to go. Only names of the cache's own
// form are ever touched; nothing in it is followed.
import { randomUUID } from "node:crypto";
import { chmod, lstat, mkdir, readdir, unlink } from "node:fs/promises";
import { join } from "node:path";
import { isMissing } from "../file-error.ts";

const entryName = /^[a-z0-9-]{1,160}\.entry$/;
const unfinishedName = /^unfinished-[0-9a-f-]{36}$/;
const day = 86_400_000;

/** The file of a key. Throws RangeError for a key that is no plain name: no key leads out of the folder. */
export function entryPath(folder: string, key: string): string {
  const name = `${key}.entry`;
  if (!entryName.test(name)) throw new RangeError(`no key of the cache: ${JSON.stringify(key.slice(0, 200))}`);
  return join(folder, name);
}

/** A name for a file that is still being written, met by no other process. */
export function unfinishedPath(folder: string): string {
  return join(folder, `unfinished-${randomUUID()}`);
}

/**
 * Makes the folder (mode 0700) where there is none. The answer is why it must not be used, null when it may: it has to be a
 * real folder of this user into which nobody else can write. Throws what the file system throws.
 */
export async function whyUnusable(folder: string, uid: number | null): Promise<string | null> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const found = await lstat(folder);
  if (!found.isDirectory()) return "it is no folder of its own but a link";
  // Systems without numeric users guard the state folder by other means.
  if (uid === null) return null;
  if (found.uid !== uid) return "it belongs to another user";
  if ((found.mode & 0o022) !== 0) return "others may write into it";
  if ((found.mode & 0o077) !== 0) await chmod(folder, 0o700);
  return null;
}

/**
 * Removes what is least recently used until the entries take at most `target` bytes, where they take more than `limit`;
 * also files that a writer left unfinished a day ago. Gives the bytes that are left. Another process may do the same at the
 * same time: what is gone already is gone.
 */
export async function tidy(
  folder: string,
  { limit, target, now }: { readonly limit: number; readonly target: number; readonly now: number },
): Promise<number> {
  const entries: { readonly path: string; readonly size: number; readonly used: number }[] = [];
  let total = 0;
  for (const name of await readdir(folder)) {
    const unfinished = unfinishedName.test(name);
    if (!unfinished && !entryName.test(name)) continue;
    const path = join(folder, name);
    const found = await unlessGone(() => lstat(path));
    if (found === null || found.isDirectory()) continue;
    if (unfinished && now - found.mtimeMs > day) await unlessGone(() => unlink(path));
    else {
      total += found.size;
      if (!unfinished) entries.push({ path, size: found.size, used: found.mtimeMs });
    }
  }
  if (total <= limit) return total;
  entries.sort((a, b) => a.used - b.used || (a.path < b.path ? -1 : 1));
  for (const { path, size } of entries) {
    if (total <= target) break;
    await unlessGone(() => unlink(path));
    total -= size;
  }
  return total;
}

/** null where the file is no longer there. */
export async function unlessGone<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
