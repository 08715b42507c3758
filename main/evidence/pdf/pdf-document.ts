// Opens a PDF of the form that Plimsoll writes: one revision, one classic cross-reference table, no encryption.
// Format: ISO 32000-1, 7.5 (file structure). Any other form is refused by name, since what a table hides cannot be judged.
import { latin1, type PdfDictionary, PdfSyntaxError, type PdfValue, readObject, readWord } from "./pdf-object.ts";

export interface PdfDocument {
  readonly bytes: Uint8Array;
  readonly catalog: PdfDictionary;
  /** Follows references until a value stands there; throws PdfSyntaxError where the table does not lead to the object. */
  resolve(value: PdfValue | undefined): PdfValue | undefined;
}

const maxObjects = 1_000_000;
const maxHops = 8;

/** Reads cross-reference table, trailer and catalog; throws PdfSyntaxError. */
export function openPdf(bytes: Uint8Array): PdfDocument {
  if (!/^%PDF-[12]\.\d/.test(latin1(bytes, 0, Math.min(8, bytes.length)))) {
    throw new PdfSyntaxError("the file does not begin as a PDF");
  }
  const tail = latin1(bytes, Math.max(0, bytes.length - 64), bytes.length);
  const place = /startxref\s+(\d{1,12})\s+%%EOF\r?\n?$/.exec(tail)?.[1];
  if (place === undefined) throw new PdfSyntaxError("the file does not end as a PDF");
  const { offsets, trailer } = readTable(bytes, Number(place));
  for (const [key, meaning] of [
    ["Prev", "was changed after it was first written"],
    ["XRefStm", "has a hidden cross-reference stream"],
    ["Encrypt", "is encrypted"],
  ] as const) {
    if (trailer.entries.has(key)) throw new PdfSyntaxError(`the file ${meaning} (trailer has ${key})`);
  }
  const resolve = (value: PdfValue | undefined): PdfValue | undefined => {
    let current = value;
    for (let hop = 0; current?.kind === "reference"; hop += 1) {
      if (hop === maxHops) throw new PdfSyntaxError("references lead nowhere");
      current = readIndirect(bytes, offsets.get(current.id), current.id, current.generation);
    }
    return current;
  };
  const catalog = resolve(trailer.entries.get("Root"));
  if (catalog?.kind !== "dictionary") throw new PdfSyntaxError("the trailer names no catalog");
  return { bytes, catalog, resolve };
}

/** The entry `key` of a dictionary, references followed. */
export function entryOf(document: PdfDocument, value: PdfValue | undefined, key: string): PdfValue | undefined {
  return value?.kind === "dictionary" ? document.resolve(value.entries.get(key)) : undefined;
}

function readTable(bytes: Uint8Array, place: number): { offsets: Map<number, number>; trailer: PdfDictionary } {
  const offsets = new Map<number, number>();
  let token = readWord(bytes, place);
  if (token.word !== "xref" || token.start !== place) throw new PdfSyntaxError("startxref leads to no table");
  token = readWord(bytes, token.end);
  while (token.word !== "trailer") {
    const count = readWord(bytes, token.end);
    if (!/^\d{1,7}$/.test(token.word) || !/^\d{1,7}$/.test(count.word)) {
      throw new PdfSyntaxError("the cross-reference table is broken");
    }
    const first = Number(token.word);
    let at = readWord(bytes, count.end).start;
    for (let index = 0; index < Number(count.word); index += 1, at += 20) {
      const entry = /^(\d{10}) (\d{5}) ([nf])[ \r][\r\n]$/.exec(latin1(bytes, at, Math.min(at + 20, bytes.length)));
      if (entry === null || offsets.size > maxObjects) throw new PdfSyntaxError("the cross-reference table is broken");
      if (offsets.has(first + index)) throw new PdfSyntaxError("the cross-reference table lists an object twice");
      if (entry[3] === "n") offsets.set(first + index, Number(entry[1]));
    }
    token = readWord(bytes, at);
  }
  const trailer = readObject(bytes, token.end);
  if (trailer.kind !== "dictionary") throw new PdfSyntaxError("the file has no trailer");
  const after = readWord(bytes, trailer.end);
  if (after.word !== "startxref") throw new PdfSyntaxError("something stands between trailer and startxref");
  return { offsets, trailer };
}

function readIndirect(bytes: Uint8Array, offset: number | undefined, id: number, generation: number): PdfValue {
  if (offset === undefined || offset >= bytes.length) throw new PdfSyntaxError(`object ${id} is not in the table`);
  const number = readWord(bytes, offset);
  const second = readWord(bytes, number.end);
  const keyword = readWord(bytes, second.end);
  const isHere = number.start === offset && number.word === String(id) && second.word === String(generation);
  if (!isHere || keyword.word !== "obj") throw new PdfSyntaxError(`object ${id} is not where the table says`);
  return readObject(bytes, keyword.end);
}
