// Reads one PDF object from bytes and keeps where it stood. Format: ISO 32000-1, 7.2 (lexical conventions) and 7.3
// (objects). A real reader, not a text search: image names in a report may contain anything, also `/ByteRange [...]`.

export type PdfValue = { readonly start: number; readonly end: number } & (
  | { readonly kind: "null" }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "name"; readonly value: string }
  /** One character a byte. */
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "hex" }
  | { readonly kind: "array"; readonly items: readonly PdfValue[] }
  | { readonly kind: "dictionary"; readonly entries: ReadonlyMap<string, PdfValue> }
  | { readonly kind: "reference"; readonly id: number; readonly generation: number }
);
export type PdfDictionary = Extract<PdfValue, { kind: "dictionary" }>;

/** The bytes are not the PDF they should be. Callers turn it into a failure or a verdict. */
export class PdfSyntaxError extends Error {
  override readonly name = "PdfSyntaxError";
}

const maxDepth = 40;
const maxTokenBytes = 65_536;
const whitespace = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);
const delimiters = new Set(Array.from("()<>[]{}/%", (character) => character.charCodeAt(0)));
const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** The object that begins at `offset` (after white space and comments); throws PdfSyntaxError. */
export function readObject(bytes: Uint8Array, offset: number): PdfValue {
  return readValue(bytes, offset, 0);
}

/** Where the next token begins. */
export function skipSpace(bytes: Uint8Array, offset: number): number {
  let at = offset;
  for (;;) {
    const byte = bytes[at];
    if (byte !== undefined && whitespace.has(byte)) at += 1;
    else if (byte === 0x25) while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at += 1;
    else return at;
  }
}

/** A run of regular characters (a keyword or a number), and where it ends. */
export function readWord(bytes: Uint8Array, offset: number): { word: string; start: number; end: number } {
  const start = skipSpace(bytes, offset);
  let end = start;
  for (; end < bytes.length && end - start < maxTokenBytes; end += 1) {
    const byte = bytes[end] ?? 0;
    if (whitespace.has(byte) || delimiters.has(byte)) break;
  }
  return { word: latin1(bytes, start, end), start, end };
}

/** Bytes as text, one character a byte; what lies outside the file is empty. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  const part = bytes.subarray(Math.min(start, bytes.length), Math.min(end, bytes.length));
  return Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString("latin1");
}

function readValue(bytes: Uint8Array, offset: number, depth: number): PdfValue {
  if (depth > maxDepth) throw new PdfSyntaxError("objects are nested too deeply");
  const start = skipSpace(bytes, offset);
  switch (bytes[start]) {
    case 0x2f:
      return readName(bytes, start);
    case 0x28:
      return readString(bytes, start);
    case 0x5b:
      return readArray(bytes, start, depth);
    case 0x3c:
      return bytes[start + 1] === 0x3c ? readDictionary(bytes, start, depth) : readHex(bytes, start);
    default:
      return readScalar(bytes, start);
  }
}

function readScalar(bytes: Uint8Array, start: number): PdfValue {
  const { word, end } = readWord(bytes, start);
  if (word === "null") return { kind: "null", start, end };
  if (word === "true" || word === "false") return { kind: "boolean", value: word === "true", start, end };
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) throw new PdfSyntaxError(`no object at byte ${start}`);
  if (!/^\d+$/.test(word)) return { kind: "number", value: Number(word), start, end };
  const generation = readWord(bytes, end);
  const letter = /^\d+$/.test(generation.word) ? readWord(bytes, generation.end) : null;
  if (letter?.word !== "R") return { kind: "number", value: Number(word), start, end };
  return { kind: "reference", id: Number(word), generation: Number(generation.word), start, end: letter.end };
}

function readName(bytes: Uint8Array, start: number): PdfValue {
  let end = start + 1;
  while (end < bytes.length && !whitespace.has(bytes[end] ?? 0) && !delimiters.has(bytes[end] ?? 0)) end += 1;
  if (end - start > maxTokenBytes) throw new PdfSyntaxError(`the name at byte ${start} is too long`);
  const value = latin1(bytes, start + 1, end).replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return { kind: "name", value, start, end };
}

function readString(bytes: Uint8Array, start: number): PdfValue {
  const parts: string[] = [];
  let open = 1;
  for (let at = start + 1; at < bytes.length; at += 1) {
    const character = String.fromCharCode(bytes[at] ?? 0);
    if (character === "\\") {
      at += 1;
      const next = String.fromCharCode(bytes[at] ?? 0);
      const octal = /^[0-7]{1,3}/.exec(latin1(bytes, at, at + 3))?.[0];
      if (octal !== undefined) {
        parts.push(String.fromCharCode(Number.parseInt(octal, 8) & 0xff));
        at += octal.length - 1;
      } else if (next !== "\n" && next !== "\r") parts.push(escapes[next] ?? next);
      continue;
    }
    if (character === "(") open += 1;
    if (character === ")") open -= 1;
    if (open === 0) return { kind: "string", value: parts.join(""), start, end: at + 1 };
    parts.push(character);
  }
  throw new PdfSyntaxError(`the string at byte ${start} has no end`);
}

function readHex(bytes: Uint8Array, start: number): PdfValue {
  const end = bytes.indexOf(0x3e, start);
  if (end < 0) throw new PdfSyntaxError(`the string at byte ${start} has no end`);
  return { kind: "hex", start, end: end + 1 };
}

function readArray(bytes: Uint8Array, start: number, depth: number): PdfValue {
  const items: PdfValue[] = [];
  let at = skipSpace(bytes, start + 1);
  while (bytes[at] !== 0x5d) {
    const item = readValue(bytes, at, depth + 1);
    items.push(item);
    at = skipSpace(bytes, item.end);
  }
  return { kind: "array", items, start, end: at + 1 };
}

function readDictionary(bytes: Uint8Array, start: number, depth: number): PdfValue {
  const entries = new Map<string, PdfValue>();
  let at = skipSpace(bytes, start + 2);
  while (!(bytes[at] === 0x3e && bytes[at + 1] === 0x3e)) {
    const key = readValue(bytes, at, depth + 1);
    if (key.kind !== "name") throw new PdfSyntaxError(`the dictionary at byte ${start} has a key that is no name`);
    if (entries.has(key.value)) throw new PdfSyntaxError(`the dictionary at byte ${start} says ${key.value} twice`);
    const value = readValue(bytes, key.end, depth + 1);
    entries.set(key.value, value);
    at = skipSpace(bytes, value.end);
  }
  return { kind: "dictionary", entries, start, end: at + 2 };
}
