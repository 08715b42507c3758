// The rule catalogues: YAML files of one folder, checked against the schema of shared/model/control.ts before any rule of
// them is used. A fault names file, line and column; an audit never runs on half a rule set.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { Benchmark, type RuleSet } from "../../shared/model/control.ts";
import { FailureError, failureOf } from "../../shared/model/failure.ts";

/** No catalogue comes near these; a file beyond them is none. */
const maximumBytes = 8 * 1024 * 1024;
const maximumAliases = 2_000;

type Path = readonly PropertyKey[];

/**
 * Loads every `*.yaml` of `folder`, ordered by file name. Each set carries the SHA-256 of its file as `digest`. Throws
 * FailureError: `not-readable`, or `catalogue-invalid` where a file does not parse, breaks the schema, or repeats an id.
 */
export async function loadRules(folder: string): Promise<readonly RuleSet[]> {
  const names = await reading(folder, () => readdir(folder));
  const files = names.filter((name) => /\.ya?ml$/.test(name)).sort();
  if (files.length === 0) throw invalid(folder, "no rule catalogue in this folder");
  const sets: RuleSet[] = [];
  const controls = new Map<string, string>();
  const benchmarks = new Map<string, string>();
  for (const name of files) {
    const file = join(folder, name);
    const bytes = await reading(file, () => readFile(file));
    const { set, fault } = parseRules(file, bytes);
    refuseTwice(benchmarks, set.id, name, () => fault("the benchmark stands in two files", ["id"]));
    set.controls.forEach((control, index) => {
      refuseTwice(controls, control.id, name, (other) =>
        fault(`${control.id} stands twice, also in ${other}`, ["controls", index, "id"]),
      );
    });
    sets.push(set);
  }
  return sets;
}

function refuseTwice(
  seen: Map<string, string>,
  id: string,
  file: string,
  refuse: (other: string) => FailureError,
): void {
  const other = seen.get(id);
  if (other !== undefined) throw refuse(other);
  seen.set(id, file);
}

interface Parsed {
  readonly set: RuleSet;
  /** A failure at the place of the document that `path` leads to. */
  readonly fault: (cause: string, path: Path) => FailureError;
}

/** One catalogue from its bytes; `file` is for messages. Throws FailureError `catalogue-invalid`. */
export function parseRules(file: string, bytes: Uint8Array): Parsed {
  if (bytes.length > maximumBytes) throw invalid(file, `larger than ${maximumBytes} bytes`);
  const lines = new LineCounter();
  const text = Buffer.from(bytes).toString("utf8");
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, version: "1.2", schema: "core" });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) {
    const [place] = problem.linePos ?? [];
    throw invalid(
      file,
      problem.message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "") ?? problem.code,
      place,
    );
  }
  const fault = (cause: string, path: Path) => invalid(file, cause, placeOf(document, path, lines));
  const parsed = Benchmark.safeParse(plain(file, document));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw issue === undefined ? invalid(file, "does not fit the schema") : fault(causeOf(issue), pathOf(issue));
  }
  const set = parsed.data;
  set.controls.forEach((control, index) => {
    const at = ["controls", index];
    if (control.benchmark !== set.id)
      throw fault(`belongs to ${control.benchmark}, not to ${set.id}`, [...at, "benchmark"]);
    if (!control.id.startsWith(`${set.id}:`))
      throw fault(`${control.id} does not begin with ${set.id}:`, [...at, "id"]);
  });
  return { set: { ...set, digest: `sha256:${createHash("sha256").update(bytes).digest("hex")}` }, fault };
}

/** The document's value; aliases are bounded, since each may stand for many others. */
function plain(file: string, document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: maximumAliases });
  } catch (error) {
    throw invalid(file, error instanceof Error ? error.message : String(error));
  }
}

function causeOf(issue: z.core.$ZodIssue): string {
  const where = issue.path.map(String).join(".");
  return where === "" ? issue.message : `${where}: ${issue.message}`;
}

/** The path of an issue; an unknown key is pointed at itself. */
function pathOf(issue: z.core.$ZodIssue): Path {
  return issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
}

/** Line and column of the innermost part of the document on the way of `path` that exists. */
function placeOf(document: Document, path: Path, lines: LineCounter): { line: number; col: number } | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const way = path.slice(0, length);
    const parent = length === 0 ? undefined : document.getIn(way.slice(0, -1), true);
    const key = isMap(parent)
      ? parent.items.map((pair) => pair.key).find((item) => isScalar(item) && item.value === way.at(-1))
      : undefined;
    const node = key ?? (length === 0 ? document.contents : document.getIn(way, true));
    if (isNode(node) && node.range) return lines.linePos(node.range[0]);
  }
  return undefined;
}

async function reading<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const failure = failureOf(error);
    const cause = "cause" in failure ? failure.cause : failure.kind;
    throw new FailureError({ kind: "not-readable", path, cause }, { cause: error });
  }
}

function invalid(file: string, cause: string, place?: { line: number; col: number }): FailureError {
  const at = place === undefined ? {} : { line: place.line, column: place.col };
  return new FailureError({ kind: "catalogue-invalid", file, ...at, cause });
}
