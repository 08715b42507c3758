// The pages of an SQLite database file and the rows of its tables. Format: "Database File Format" of SQLite, sections 1.3
// (header), 1.6 (B-tree pages), 1.7 (overflow pages). An own reader of these few structures, because SQLite
// itself as WebAssembly copies the whole file, cannot be interrupted, and would run what a hostile schema says (a view
// or a generated column that never ends).

import { type Column, columnsOf, varint } from "./sqlite-record.ts";

export const sqliteMagic = Buffer.from("SQLite format 3\0", "latin1");
const headerSize = 100;
const pageTypes = { interior: 5, leaf: 13 } as const;

export class SqlitePages {
  /** Whether all pages are there that the file says it has. */
  readonly whole: boolean;
  readonly #file: Buffer;
  readonly #size: number;
  /** Bytes of a page that SQLite uses. */
  readonly #usable: number;
  readonly #taken: Uint8Array;

  private constructor(file: Buffer, size: number, usable: number) {
    this.#file = file;
    this.#size = size;
    this.#usable = usable;
    const pages = Math.floor(file.length / size);
    this.#taken = new Uint8Array(pages + 1);
    // The count of pages is only valid where both change counters agree; older writers leave it alone.
    const counted = file.readUInt32BE(24) === file.readUInt32BE(92);
    this.whole = file.length % size === 0 && (!counted || file.readUInt32BE(28) <= pages);
  }

  /** null when the file does not begin as one. */
  static of(file: Buffer): SqlitePages | null {
    if (file.length < headerSize || !file.subarray(0, sqliteMagic.length).equals(sqliteMagic)) return null;
    const stated = file.readUInt16BE(16);
    const size = stated === 1 ? 65536 : stated;
    const usable = size - file.readUInt8(20);
    const fits = size >= 512 && (size & (size - 1)) === 0 && usable >= 480 && size <= file.length;
    return fits ? new SqlitePages(file, size, usable) : null;
  }

  /** The rows of the table whose tree begins at page `root`, in order; null stands for what is damaged or cut off. */
  *rows(root: number): Generator<readonly Column[] | null> {
    const waiting = [root];
    for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
      const page = this.#take(number);
      if (page === null) {
        yield null;
        continue;
      }
      const start = number === 1 ? headerSize : 0;
      const interior = page[start] === pageTypes.interior;
      const cells = page.readUInt16BE(start + 3);
      const pointers = start + (interior ? 12 : 8);
      if ((!interior && page[start] !== pageTypes.leaf) || pointers + 2 * cells > this.#usable) {
        yield null;
        continue;
      }
      if (interior) {
        waiting.push(page.readUInt32BE(start + 8));
        // Taken from the end of the list, so the first child comes next.
        for (let cell = cells - 1; cell >= 0; cell--) {
          const at = page.readUInt16BE(pointers + 2 * cell);
          waiting.push(at + 4 <= this.#usable ? page.readUInt32BE(at) : 0);
        }
      } else {
        for (let cell = 0; cell < cells; cell++) yield this.#row(page, page.readUInt16BE(pointers + 2 * cell));
      }
    }
  }

  #row(page: Buffer, at: number): readonly Column[] | null {
    const size = varint(page, at);
    const rowId = size === null ? null : varint(page, size.end);
    if (size === null || rowId === null || size.value > this.#file.length) return null;
    const payload = this.#payload(page, rowId.end, size.value);
    return payload === null ? null : columnsOf(payload);
  }

  /** A row's bytes: those on the page and those on the overflow pages behind them. */
  #payload(page: Buffer, at: number, size: number): Buffer | null {
    const most = this.#usable - 35;
    const least = Math.floor(((this.#usable - 12) * 32) / 255) - 23;
    const remainder = least + ((size - least) % (this.#usable - 4));
    const here = size <= most ? size : remainder <= most ? remainder : least;
    if (at + here + (here < size ? 4 : 0) > this.#usable) return null;
    const parts = [page.subarray(at, at + here)];
    let left = size - here;
    for (let next = left > 0 ? page.readUInt32BE(at + here) : 0; left > 0; ) {
      const overflow = this.#take(next);
      if (overflow === null) return null;
      const part = overflow.subarray(4, Math.min(4 + left, this.#usable));
      parts.push(part);
      left -= part.length;
      next = overflow.readUInt32BE(0);
    }
    return parts.length === 1 ? (parts[0] ?? null) : Buffer.concat(parts);
  }

  /** A page by its number, from 1; null when it is not there or was handed out before, so that no loop is endless. */
  #take(number: number): Buffer | null {
    if (number === 0 || this.#taken[number] !== 0) return null;
    this.#taken[number] = 1;
    return this.#file.subarray((number - 1) * this.#size, number * this.#size);
  }
}
