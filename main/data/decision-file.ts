// Reading a YAML file in which people write down decisions: policy, waivers, answers. Bounded before it is read, and only a
// regular file, so that a path that leads to a device or a pipe is refused.
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { FailureError } from "../../shared/model/failure.ts";
import { fileCause, isMissing } from "../file-error.ts";
import { invalid, readYaml, type YamlFile } from "./read-yaml.ts";
import { digestOf } from "./rules.ts";

/** Ten thousand waivers come to less. */
const maximumBytes = 8 * 1024 * 1024;

export interface DecisionFile extends YamlFile {
  readonly bytes: Uint8Array;
  /** `sha256:` and the hex digest of the bytes. */
  readonly digest: string;
}

/** Throws FailureError: `not-readable`, or `catalogue-invalid` with the line and column where the YAML breaks. */
export async function readDecisionFile(path: string): Promise<DecisionFile> {
  const file = await readDecisionFileIfThere(path);
  if (file !== null) return file;
  throw new FailureError({ kind: "not-readable", path, cause: "no such file or folder" });
}

/** The same, null where there is no such file. */
export async function readDecisionFileIfThere(path: string): Promise<DecisionFile | null> {
  const bytes = await readBytes(path);
  return bytes === null ? null : decisionFile(path, bytes);
}

/** A file's content with its digest and the way back to its lines. Throws FailureError `catalogue-invalid`. */
export function decisionFile(path: string, bytes: Uint8Array): DecisionFile {
  return { ...readYaml(path, bytes), bytes, digest: digestOf(bytes) };
}

async function readBytes(path: string): Promise<Uint8Array | null> {
  try {
    // Non-blocking, or a pipe without a writer would hold the command for ever.
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stat = await handle.stat();
      if (!stat.isFile()) throw new FailureError({ kind: "not-readable", path, cause: "it is no regular file" });
      if (stat.size > maximumBytes) throw invalid(path, `larger than ${maximumBytes} bytes`);
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof FailureError) throw error;
    if (isMissing(error)) return null;
    throw new FailureError({ kind: "not-readable", path, cause: fileCause(error) }, { cause: error });
  }
}
