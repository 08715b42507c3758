// Lists and hashes the files of a folder that somebody handed over: links are never followed, everything is bounded.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat, open, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { FailureError } from "../../../shared/model/failure.ts";
import { errorCode, fileCause } from "../../file-error.ts";

export interface FolderEntry {
  /** Relative, with slashes. */
  readonly name: string;
  /** A link, device or pipe is no file: it is listed and not opened. */
  readonly isFile: boolean;
}

const maxEntries = 200_000;
const maxDepth = 16;
/** What is read into memory at once: reports and statements, not data files. */
const maxWholeBytes = 1_000_000_000;

/** Every entry but folders, ordered by name. Throws FailureError `not-readable`, also for a folder out of proportion. */
export async function listFolder(root: string): Promise<FolderEntry[]> {
  const entries: FolderEntry[] = [];
  const visit = async (prefix: string, depth: number): Promise<void> => {
    if (depth > maxDepth) throw unreadable(root, `its folders are nested more than ${maxDepth} deep`);
    for (const entry of await attempt(root, () => readdir(join(root, prefix), { withFileTypes: true }))) {
      const name = prefix === "" ? entry.name : `${prefix}/${entry.name}`;
      if (entry.isDirectory()) await visit(name, depth + 1);
      else entries.push({ name, isFile: entry.isFile() });
      if (entries.length > maxEntries) throw unreadable(root, `it holds more than ${maxEntries} files`);
    }
  };
  await visit("", 0);
  return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** SHA-256 of a file in lower-case hex, read as a stream; null where it cannot be read or is no regular file. */
export async function hashFile(path: string): Promise<string | null> {
  const hash = createHash("sha256");
  try {
    if (!(await lstat(path)).isFile()) return null;
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch {
    // The caller says `unreadable` of this file and goes on with the others.
    return null;
  }
  return hash.digest("hex");
}

/** The whole file; null where there is no regular file of that name. Throws `not-readable`. */
export async function readWhole(path: string): Promise<Uint8Array | null> {
  try {
    const status = await lstat(path);
    if (!status.isFile()) return null;
    if (status.size > maxWholeBytes) throw unreadable(path, "it is too large for evidence");
    return await readFile(path);
  } catch (error) {
    if (error instanceof FailureError) throw error;
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error))) return null;
    throw unreadable(path, fileCause(error), error);
  }
}

/** The first bytes of a file, one character a byte; empty for what is no regular file. Throws `not-readable`. */
export async function readStart(path: string, length: number): Promise<string> {
  return attempt(path, async () => {
    if (!(await lstat(path)).isFile()) return "";
    const file = await open(path, "r");
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
      return buffer.subarray(0, bytesRead).toString("latin1");
    } finally {
      await file.close();
    }
  });
}

async function attempt<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw unreadable(path, fileCause(error), error);
  }
}

function unreadable(path: string, cause: string, error?: unknown): FailureError {
  return new FailureError({ kind: "not-readable", path, cause }, error === undefined ? {} : { cause: error });
}
