// Writes the files of one folder so that each is whole or absent, and so that nothing of a failed attempt stays: all
// contents first, under temporary names and flushed to disk, then all names.
import { randomBytes } from "node:crypto";
import { lstat, mkdir, open, rename, rm, rmdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { FailureError } from "../../shared/model/failure.ts";
import { fileCause } from "../file-error.ts";

export interface FileToWrite {
  /** Path inside the folder, with slashes. */
  readonly name: string;
  /** May be made whenever it is asked for, if it is the same each time. */
  readonly bytes: Uint8Array;
}

/**
 * Puts `files` into `folder` (absolute; made with its parents) in the given order, replacing files of the same names and
 * touching no other. Throws FailureError `not-writable`: then nothing new has a name and the folder is as it was, unless a
 * renaming itself failed. The file given last is renamed last, so it can vouch for the others.
 */
export async function writeTogether(folder: string, files: readonly FileToWrite[]): Promise<void> {
  const madeFrom = await attempt(folder, () => mkdir(folder, { recursive: true }));
  const drafts: { readonly draft: string; readonly path: string }[] = [];
  const madeInside: string[] = [];
  try {
    for (const { name } of files) await refuseFolder(join(folder, name));
    for (const file of files) {
      const path = join(folder, file.name);
      await makeInside(folder, file.name, madeInside);
      const draft = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.new`);
      drafts.push({ draft, path });
      await attempt(path, () => writeFlushed(draft, file.bytes));
    }
    for (const { draft, path } of drafts) await attempt(path, () => rename(draft, path));
    for (const each of new Set(drafts.map(({ path }) => dirname(path)))) await attempt(each, () => flushFolder(each));
  } catch (error) {
    for (const { draft } of drafts) await rm(draft, { force: true });
    for (const made of madeInside.reverse()) await removeEmpty(made, made);
    if (madeFrom !== undefined) await removeEmpty(folder, madeFrom);
    throw error;
  }
}

/**
 * Makes the folders between `folder` and a file of it, and adds each to `made`. A link among them is refused: the pack would
 * be written to wherever it leads.
 */
async function makeInside(folder: string, name: string, made: string[]): Promise<void> {
  let path = folder;
  for (const part of name.split("/").slice(0, -1)) {
    path = join(path, part);
    const status = await lstat(path).catch(() => null);
    if (status === null) {
      await attempt(path, () => mkdir(path));
      made.push(path);
    } else if (!status.isDirectory()) {
      throw new FailureError({ kind: "not-writable", path, cause: "a part of the path is no folder" });
    }
  }
}

/** A folder where a file should go would fail only halfway through the renaming. */
async function refuseFolder(path: string): Promise<void> {
  const status = await lstat(path).catch(() => null);
  if (status?.isDirectory() === true) {
    throw new FailureError({ kind: "not-writable", path, cause: "there is a folder of that name" });
  }
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx", 0o644);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function flushFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; there the rename itself is journalled.
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Takes back the folders that were made, from the innermost to `outermost`, as far as nothing else is in them. */
async function removeEmpty(folder: string, outermost: string): Promise<void> {
  for (let path = folder; path.length >= outermost.length; path = dirname(path)) {
    try {
      await rmdir(path);
    } catch {
      // Somebody else put something there meanwhile: it stays.
      return;
    }
  }
}

async function attempt<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new FailureError({ kind: "not-writable", path, cause: fileCause(error) }, { cause: error });
  }
}
