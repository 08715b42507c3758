// Judges a folder of evidence: the statement binds every file, the report's own signature must come from the same key,
// and what is changed, missing or bound by nothing is named.

import type { X509Certificate } from "node:crypto";
import { join } from "node:path";
import type { Phrase } from "../../../shared/model/phrase.ts";
import type { VerifiedFile } from "../../../shared/model/verification.ts";
import { phrase } from "../../../shared/wording/say.ts";
import { certificatesFromPem } from "../pem.ts";
import { type Answers, notIntact } from "./answers.ts";
import { judgeIdentity } from "./judge-identity.ts";
import { hashFile, listFolder, readWhole } from "./read-folder.ts";
import { readStatement, type Statement } from "./read-statement.ts";
import type { TrustPins } from "./trust.ts";
import { verifyPdf } from "./verify-pdf.ts";

export const statementName = "statement.dsse.json";
export const certificatesName = "certificates.pem";

export interface PackAnswers extends Answers {
  readonly files: readonly VerifiedFile[];
}

/** Checks all of a folder, and only what is in it. Throws FailureError `not-readable`. */
export async function verifyPack(folder: string, pins: TrustPins | null, now: Date): Promise<PackAnswers> {
  const bytes = await readWhole(join(folder, statementName));
  if (bytes === null) return { ...notIntact(phrase("verify.statement-missing", { name: statementName })), files: [] };
  const carried = await certificatesBeside(folder);
  const answer = readStatement(bytes, [...carried, ...(pins?.certificates ?? [])]);
  if (!answer.ok) {
    return { ...notIntact(phrase(answer.key, answer.cause === undefined ? {} : { cause: answer.cause })), files: [] };
  }
  const files = await compareFiles(folder, answer.statement);
  const faults = files
    .filter(({ state }) => state !== "intact")
    .map(({ name, state }) => phrase(`verify.file-${state}`, { name }));
  const reports = await judgeReports(folder, answer.statement, files, pins, now);
  faults.push(...reports.faults);
  const { signer } = answer.statement;
  return {
    integrity:
      faults.length === 0
        ? { answer: "yes", reasons: [phrase("verify.files-intact", { count: files.length })] }
        : { answer: "no", reasons: faults },
    identity:
      reports.answers?.identity ??
      judgeIdentity(
        signer,
        carried.filter((other) => other !== signer),
        pins,
      ),
    time: reports.answers?.time ?? { answer: "none", reasons: [phrase("verify.time-none")] },
    files,
  };
}

/** The certificates that lie in a folder of evidence; none where there are none. */
export async function certificatesBeside(folder: string): Promise<X509Certificate[]> {
  const pem = await readWhole(join(folder, certificatesName));
  return pem === null ? [] : certificatesFromPem(Buffer.from(pem).toString("latin1"));
}

async function compareFiles(folder: string, { subjects }: Statement): Promise<VerifiedFile[]> {
  const files: VerifiedFile[] = [];
  const found = new Set<string>();
  for (const { name, isFile } of await listFolder(folder)) {
    found.add(name);
    if (name === statementName) continue;
    const expected = subjects.get(name);
    if (expected === undefined) files.push({ name, state: "unlisted" });
    else files.push({ name, state: isFile ? await stateOf(join(folder, name), expected) : "unreadable" });
  }
  for (const name of subjects.keys()) if (!found.has(name)) files.push({ name, state: "missing" });
  return files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

async function stateOf(path: string, expected: string): Promise<VerifiedFile["state"]> {
  const hash = await hashFile(path);
  if (hash === null) return "unreadable";
  return hash === expected ? "intact" : "changed";
}

/** The signature inside each intact report, and whether it is by the same certificate as the statement's. */
async function judgeReports(
  folder: string,
  { signer }: Statement,
  files: readonly VerifiedFile[],
  pins: TrustPins | null,
  now: Date,
): Promise<{ answers: Answers | null; faults: Phrase[] }> {
  const faults: Phrase[] = [];
  let answers: Answers | null = null;
  for (const { name, state } of files) {
    if (!name.endsWith(".pdf") || state !== "intact") continue;
    const pdf = await readWhole(join(folder, name));
    const judged = pdf === null ? notIntact(phrase("verify.file-unreadable", { name })) : verifyPdf(pdf, pins, now);
    if (judged.integrity.answer === "no") faults.push(...judged.integrity.reasons);
    else if (judged.identity.signer?.fingerprint !== signer.fingerprint256) {
      faults.push(phrase("verify.signers-differ", { name }));
    } else answers ??= judged;
  }
  return { answers, faults };
}
