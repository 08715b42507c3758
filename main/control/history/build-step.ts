// One history entry as a build step. Forms: the classic builder and buildah (`/bin/sh -c #(nop) ADD ... in ...`), BuildKit
// (`RUN /bin/sh -c ... # buildkit`), kaniko (the Dockerfile line), build arguments in front (`|2 A=x B=y /bin/sh -c ...`).
// Instructions may be written in small letters (Dockerfile reference, "Format"), and builders keep the line as it was.
import type { HistoryEntry } from "../../../shared/model/facts.ts";

export interface BuildStep {
  /** Number of the entry in the history, from 0. */
  readonly index: number;
  /** In capitals; null where the entry names no build instruction. */
  readonly instruction: string | null;
  /** What follows the instruction; for RUN the script alone, without arguments and shell. */
  readonly text: string;
  readonly emptyLayer: boolean;
  readonly layer?: number;
  /** Written by the classic builder or buildah, which say what was added only as a digest. */
  readonly classic: boolean;
}

const nop = /#\(nop\)\s+([A-Za-z]+)\b\s*/;
const named =
  /^(ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)(?:\s+|$)/i;
/** Those that make a layer. */
const making = new Set(["ADD", "COPY", "RUN", "WORKDIR"]);
const shell = /^(?:\/[^\s|]*\/)?(?:ba|da|a|z|k)?sh\s+(?:-\S+\s+|pipefail\s+){0,8}?-[a-z]*c\s+/;
const bareManager = /^(?:\/\S*\/)?(?:apt-get|apt|aptitude|apk|yum|dnf5?|microdnf|tdnf|zypper|pacman|opkg)\s/;

export function buildStepOf(entry: HistoryEntry, index: number): BuildStep {
  const line = entry.createdBy.trim().replace(/\s*# buildkit$/, "");
  const place = { index, emptyLayer: entry.emptyLayer, ...(entry.layer === undefined ? {} : { layer: entry.layer }) };
  const note = nop.exec(line.slice(0, 400));
  if (note?.[1] !== undefined) {
    return {
      ...place,
      instruction: note[1].toUpperCase(),
      text: line.slice(note.index + note[0].length),
      classic: true,
    };
  }
  const name = instructionOf(line, entry.emptyLayer);
  const rest = name === null ? line : line.slice(name.length).trimStart();
  if (name !== null && name !== "RUN") return { ...place, instruction: name, text: rest, classic: false };
  const script = scriptOf(rest);
  if (name !== null || script !== null) {
    return { ...place, instruction: "RUN", text: script ?? execForm(rest) ?? rest, classic: name === null };
  }
  // The exec form of the classic builder is the bare command; a tool that is no builder writes its own name there.
  if (bareManager.test(line)) return { ...place, instruction: "RUN", text: line, classic: true };
  return { ...place, instruction: null, text: line, classic: false };
}

/** The instruction that a line begins with. A committed container has its command there: `env A=1 sh` is no ENV. */
function instructionOf(line: string, emptyLayer: boolean): string | null {
  const word = named.exec(line)?.[1];
  if (word === undefined) return null;
  const name = word.toUpperCase();
  return word === name || emptyLayer || making.has(name) ? name : null;
}

/** The script that a shell was given, behind build arguments; null where no shell was. */
function scriptOf(text: string): string | null {
  const direct = shell.exec(text);
  if (direct !== null) return unquoted(text.slice(direct[0].length));
  if (!/^\|\d{1,4} /.test(text)) return null;
  for (const match of text.matchAll(/\s(?=\/)/g)) {
    const rest = text.slice(match.index + 1);
    const behind = shell.exec(rest.slice(0, 400));
    if (behind !== null) return rest.slice(behind[0].length);
  }
  return text;
}

/** A script in quotes as it stands in a Dockerfile (`RUN bash -c 'a && b'`), which kaniko keeps: what the shell was given. */
function unquoted(script: string): string {
  const text = script.trim();
  const single = /^'([^']*)'$/.exec(text)?.[1];
  if (single !== undefined) return single;
  return /^"((?:[^"\\]|\\[\s\S])*)"$/.exec(text)?.[1]?.replace(/\\([\s\S])/g, "$1") ?? script;
}

/** The exec form of a Dockerfile line (`["apt-get", "update"]`) as a command line; null for any other text. */
function execForm(text: string): string | null {
  if (!text.startsWith("[")) return null;
  try {
    const words: unknown = JSON.parse(text);
    if (!Array.isArray(words) || !words.every((word) => typeof word === "string")) return null;
    const line = words
      .map((word) => (/^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
      .join(" ");
    return scriptOf(line) ?? line;
  } catch {
    // `[ -f x ] && ...` is a script.
    return null;
  }
}
