// Writing a file so that a reader sees the old content or the new, never a part: temporary name, fsync, rename.
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { FailureError } from "../shared/model/failure.ts";
import { fileCause } from "./file-error.ts";

/** Makes a folder and its parents; throws FailureError `not-writable`. `mode` holds for folders it makes. */
export async function makeFolder(path: string, mode = 0o755): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode });
  } catch (error) {
    throw new FailureError({ kind: "not-writable", path, cause: fileCause(error) }, { cause: error });
  }
}

/** Replaces `path` by `bytes` in one step, on the same file system; its folder is made. Throws `not-writable`. */
export async function writeAtomically(path: string, bytes: Uint8Array | string, mode = 0o644): Promise<void> {
  await makeFolder(dirname(path));
  try {
    await writeFileAtomic(path, typeof bytes === "string" ? bytes : Buffer.from(bytes), { mode, fsync: true });
  } catch (error) {
    throw new FailureError({ kind: "not-writable", path, cause: fileCause(error) }, { cause: error });
  }
}
