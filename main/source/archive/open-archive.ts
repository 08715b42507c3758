// Tells what lies at a path, by its first bytes and never by its name, and opens it: OCI layout folder, tar, compressed tar.
import { type FileHandle, open, stat } from "node:fs/promises";
import { join } from "node:path";
import { FailureError } from "../../../shared/model/failure.ts";
import { BrokenStream } from "../../tar/broken-stream.ts";
import { compressionOf } from "../../tar/decompress.ts";
import { blockSize, isZeroBlock, parseHeader } from "../../tar/tar-header.ts";
import type { ImageSource } from "../image-source.ts";
import { archiveFile } from "./archive-file.ts";
import type { PlatformChoice } from "./choose-platform.ts";
import { ociLayout } from "./oci-layout.ts";
import { storedSource } from "./stored-source.ts";
import { streamedArchive } from "./streamed-archive.ts";

/** The source at `path` (absolute). Throws FailureError `not-readable` and `not-an-archive`. */
export async function openArchive(path: string, choice: PlatformChoice, signal: AbortSignal): Promise<ImageSource> {
  const found = await guarded(path, () => stat(path));
  if (found.isDirectory()) return openLayout(path, choice);
  if (!found.isFile()) throw notAnArchive(path, "it is neither a file nor a folder");
  if (found.size === 0) throw notAnArchive(path, "it is empty");
  const handle = await guarded(path, () => open(path, "r"));
  try {
    const start = await startOf(handle);
    if (compressionOf(start) !== "none") {
      await handle.close();
      return streamedArchive(path, { kind: "archive", name: path }, choice);
    }
    const reason = noTarReason(start);
    if (reason !== null) throw notAnArchive(path, reason);
    const store = await archiveFile(handle, found.size, signal);
    return storedSource(store, { kind: "archive", name: path }, choice);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** The folder must say that it is a layout: reading any folder by guess would open what nobody meant. */
async function openLayout(path: string, choice: PlatformChoice): Promise<ImageSource> {
  const hasIndex = await stat(join(path, "index.json")).then(
    (file) => file.isFile(),
    () => false,
  );
  if (!hasIndex) throw notAnArchive(path, "it is a folder without index.json");
  const store = await guarded(path, () => ociLayout(path));
  return storedSource(store, { kind: "layout", name: path }, choice);
}

async function startOf(handle: FileHandle): Promise<Buffer> {
  const start = Buffer.alloc(blockSize);
  const { bytesRead } = await handle.read(start, 0, blockSize, 0);
  return start.subarray(0, bytesRead);
}

const known: readonly (readonly [start: string, what: string])[] = [
  ["504b0304", "a zip file"],
  ["7f454c46", "a program"],
  ["425a68", "bzip2; unpack it first"],
  ["fd377a585a00", "xz; unpack it first"],
  ["68737173", "a squashfs image"],
  ["25504446", "a PDF"],
];

/** Why these first bytes are no tar; null when they are one. */
function noTarReason(start: Buffer): string | null {
  const hex = start.toString("hex");
  const match = known.find(([magic]) => hex.startsWith(magic));
  if (match !== undefined) return `it is ${match[1]}`;
  if (/^\s*[{[]/.test(start.toString("latin1", 0, 64))) return "it is JSON text";
  if (start.length < blockSize) return `it has only ${start.length} bytes`;
  if (isZeroBlock(start)) return "it is an empty tar or all zeros";
  try {
    parseHeader(start, 0);
    return null;
  } catch (error) {
    if (error instanceof BrokenStream) return `it is no tar and nothing else known (begins with ${hex.slice(0, 16)})`;
    throw error;
  }
}

function notAnArchive(path: string, cause: string): FailureError {
  return new FailureError({ kind: "not-an-archive", path, cause });
}

async function guarded<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const causes: Readonly<Record<string, string>> = {
      ENOENT: "there is no such file or folder",
      EACCES: "permission denied",
      EPERM: "permission denied",
    };
    const cause = causes[code ?? ""] ?? (error instanceof Error ? error.message : String(error));
    throw new FailureError({ kind: "not-readable", path, cause }, { cause: error });
  }
}
