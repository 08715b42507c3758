// A Dockerfile as stages and instructions with their lines. Grammar by dockerfile-ast; what Docker would refuse is
// refused here as well, and so is what a patch could not carry (NULs, lone carriage returns).
import { DockerfileParser, From, type Instruction as Parsed } from "dockerfile-ast";
import { FailureError } from "../../../shared/model/failure.ts";
import { type ArgDefaults, expandArgs } from "./build-args.ts";

export const maximumBytes = 512 * 1024;

export interface Instruction {
  /** In capitals. */
  readonly keyword: string;
  /** Lines of the file, from 0, both included; a heredoc's body belongs to it. */
  readonly first: number;
  readonly last: number;
  /** Everything after the keyword, flags too, on one line: continuations joined, comments and a heredoc's body left out. */
  readonly args: string;
  readonly heredoc: boolean;
}

export interface Stage {
  readonly index: number;
  readonly name: string | null;
  readonly from: Instruction;
  /** As written, `${V}` included. */
  readonly image: string;
  /** Defaults of the build arguments filled in; null where one has none. */
  readonly resolved: string | null;
  /** Begins on line `line` at `column`. */
  readonly imageAt: { readonly line: number; readonly column: number };
  /** The earlier stage that this one is built on. */
  readonly parent: Stage | null;
  /** The first of the stages it is built on, whose base is an image; null where it has no parent. */
  readonly bottom: Stage | null;
  /** Without FROM. */
  readonly instructions: readonly Instruction[];
}

export interface DockerfileText {
  /** Each with its line end; the last may have none. */
  readonly lines: readonly string[];
  readonly eol: "\n" | "\r\n";
  readonly escape: string;
  readonly globalArgs: readonly Instruction[];
  readonly stages: readonly Stage[];
}

const keywords = new Set(
  "ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR".split(
    " ",
  ),
);

/** Reads `text`, called `path` where it fails: FailureError `not-readable` with the line that is no Dockerfile. */
export function readDockerfile(text: string, path: string): DockerfileText {
  const refuse = (cause: string): never => {
    throw new FailureError({ kind: "not-readable", path, cause });
  };
  if (text.length > maximumBytes) refuse(`no Dockerfile: longer than ${maximumBytes / 1024} KiB`);
  if (text.includes("\0")) refuse("no Dockerfile: it holds NUL bytes");
  if (/\r(?!\n)/.test(text)) refuse("no Dockerfile: carriage returns without a line feed");
  const lines = text.split(/(?<=\n)/);
  const crlf = lines.filter((line) => line.endsWith("\r\n")).length;
  const parsed = DockerfileParser.parse(text);
  const mark = parsed.getEscapeCharacter();
  const globalArgs: Instruction[] = [];
  const built: Opened[] = [];
  const names = new Map<string, Opened>();
  const defaults: ArgDefaults = new Map();
  for (const node of parsed.getInstructions()) {
    const instruction = instructionOf(node, lines, mark);
    const at = `line ${instruction.first + 1}`;
    if (!keywords.has(instruction.keyword)) refuse(`${at}: no instruction of a Dockerfile begins so`);
    if (node instanceof From) {
      const range = node.getImageRange();
      const image = node.getImage();
      const words = node.getArguments().filter((word) => !word.getValue().startsWith("--"));
      if (range === null || image === null) throw refused(path, `${at}: FROM without an image`);
      if (words.length !== 1 && (words.length !== 3 || words[1]?.getValue().toUpperCase() !== "AS"))
        refuse(`${at}: FROM takes an image, or an image AS a name`);
      const name = words[2]?.getValue() ?? null;
      const resolved = expandArgs(image, defaults);
      const parent = resolved === null ? null : (names.get(resolved.toLowerCase()) ?? null);
      const made: Opened = {
        index: built.length,
        name,
        from: instruction,
        image,
        resolved,
        imageAt: { line: range.start.line, column: range.start.character },
        parent,
        bottom: parent === null ? null : (parent.bottom ?? parent),
        instructions: [],
      };
      built.push(made);
      if (name !== null) names.set(name.toLowerCase(), made);
      continue;
    }
    const open = built.at(-1);
    if (open !== undefined) open.instructions.push(instruction);
    else if (instruction.keyword === "ARG") {
      globalArgs.push(instruction);
      for (const [, key = "", value] of instruction.args.matchAll(/([A-Za-z_]\w*)(?:=("[^"]*"|'[^']*'|\S*))?/g))
        defaults.set(key, value === undefined ? null : expandArgs(unquote(value), defaults));
    } else refuse(`${at}: ${instruction.keyword} before the first FROM`);
  }
  if (built.length === 0) refuse("no Dockerfile: it has no FROM");
  return {
    lines: lines.at(-1) === "" ? lines.slice(0, -1) : lines,
    eol: crlf * 2 > lines.filter((line) => line.endsWith("\n")).length ? "\r\n" : "\n",
    escape: mark,
    globalArgs,
    stages: built,
  };
}

type Opened = Stage & { readonly instructions: Instruction[] };

function refused(path: string, cause: string): FailureError {
  return new FailureError({ kind: "not-readable", path, cause });
}

function instructionOf(node: Parsed, lines: readonly string[], mark: string): Instruction {
  const { start, end } = node.getRange();
  let joined = "";
  let at = start.line;
  for (; at <= end.line; at++) {
    const line = (lines[at] ?? "").trimEnd();
    // Comments and empty lines between continued lines are no part of the instruction.
    if (at > start.line && /^\s*(#|$)/.test(line)) continue;
    if (!line.endsWith(mark)) {
      joined += line;
      break;
    }
    joined += line.slice(0, -1);
  }
  const args = joined.replace(/^\ufeff?\s*\S+\s*/, "");
  return { keyword: node.getKeyword(), first: start.line, last: end.line, args, heredoc: at < end.line };
}

const unquote = (value: string): string => /^(["'])(.*)\1$/s.exec(value)?.[2] ?? value;
