// Many short texts in one block of memory instead of as many strings, so that the names of millions of files fit.
import type { PackReader, PackWriter } from "./packing.ts";

/** Append-only; texts are numbered from 0. Lone surrogates, by which names that are no UTF-8 are kept, survive. */
export class TextArena {
  /** One byte a character where all are below 256, else two, little-endian. */
  #bytes: Buffer = Buffer.alloc(0);
  #fill = 0;
  /** By text: twice its offset, plus one where it is of two bytes a character. */
  #starts = new Uint32Array(0);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Adds the part of `text` that begins at `from`. Throws RangeError beyond 2 GiB of text. */
  add(text: string, from = 0): void {
    const size = text.length - from;
    this.#reserve(2 * size);
    const bytes = this.#bytes;
    const start = this.#fill;
    let at = 0;
    for (; at < size; at++) {
      const code = text.charCodeAt(from + at);
      if (code > 0xff) break;
      bytes[start + at] = code;
    }
    const isWide = at < size;
    this.#fill = start + (isWide ? bytes.write(text.slice(from), start, "utf16le") : size);
    this.#starts[this.#length++] = start * 2 + (isWide ? 1 : 0);
  }

  get(number: number): string {
    if (number >= this.#length) return "";
    const start = this.#starts[number] ?? 0;
    return this.#bytes.toString((start & 1) === 1 ? "utf16le" : "latin1", start >>> 1, this.#end(number));
  }

  /** The first code unit of a text; -1 for an empty one. */
  firstCode(number: number): number {
    const start = this.#starts[number] ?? 0;
    const at = start >>> 1;
    if (number >= this.#length || at === this.#end(number)) return -1;
    return (start & 1) === 1 ? this.#bytes.readUInt16LE(at) : (this.#bytes[at] ?? -1);
  }

  pack(writer: PackWriter): void {
    writer.column(this.#starts.subarray(0, this.#length));
    writer.bytes(this.#bytes.subarray(0, this.#fill));
  }

  /** Throws RangeError for what `pack` does not write. */
  static unpack(reader: PackReader): TextArena {
    const arena = new TextArena();
    arena.#starts = reader.column(Uint32Array);
    arena.#bytes = reader.bytes();
    arena.#length = arena.#starts.length;
    arena.#fill = arena.#bytes.length;
    let before = 0;
    for (const start of arena.#starts) {
      if (start >>> 1 < before) throw new RangeError("the texts of a table overlap");
      before = start >>> 1;
    }
    if (before > arena.#fill) throw new RangeError("a text of a table lies behind its end");
    return arena;
  }

  #end(number: number): number {
    return number + 1 < this.#length ? (this.#starts[number + 1] ?? 0) >>> 1 : this.#fill;
  }

  #reserve(size: number): void {
    if (this.#length === this.#starts.length) {
      const starts = new Uint32Array(Math.max(256, this.#length * 2));
      starts.set(this.#starts);
      this.#starts = starts;
    }
    const needed = this.#fill + size;
    if (needed <= this.#bytes.length) return;
    if (needed > 0x7fff_ffff) throw new RangeError("a table of more than 2 GiB of names");
    const bytes = Buffer.allocUnsafe(Math.min(0x7fff_ffff, Math.max(4096, needed, this.#bytes.length * 2)));
    this.#bytes.copy(bytes, 0, 0, this.#fill);
    this.#bytes = bytes;
  }
}
