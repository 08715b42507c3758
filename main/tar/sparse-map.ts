// Sparse files in tars: a map says where the stored bytes belong, all else is zeros. Four forms: GNU's old header (type S),
// pax 0.0 (a record a number), pax 0.1 (one record), pax 1.0 (the map begins the body). GNU tar manual, "Sparse Formats";
// what is malformed follows Go's archive/tar, with which engines unpack layers.
import { BrokenStream } from "./broken-stream.ts";
import { readNumber } from "./tar-number.ts";

/** Stored bytes in a row, and where in the file they belong. */
export interface SparsePiece {
  readonly offset: number;
  readonly length: number;
}

/** The pieces in the order in which they are stored; `in-body` = read them from the beginning of the body (pax 1.0). */
export type SparseMap = readonly SparsePiece[] | "in-body";

/** More pieces than any real file has by far; each costs memory. */
export const maxPieces = 65_536;
/** A map at the beginning of a body is held in memory, bounded as other extended headers are. */
const maxMapBytes = 1024 * 1024;
const maxZeros = 64 * 1024;
const zeros = Buffer.alloc(maxZeros);
const blockSize = 512;
const newline = 0x0a;
const tooMany = `more than ${maxPieces} pieces`;

/** `count` pairs of octal fields from `from` on: 4 in a header of type S, 21 in each block behind it. Ends at an empty one. */
export function oldPieces(block: Buffer, from: number, count: number, at: number): SparsePiece[] {
  const pieces: SparsePiece[] = [];
  for (let pair = from; pair < from + 24 * count; pair += 24) {
    if (block[pair] === 0) break;
    const offset = readNumber(block, pair, 12, "an offset of a sparse file", at);
    pieces.push({ offset, length: readNumber(block, pair + 12, 12, "a length of a sparse file", at) });
  }
  return pieces;
}

/** The value of `GNU.sparse.map` (pax 0.1), `offset,length,offset,length`, as numbers; empty text has none. */
export function mapNumbers(value: string, at: number): number[] {
  return value === "" ? [] : numbersOf(value.split(","), `the one at byte ${at}`);
}

/** Numbers in turn, offset and length, as pieces. Throws BrokenStream when one lacks its other half. */
export function piecesOf(numbers: readonly number[], file: string): SparsePiece[] {
  if (numbers.length > 2 * maxPieces) throw malformed(tooMany, file);
  const pieces: SparsePiece[] = [];
  for (let each = 0; each < numbers.length; each += 2) {
    const [offset, length] = numbers.slice(each, each + 2);
    if (offset === undefined || length === undefined) throw malformed("an offset without a length", file);
    pieces.push({ offset, length });
  }
  return pieces;
}

/** Throws BrokenStream unless the pieces lie one behind the other, inside a file of `size` bytes. */
export function checkPieces(pieces: readonly SparsePiece[], size: number, file: string): void {
  if (pieces.length > maxPieces) throw malformed(tooMany, file);
  let end = 0;
  for (const { offset, length } of pieces) {
    if (offset < end) throw malformed("pieces that overlap or go back", file);
    end = offset + length;
    if (!(end <= size)) throw malformed(`a piece behind the end of the file at ${size}`, file);
  }
}

/**
 * Turns the stored bytes of one sparse file of `size` bytes into its content. A hole is never larger in memory than 64 KiB,
 * but it takes time, so callers bound the size. `file` names it in messages.
 */
export class SparseBody {
  #pieces: readonly SparsePiece[] | null;
  #next = 0;
  /** Stored bytes of the present piece that are still to come. */
  #left = 0;
  #position = 0;
  #head: Buffer = Buffer.alloc(0);

  constructor(
    map: SparseMap,
    private readonly size: number,
    private readonly file: string,
  ) {
    this.#pieces = map === "in-body" ? null : map;
    if (this.#pieces !== null) checkPieces(this.#pieces, size, file);
  }

  /** Content that these stored bytes bring; pieces are views: copy what is to be kept. Throws BrokenStream. */
  *push(stored: Buffer): Generator<Buffer> {
    let rest: Buffer = stored;
    if (this.#pieces === null) {
      const behind = this.#readMap(stored);
      if (behind === null) return;
      rest = behind;
    }
    while (rest.length > 0) {
      if (this.#left === 0) {
        const piece = this.#pieces?.[this.#next++];
        if (piece === undefined) throw malformed("more bytes than its map places", this.file);
        yield* this.#hole(piece.offset);
        this.#left = piece.length;
        continue;
      }
      const taken = rest.subarray(0, this.#left);
      yield taken;
      this.#position += taken.length;
      this.#left -= taken.length;
      rest = rest.subarray(taken.length);
    }
  }

  /** The hole at the end. Throws BrokenStream when stored bytes are missing. */
  *end(): Generator<Buffer> {
    const pieces = this.#pieces;
    const isEmpty = pieces?.slice(this.#next).every(({ length }) => length === 0) === true;
    if (this.#left > 0 || !isEmpty) throw malformed("fewer bytes than its map places", this.file);
    yield* this.#hole(this.size);
  }

  *#hole(to: number): Generator<Buffer> {
    while (this.#position < to) {
      const length = Math.min(maxZeros, to - this.#position);
      this.#position += length;
      yield zeros.subarray(0, length);
    }
  }

  /** Takes the map from the body, whole blocks of it; what lies behind it, null while it is not complete. */
  #readMap(stored: Buffer): Buffer | null {
    this.#head = Buffer.concat([this.#head, stored]);
    const lines: string[] = [];
    let wanted = 1;
    let from = 0;
    while (lines.length < wanted) {
      const end = this.#head.indexOf(newline, from);
      if (end < 0 || end >= maxMapBytes) {
        if (this.#head.length >= maxMapBytes) throw malformed("a map that does not end", this.file);
        return null;
      }
      lines.push(this.#head.toString("latin1", from, Math.min(end, from + 20)));
      from = end + 1;
      if (lines.length === 1) {
        const [count = 0] = numbersOf(lines, this.file);
        if (count > maxPieces) throw malformed(tooMany, this.file);
        wanted = 1 + 2 * count;
      }
    }
    const behind = Math.ceil(from / blockSize) * blockSize;
    if (this.#head.length < behind) return null;
    this.#pieces = piecesOf(numbersOf(lines.slice(1), this.file), this.file);
    checkPieces(this.#pieces, this.size, this.file);
    const rest = this.#head.subarray(behind);
    this.#head = Buffer.alloc(0);
    return rest;
  }
}

function numbersOf(texts: readonly string[], file: string): number[] {
  if (texts.length > 2 * maxPieces) throw malformed(tooMany, file);
  return texts.map((text) => {
    const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
    if (!Number.isSafeInteger(value)) throw malformed("a map with a number that is none", file);
    return value;
  });
}

function malformed(what: string, file: string): BrokenStream {
  return new BrokenStream(`malformed sparse file ${JSON.stringify(file)}: it has ${what}`);
}
