// YAML files that people write: bounded, without anything beyond YAML 1.2's core, and every fault at its line and column.
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { FailureError } from "../../shared/model/failure.ts";
import { offsetInSource } from "./scalar-place.ts";

/** No file comes near these; one beyond them is none. */
const maximumBytes = 8 * 1024 * 1024;
const maximumAliases = 20_000;

type Path = readonly PropertyKey[];

export interface YamlFile {
  /** What the file says, not yet checked by any schema. */
  readonly value: unknown;
  /** A failure at the place of the document that `path` leads to. */
  readonly fault: (cause: string, path: Path) => FailureError;
  /** The same inside a text: `offset` counts UTF-16 units of the value that `path` leads to. */
  readonly faultInText: (cause: string, path: Path, offset: number) => FailureError;
}

/** A file's value with the way back to its lines; `file` is for messages. Throws FailureError `catalogue-invalid`. */
export function readYaml(file: string, bytes: Uint8Array): YamlFile {
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
  return {
    value: plain(file, document),
    fault: (cause, path) => invalid(file, cause, placeOf(document, path, lines)),
    faultInText: (cause, path, offset) => {
      const node = document.getIn(path, true);
      const within = isScalar(node) ? offsetInSource(text, node, offset) : null;
      return invalid(file, cause, within === null ? placeOf(document, path, lines) : lines.linePos(within));
    },
  };
}

/** The failure of a value that does not fit its schema, at the first place that does not. */
export function misfit(file: string, fault: YamlFile["fault"], { issues: [issue] }: z.ZodError): FailureError {
  return issue === undefined ? invalid(file, "does not fit the schema") : fault(causeOf(issue), pathOf(issue));
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

export function invalid(file: string, cause: string, place?: { line: number; col: number }): FailureError {
  const at = place === undefined ? {} : { line: place.line, column: place.col };
  return new FailureError({ kind: "catalogue-invalid", file, ...at, cause });
}
