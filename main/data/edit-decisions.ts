// Changing a file of decisions that people also write by hand: comments and order stay, a file at fault is never touched, two
// writers wait for each other, and a reader sees the old content or the new.
import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { type Document, isSeq, parseDocument } from "yaml";
import { FailureError, failureOf } from "../../shared/model/failure.ts";
import { makeFolder, writeAtomically } from "../atomic-write.ts";
import { errorCode, fileCause } from "../file-error.ts";
import { takeLock } from "../file-lock.ts";
import { type DecisionFile, decisionFile, readDecisionFileIfThere } from "./decision-file.ts";
import { indentOf, keepSource } from "./keep-source.ts";

export interface DecisionEdit<Parsed, Done> {
  /** The list that the change is made in. */
  readonly list: "waivers" | "answers" | "entitlements" | "technologies";
  /** What a new file says. */
  readonly empty: string;
  /** The check of the whole file; throws on a fault. Called before the change and on its result. */
  readonly parse: (file: DecisionFile) => Parsed;
  /** Makes the change in the document, with what the file said before; throws to leave the file as it is. */
  readonly change: (document: Document, before: Parsed) => Done;
}

/**
 * Changes the file at `path`, which is made where there is none, and gives what `change` gave with the file as it now reads.
 * Throws FailureError: `not-readable`, `catalogue-invalid`, `not-writable`, and what `change` throws.
 */
export async function editDecisions<Parsed, Done>(
  path: string,
  { list, empty, parse, change }: DecisionEdit<Parsed, Done>,
): Promise<{ readonly done: Done; readonly after: Parsed }> {
  await makeFolder(dirname(path));
  const release = await lock(path);
  try {
    const file = (await readDecisionFileIfThere(path)) ?? decisionFile(path, Buffer.from(empty));
    const before = parse(file);
    const source = Buffer.from(file.bytes).toString("utf8");
    const document = parseDocument(source, { version: "1.2", schema: "core" });
    const done = change(document, before);
    // Entries begin behind their `- `: at 2 where the list is not set in below its name.
    const printed = document.toString({ lineWidth: 0, indentSeq: indentOf(source, list) !== 2 });
    const text = Buffer.from(keepSource(source, printed, list));
    const after = asUsage(() => parse(decisionFile(path, text)));
    await writeAtomically(path, text, await modeOf(path));
    return { done, after };
  } finally {
    await release();
  }
}

/** A change that the file must not hold is a mistake of whoever asked for it: the line it would have had helps nobody. */
function asUsage<T>(check: () => T): T {
  try {
    return check();
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind !== "catalogue-invalid") throw error;
    throw new FailureError({ kind: "usage", cause: failure.cause }, { cause: error });
  }
}

/** Puts an entry at the end of a list of the document, which is made where there is none. */
export function addToList(document: Document, name: string, entry: object): void {
  const list = document.get(name, true);
  if (!isSeq(list)) document.set(name, document.createNode([entry]));
  else {
    // A list written as `[]` would go on in one line.
    if (list.items.length === 0) list.flow = false;
    list.add(document.createNode(entry));
  }
}

/** The entry of this id, or of this unique beginning of 4 characters or more. Throws FailureError `usage` where there is none. */
export function pickById<T extends { readonly id: string }>(
  entries: readonly T[],
  id: string,
  kind: "waiver" | "answer" | "entitlement",
): { readonly entry: T; readonly index: number } {
  const fitting = entries.filter((entry) => id.length >= 4 && entry.id.startsWith(id));
  const entry = entries.find((other) => other.id === id) ?? fitting[0];
  if (entry === undefined) throw usage(`there is no ${kind} ${id}; see plimsoll ${kind} list`);
  if (entry.id !== id && fitting.length > 1) throw usage(`${id} begins the ids of ${fitting.length}; give more of it`);
  return { entry, index: entries.indexOf(entry) };
}

export function usage(cause: string): FailureError {
  return new FailureError({ kind: "usage", cause });
}

/** A file keeps the rights it has; a new one is for everyone to read, as the folder allows. */
async function modeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).mode & 0o777;
  } catch {
    return 0o644; // There is none yet; if it cannot be seen, writing says so.
  }
}

async function lock(path: string): Promise<() => Promise<void>> {
  try {
    return await takeLock(path, { turns: 20 });
  } catch (error) {
    const isHeld = errorCode(error) === "ELOCKED";
    const cause = isHeld ? "somebody else is changing it; try again" : fileCause(error);
    throw new FailureError({ kind: "not-writable", path, cause }, { cause: error });
  }
}
