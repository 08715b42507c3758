// Reading one data file that ships with the app: its bytes, their digest and the JSON in them.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { FailureError, failureOf } from "../../shared/model/failure.ts";

export interface JsonFile {
  readonly value: unknown;
  /** `sha256:` and the hex digest of the file's bytes. */
  readonly digest: string;
}

/** No catalogue comes near this; a larger file is none. */
const maximumBytes = 64 * 1024 * 1024;

/** Throws FailureError: `not-readable`, or `catalogue-invalid` with the line where the JSON breaks. */
export async function readJson(file: string): Promise<JsonFile> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const failure = failureOf(error);
    throw new FailureError(
      { kind: "not-readable", path: file, cause: "cause" in failure ? failure.cause : failure.kind },
      { cause: error },
    );
  }
  if (bytes.length > maximumBytes) invalid(file, `larger than ${maximumBytes} bytes`);
  const text = bytes.toString("utf8");
  try {
    return { value: JSON.parse(text), digest: `sha256:${createHash("sha256").update(bytes).digest("hex")}` };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    const position = /position (\d+)/.exec(cause)?.[1];
    const line = position === undefined ? undefined : text.slice(0, Number(position)).split("\n").length;
    throw new FailureError(
      { kind: "catalogue-invalid", file, cause, ...(line === undefined ? {} : { line }) },
      { cause: error },
    );
  }
}

/** Throws `catalogue-invalid` for `file`. */
export function invalid(file: string, cause: string): never {
  throw new FailureError({ kind: "catalogue-invalid", file, cause });
}
