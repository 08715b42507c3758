// The entry: what lies at a path decides what can be asked of it. Every form ends in the same three answers.
import { realpath, stat } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { FailureError } from "../../../shared/model/failure.ts";
import type { Verification, VerifiedFile } from "../../../shared/model/verification.ts";
import { phrase } from "../../../shared/wording/say.ts";
import { fileCause } from "../../file-error.ts";
import { type Answers, notIntact } from "./answers.ts";
import { judgeIdentity } from "./judge-identity.ts";
import { hashFile, readStart, readWhole } from "./read-folder.ts";
import { readStatement } from "./read-statement.ts";
import type { TrustPins } from "./trust.ts";
import { certificatesBeside, statementName, verifyPack } from "./verify-pack.ts";
import { verifyPdf } from "./verify-pdf.ts";

/** A file of a pack lies at most this deep below its statement (`images/NAME/FILE`). */
const levelsAbove = 3;

/**
 * Judges a folder of evidence, a report, a statement or any one file of a folder. Without `trust`, nobody is trusted
 * beforehand. Throws FailureError `not-readable` where there is nothing to read; what is read and does not hold is an
 * answer, not a failure.
 */
export async function verifyPath(
  path: string,
  options: { readonly trust?: TrustPins; readonly now: Date },
): Promise<Verification> {
  const pins = options.trust ?? null;
  if (await isFolder(path)) return answerOf(path, "pack", await verifyPack(path, pins, options.now));
  // Links inside a folder of evidence are never followed; the one that the user names is.
  const target = await realpath(path);
  if (target.endsWith(".dsse.json")) return answerOf(path, "statement", await verifyStatement(target, pins));
  const pdf = (await isPdf(target)) ? await readWhole(target) : null;
  if (pdf !== null) return answerOf(path, "pdf", verifyPdf(pdf, pins, options.now));
  return answerOf(path, "file", await verifyOneFile(target, pins));
}

function answerOf(
  path: string,
  kind: Verification["kind"],
  answers: Answers & { readonly files?: readonly VerifiedFile[] },
): Verification {
  const { integrity, identity, time, files = [] } = answers;
  return { schema: "plimsoll/verification@1", path, kind, integrity, identity, time, files: [...files] };
}

/** A statement by itself: whether it is signed, not whether the files it names are there. */
async function verifyStatement(path: string, pins: TrustPins | null): Promise<Answers> {
  const opened = await openStatement(path, pins);
  if ("integrity" in opened) return opened;
  return {
    integrity: { answer: "yes", reasons: [phrase("verify.statement-alone", { count: opened.subjects.size })] },
    identity: opened.identity,
    time: { answer: "none", reasons: [phrase("verify.time-none")] },
  };
}

/** Any other file is bound by the statement of the folder it lies in, or by nothing. */
async function verifyOneFile(path: string, pins: TrustPins | null): Promise<Answers & { files: VerifiedFile[] }> {
  const root = await folderOfStatement(path);
  if (root === null) return { ...notIntact(phrase("verify.file-unsigned", { name: basename(path) })), files: [] };
  const name = relative(root, path).split(sep).join("/");
  const opened = await openStatement(join(root, statementName), pins);
  if ("integrity" in opened) return { ...opened, files: [] };
  const expected = opened.subjects.get(name);
  const hash = await hashFile(path);
  const state =
    expected === undefined ? "unlisted" : hash === null ? "unreadable" : hash === expected ? "intact" : "changed";
  return {
    integrity: { answer: state === "intact" ? "yes" : "no", reasons: [phrase(`verify.file-${state}`, { name })] },
    identity: opened.identity,
    time: { answer: "none", reasons: [phrase("verify.time-none")] },
    files: [{ name, state }],
  };
}

async function openStatement(
  path: string,
  pins: TrustPins | null,
): Promise<Answers | { subjects: ReadonlyMap<string, string>; identity: Answers["identity"] }> {
  const bytes = await readWhole(path);
  if (bytes === null) return notIntact(phrase("verify.file-unreadable", { name: basename(path) }));
  const carried = await certificatesBeside(dirname(path));
  const answer = readStatement(bytes, [...carried, ...(pins?.certificates ?? [])]);
  if (!answer.ok) return notIntact(phrase(answer.key, answer.cause === undefined ? {} : { cause: answer.cause }));
  const { subjects, signer } = answer.statement;
  return {
    subjects,
    identity: judgeIdentity(
      signer,
      carried.filter((other) => other !== signer),
      pins,
    ),
  };
}

async function folderOfStatement(path: string): Promise<string | null> {
  let folder = dirname(path);
  for (let level = 0; level < levelsAbove; level += 1) {
    if ((await readWhole(join(folder, statementName))) !== null) return folder;
    folder = dirname(folder);
  }
  return null;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw new FailureError({ kind: "not-readable", path, cause: fileCause(error) }, { cause: error });
  }
}

async function isPdf(path: string): Promise<boolean> {
  return /\.pdf$/i.test(path) || (await readStart(path, 5)) === "%PDF-";
}
