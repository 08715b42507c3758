// Reading a file that a scanner or an author of VEX wrote, whole and bounded: only a regular file, so that a path that leads to a
// device or a pipe is refused. What is in it, main/vulnerability tells.
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { FailureError } from "../../shared/model/failure.ts";
import { fileCause } from "../file-error.ts";
import { invalid } from "./read-json.ts";
import { digestOf } from "./rules.ts";

/** No scan of one image comes near it. */
const maximumBytes = 256 * 1024 * 1024;

export interface ScanText {
  readonly text: string;
  /** `sha256:` and the hex digest of the file's bytes. */
  readonly digest: string;
}

/** Throws FailureError: `not-readable`, or `catalogue-invalid` where it is larger than 256 MiB or no UTF-8. */
export async function readScanText(path: string, limit = maximumBytes): Promise<ScanText> {
  try {
    // Non-blocking, or a pipe without a writer would hold the command for ever.
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stat = await handle.stat();
      if (!stat.isFile()) throw new FailureError({ kind: "not-readable", path, cause: "it is no regular file" });
      if (stat.size > limit) throw invalid(path, `larger than ${limit} bytes, which no scan of one image is`);
      const bytes = await handle.readFile();
      return { text: decoded(bytes, path), digest: digestOf(bytes) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof FailureError) throw error;
    throw new FailureError({ kind: "not-readable", path, cause: fileCause(error) }, { cause: error });
  }
}

/** Windows' shells write UTF-16 when output is sent to a file. */
function decoded(bytes: Uint8Array, path: string): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(isWide ? "utf-16le" : "utf-8", { fatal: true }).decode(bytes);
  } catch {
    return invalid(path, "no text in UTF-8");
  }
}
