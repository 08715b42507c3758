// Values that stand behind a telling name inside longer text: build arguments (`|2 A=x B=y /bin/sh -c ...`), ENV, ARG and
// LABEL lines of the history, shell assignments, JSON members and command line options.
import { isHarmlessValue, kindOfName, secretWordOf } from "./secret-name.ts";
import type { SecretSpan } from "./secret-span.ts";

interface NamedValue {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The secret values of a text by their names; ground is always `name`. */
export function namedValueSpans(text: string): SecretSpan[] {
  const list = listPart(text);
  const named = [...(list === null ? [] : pairsOf(text, list.from, list.to)), ...assignments(text, list?.to ?? 0)];
  return named.flatMap(({ name, start, end }) => {
    const word = secretWordOf(name);
    const value = text.slice(start, end);
    if (word === null || isHarmlessValue(value, word)) return [];
    return [{ start, end, kind: kindOfName(name), ground: "name" as const, name }];
  });
}

/** The part of a history line that is a bare list of NAME=value, where values may hold spaces. */
function listPart(text: string): { from: number; to: number } | null {
  const args = /^\|\d{1,4} /.exec(text);
  if (args !== null) {
    const rest = text.slice(args[0].length);
    const command = /\s(?=(?:\/\S{0,100}\/(?:[a-z]*sh|env|python3?)\b|cmd\b|powershell\b|pwsh\b))/.exec(rest);
    return { from: args[0].length, to: args[0].length + (command?.index ?? rest.length) };
  }
  const instruction = /^(?:\/bin\/sh -c )?(?:#\(nop\)\s+)?(?:ENV|ARG|LABEL) /.exec(text);
  if (instruction === null) return null;
  const to = text
    .trimEnd()
    .replace(/# buildkit$/, "")
    .trimEnd().length;
  return { from: instruction[0].length, to: Math.max(to, instruction[0].length) };
}

function pairsOf(text: string, from: number, to: number): NamedValue[] {
  const pairs: NamedValue[] = [];
  const part = text.slice(from, to);
  const starts = [...part.matchAll(/(?:^|\s)"?([A-Za-z_][\w.\-/]{0,200})"?=/g)];
  starts.forEach((match, index) => {
    const start = match.index + match[0].length;
    const end = starts[index + 1]?.index ?? part.length;
    pairs.push({ name: match[1] ?? "", ...trimmed(text, from + start, from + end) });
  });
  return pairs;
}

const quoted = `"(?:[^"\\\\]|\\\\.){0,4000}"|'[^']{0,4000}'`;
const bare = "[^\\s;&|\"'`<>()]{1,4000}";
/** NAME=value of a shell, a connection string or a property; not behind a dollar sign and no comparison. */
const assignment = new RegExp(`(?<![\\w$.{/-])(?:-D)?([A-Za-z_][\\w.-]{0,200})\\\\?=(${quoted}|${bare})`, "dg");
/** "name": "value", also with the quotes of a shell string around it. */
const member = /\\?["']([\w.\- ]{1,100})\\?["']\s*:\s*\\?"((?:[^"\\]|\\[^"]){1,4000})\\?"/dg;
/** name = value, as a line of its own: ini, toml, properties. */
const settingLine = /(?:^|[\n'"]|\\n)[ \t]{0,40}([\w.-]{1,100})[ \t]{1,40}=[ \t]{1,40}["']?([^\s"'\\]{1,4000})/dg;
/** <name>value</name> of XML. */
const element = /<([A-Za-z][\w.-]{1,60})>\s{0,9}([^<>\s]{1,4000})\s{0,9}<\//dg;
/** define('NAME', 'value') of PHP. */
const definition = /\bdefine\(\s{0,9}["']([A-Za-z_]\w{1,100})["']\s{0,9},\s{0,9}["']([^"'\n]{1,4000})["']/dg;
/** name: value, as a line of its own or right after a quote; Ruby writes a colon before the name as well. */
const line = /(?:^|[\n"']|\\n)[ \t]{0,40}:?([\w.-]{1,100}):[ \t]{1,40}["']?([^\s"'\\,}]{1,4000})/dg;
/** --option value, --option=value, or both as strings of a list ("--option" "value"); `key` alone names public keys too often. */
const option = new RegExp(`(?<![\\w-])--?([A-Za-z][\\w-]{2,60})(?:=|(?:["'],?)?\\s+)(${quoted}|(?!-)${bare})`, "dg");

function assignments(text: string, from: number): NamedValue[] {
  const rest = text.slice(from);
  const found: NamedValue[] = [];
  for (const [pattern, isOption] of [
    [assignment, false],
    [member, false],
    [line, false],
    [settingLine, false],
    [element, false],
    [definition, false],
    [option, true],
  ] as const) {
    for (const match of rest.matchAll(pattern)) {
      const [start, end] = match.indices?.[2] ?? [0, 0];
      const name = match[1] ?? "";
      if (isOption && secretWordOf(name) !== "password") continue;
      found.push({ name, ...trimmed(text, from + start, from + end) });
    }
  }
  return found;
}

/** The span without surrounding blanks and quotes. */
function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
  const quote = text.charAt(from);
  if ((quote === '"' || quote === "'") && to - from >= 2 && text.charAt(to - 1) === quote)
    return { start: from + 1, end: to - 1 };
  return { start: from, end: to };
}
