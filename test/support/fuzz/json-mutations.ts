// Changes to JSON at the borders of its tokens, so that most results are JSON still, and of another shape.
import type { Mutator } from "./byte-mutations.ts";

const token = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null|[[\]{}:,]/g;
const values = [
  "null",
  "true",
  "0",
  "-1",
  "1e999",
  "9007199254740993",
  '""',
  '"../../etc/passwd"',
  '"sha256:"',
  `"sha256:${"0".repeat(64)}"`,
  `"${"x".repeat(5000)}"`,
  '"\\ud800"',
  '"\\u0000\\u001b[31m"',
  '"$(id)"',
  "[]",
  "{}",
  "[null]",
  '{"a":1}',
  `${"[".repeat(200)}${"]".repeat(200)}`,
  '{"__proto__":{"os":"windows"},"constructor":{}}',
  '["a",1,null,{}]',
];
const keys = ['"__proto__"', '"toString"', '"layers"', '"manifests"', '"config"', '"mediaType"', '"digest"', '""'];

export const jsonMutators: Readonly<Record<string, Mutator>> = {
  "json-value": (bytes, where, what) =>
    replaceToken(bytes, where, (old) => (/^[[\]{}:,]$/.test(old) ? null : (values[what % values.length] ?? ""))),
  "json-key": (bytes, where, what) =>
    replaceToken(bytes, where, (old) => (old.startsWith('"') ? (keys[what % keys.length] ?? "") : null)),
  "json-drop": (bytes, where) => replaceToken(bytes, where, () => ""),
  "json-double": (bytes, where) => replaceToken(bytes, where, (old) => `${old},${old}`),
  /** Everything between two brackets that belong together becomes another value. */
  "json-branch": (bytes, where, what) => {
    const text = bytes.toString("latin1");
    const openings = [...text.matchAll(/[[{]/g)];
    const from = openings[where % Math.max(1, openings.length)]?.index;
    if (from === undefined) return bytes;
    const to = closing(text, from);
    return Buffer.from(text.slice(0, from) + (values[what % values.length] ?? "") + text.slice(to), "latin1");
  },
  "json-bytes": (bytes, where, what) =>
    replaceToken(bytes, where, (old) =>
      old.startsWith('"')
        ? `"${["\u00ff", "\u00c0\u0080", "\u00ed\u00a0\u0080", "\u0000", "\u0080"][what % 5]}"`
        : null,
    ),
};

/** The token at or behind `where` for which there is a replacement; all texts are bytes as latin1. */
function replaceToken(bytes: Buffer, where: number, replacement: (old: string) => string | null): Buffer {
  const text = bytes.toString("latin1");
  const tokens = [...text.matchAll(token)];
  for (let tried = 0; tried < tokens.length; tried++) {
    const match = tokens[(where + tried) % tokens.length];
    const put = match === undefined ? null : replacement(match[0]);
    if (match === undefined || put === null) continue;
    return Buffer.from(text.slice(0, match.index) + put + text.slice(match.index + match[0].length), "latin1");
  }
  return bytes;
}

/** Just behind the bracket that closes the one at `from`. */
function closing(text: string, from: number): number {
  let depth = 0;
  for (const match of text.slice(from).matchAll(token)) {
    if (/[[{]/.test(match[0])) depth++;
    else if (/[\]}]/.test(match[0])) depth--;
    if (depth === 0) return from + match.index + match[0].length;
  }
  return text.length;
}
