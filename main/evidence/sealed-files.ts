// What makes files evidence: certificates and the way to check them beside, and a statement that binds every one of them by
// its digest, signed, as the last.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { FailureError } from "../../shared/model/failure.ts";
import type { Language } from "../../shared/model/phrase.ts";
import { fileCause } from "../file-error.ts";
import { pemOf } from "./pem.ts";
import { signStatement } from "./signing/dsse.ts";
import type { Signer } from "./signing/signer.ts";
import { evidenceStatement, type StatedRun } from "./signing/statement.ts";
import type { FileToWrite } from "./write-together.ts";

export interface Seal {
  /** What the statement says was run. */
  readonly run: StatedRun;
  readonly signer: Signer;
  readonly language: Language;
  readonly assetsFolder: string;
}

/** The files with certificates.pem, VERIFY.txt and, last, statement.dsse.json. Throws FailureError `not-readable` (texts). */
export async function sealedFiles(files: readonly FileToWrite[], seal: Seal): Promise<FileToWrite[]> {
  const { run, signer } = seal;
  const bound: FileToWrite[] = [
    ...files,
    { name: "certificates.pem", bytes: bytesOf(pemOf(signer.certificates)) },
    { name: "VERIFY.txt", bytes: await verifyText(seal) },
  ];
  const statement = evidenceStatement({
    files: bound.map(({ name, bytes }) => ({ name, sha256: sha256(bytes) })),
    run,
    signer: signer.identity,
  });
  return [...bound, { name: "statement.dsse.json", bytes: await signStatement(statement, signer) }];
}

export function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, "utf8"));
}

/** Lower-case hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

async function verifyText({ assetsFolder, language }: Seal): Promise<Uint8Array> {
  const path = join(assetsFolder, "report", `verify.${language}.txt`);
  try {
    return await readFile(path);
  } catch (error) {
    throw new FailureError({ kind: "not-readable", path, cause: fileCause(error) }, { cause: error });
  }
}
