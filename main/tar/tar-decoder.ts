// The walk over a tar stream: bytes are fed in pieces of any size, steps are taken out without waiting, and nothing but
// headers is copied. Knows pax and GNU long names; the end is two zero blocks, or the stream's end at a block border.
import { BrokenStream } from "./broken-stream.ts";
import { type PaxOverrides, parsePax } from "./pax.ts";
import { maxPieces, oldPieces, piecesOf, type SparsePiece } from "./sparse-map.ts";
import { blockSize, isZeroBlock, parseHeader, type TarEntry, type TarHeader } from "./tar-header.ts";
import { decodeName } from "./tar-text.ts";

export type TarStep =
  | { readonly kind: "entry"; readonly entry: TarEntry }
  /** A view into the bytes last fed: copy what is to be kept. */
  | { readonly kind: "body"; readonly bytes: Buffer }
  /** Follows every entry, after its last body piece. */
  | { readonly kind: "body-end" };

/** Names and pax headers are held in memory, so they are bounded, as Go's archive/tar bounds them. */
const maxSpecialSize = 1024 * 1024;
const bodyEnd: TarStep = { kind: "body-end" };
const empty: Buffer = Buffer.alloc(0);

const flags = { pax: 0x78, paxGlobal: 0x67, longName: 0x4c, longLink: 0x4b } as const;

export class TarDecoder {
  #chunk: Buffer = empty;
  #position = 0;
  /** Place of the chunk's first byte in the stream. */
  #base = 0;
  #state: "header" | "special" | "sparse-map" | "body" | "end" = "header";
  /** The chunk as 32-bit words; null where its bytes do not lie so. */
  #words: Uint32Array | null = null;
  readonly #block = Buffer.from(new ArrayBuffer(blockSize));
  readonly #blockWords = wordsOf(this.#block);
  #blockFill = 0;
  #zeroBlocks = 0;
  #bodyLeft = 0;
  #padLeft = 0;
  #skipping = false;
  #special: { readonly flag: number; readonly at: number; readonly bytes: Buffer; fill: number } | null = null;
  #overrides: PaxOverrides = {};
  #longName: string | null = null;
  #longLink: string | null = null;
  #pending: TarHeader | null = null;
  /** Of a file of GNU's old sparse form. */
  #pieces: SparsePiece[] = [];
  #inEntry = false;
  #path = "";

  /** Bytes taken so far. */
  get offset(): number {
    return this.#base + this.#position;
  }

  /** Hands over the next piece; all steps of the one before must have been taken. */
  feed(chunk: Uint8Array): void {
    this.#base += this.#chunk.length;
    this.#chunk = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    this.#words = wordsOf(this.#chunk);
    this.#position = 0;
  }

  /** The rest of the present body is passed over; its `body-end` still comes. */
  skipBody(): void {
    this.#skipping = true;
  }

  /** The next step; null = feed more. Throws BrokenStream. */
  next(): TarStep | null {
    for (;;) {
      switch (this.#state) {
        case "end":
          this.#position = this.#chunk.length;
          return null;
        case "body": {
          const step = this.#bodyStep();
          if (step !== undefined) return step;
          break;
        }
        case "special":
          if (!this.#fillSpecial()) return null;
          break;
        default: {
          const at = this.offset - this.#blockFill;
          const from = this.#takeBlock();
          if (from === null) return null;
          const isWhole = from >= 0;
          const block = isWhole ? this.#chunk : this.#block;
          const step =
            this.#state === "sparse-map"
              ? this.#sparseMap(block, isWhole ? from : 0)
              : this.#header(block, at, isWhole ? from : 0, isWhole ? this.#words : this.#blockWords);
          if (step !== null) return step;
        }
      }
    }
  }

  /** Says that no more bytes come. Throws BrokenStream when the archive is not complete. */
  finish(): void {
    if (this.#state === "end") return;
    const where = `cut short at byte ${this.offset}`;
    if (this.#inEntry) throw new BrokenStream(`${where}, inside ${JSON.stringify(this.#path)}`);
    const hasStarted = this.#special !== null || this.#pending !== null || this.#hasOverrides();
    if (this.#state !== "header" || this.#blockFill > 0 || hasStarted) {
      throw new BrokenStream(`${where}, inside a header`);
    }
  }

  /** Where in the chunk the next 512 bytes begin; -1 when they were copied to `#block`; null = feed more. */
  #takeBlock(): number | null {
    const available = this.#chunk.length - this.#position;
    const isAligned = this.#words !== null && this.#position % 4 === 0;
    if (this.#blockFill === 0 && available >= blockSize && isAligned) {
      this.#position += blockSize;
      return this.#position - blockSize;
    }
    const taken = Math.min(available, blockSize - this.#blockFill);
    this.#chunk.copy(this.#block, this.#blockFill, this.#position, this.#position + taken);
    this.#position += taken;
    this.#blockFill += taken;
    if (this.#blockFill < blockSize) return null;
    this.#blockFill = 0;
    return -1;
  }

  #header(block: Buffer, at: number, from: number, words: Uint32Array | null): TarStep | null {
    if (isZeroBlock(block, from)) {
      if (this.#hasOverrides()) throw new BrokenStream(`malformed tar at byte ${at}: it ends after an extended header`);
      this.#zeroBlocks++;
      if (this.#zeroBlocks === 2) this.#state = "end";
      return null;
    }
    if (this.#zeroBlocks > 0) throw new BrokenStream(`malformed tar at byte ${at}: an entry after the end`);
    const header = parseHeader(block, at, from, words);
    const { flag } = header;
    if (flag === flags.pax || flag === flags.longName || flag === flags.longLink) {
      if (header.stored > maxSpecialSize) {
        throw new BrokenStream(
          `tar header at byte ${at}: an extended header of ${header.stored} bytes is over the limit`,
        );
      }
      this.#special = { flag, at, bytes: Buffer.allocUnsafe(header.stored), fill: 0 };
      this.#padLeft = padding(header.stored);
      this.#state = "special";
      return null;
    }
    if (header.entry.sparse === true) this.#pieces = oldPieces(block, from + 386, 4, at);
    if (header.extended) {
      this.#pending = header;
      this.#state = "sparse-map";
      return null;
    }
    return this.#start(header);
  }

  #sparseMap(block: Buffer, from: number): TarStep | null {
    // What is over the limit is passed over, and the file stays one whose content is not read.
    if (this.#pieces.length <= maxPieces) this.#pieces.push(...oldPieces(block, from, 21, this.offset - blockSize));
    if (block[from + 504] === 1) return null;
    const header = this.#pending;
    this.#pending = null;
    return header === null ? null : this.#start(header);
  }

  #start(header: TarHeader): TarStep | null {
    const { entry, flag } = header;
    if (flag === flags.paxGlobal) {
      // Engines ignore global headers (git archive writes its commit there), so they change nothing here either.
      this.#begin(header.stored);
      this.#skipping = true;
      this.#inEntry = false;
      return null;
    }
    this.#applyOverrides(header);
    this.#path = entry.path;
    this.#inEntry = true;
    this.#begin(header.stored);
    return { kind: "entry", entry };
  }

  #begin(stored: number): void {
    this.#bodyLeft = stored;
    this.#padLeft = padding(stored);
    this.#skipping = false;
    this.#state = "body";
  }

  #applyOverrides(header: TarHeader): void {
    const { entry } = header;
    if (this.#longName !== null) entry.path = this.#longName;
    if (this.#longLink !== null) entry.linkPath = this.#longLink;
    const { path, linkPath, size, uid, gid, realSize, sparse, sparseInBody, sparseNumbers, xattrs } = this.#overrides;
    if (path !== undefined) entry.path = path;
    if (linkPath !== undefined && (entry.type === "symlink" || entry.type === "hardlink")) entry.linkPath = linkPath;
    if (uid !== undefined) entry.uid = uid;
    if (gid !== undefined) entry.gid = gid;
    if (size !== undefined && (entry.type === "file" || entry.type === "other")) {
      header.stored = size;
      if (entry.sparse !== true) entry.size = size;
    }
    if (entry.sparse === true && this.#pieces.length <= maxPieces) entry.sparseMap = this.#pieces;
    if (sparse === true && entry.type === "file") {
      entry.sparse = true;
      if (sparseInBody === true) entry.sparseMap = "in-body";
      else if (sparseNumbers !== undefined) entry.sparseMap = piecesOf(sparseNumbers, entry.path);
      if (realSize !== undefined) entry.size = realSize;
    }
    if (xattrs !== undefined) entry.xattrs = xattrs;
    this.#overrides = {};
    this.#longName = null;
    this.#longLink = null;
  }

  #hasOverrides(): boolean {
    return this.#longName !== null || this.#longLink !== null || Object.keys(this.#overrides).length > 0;
  }

  #fillSpecial(): boolean {
    const special = this.#special;
    if (special === null) return true;
    const taken = Math.min(this.#chunk.length - this.#position, special.bytes.length - special.fill);
    this.#chunk.copy(special.bytes, special.fill, this.#position, this.#position + taken);
    this.#position += taken;
    special.fill += taken;
    if (special.fill < special.bytes.length || !this.#skipPadding()) return false;
    if (special.flag === flags.pax) this.#overrides = parsePax(special.bytes, special.at);
    else {
      const nul = special.bytes.indexOf(0);
      const name = decodeName(nul < 0 ? special.bytes : special.bytes.subarray(0, nul));
      if (special.flag === flags.longName) this.#longName = name;
      else this.#longLink = name;
    }
    this.#special = null;
    this.#state = "header";
    return true;
  }

  /** undefined = the body of something that is no entry is over; null = feed more. */
  #bodyStep(): TarStep | null | undefined {
    const available = this.#chunk.length - this.#position;
    if (this.#bodyLeft > 0) {
      if (available === 0) return null;
      const taken = Math.min(available, this.#bodyLeft);
      const from = this.#position;
      this.#position += taken;
      this.#bodyLeft -= taken;
      if (!this.#skipping) return { kind: "body", bytes: this.#chunk.subarray(from, from + taken) };
      if (this.#bodyLeft > 0) return null;
    }
    if (!this.#skipPadding()) return null;
    this.#state = "header";
    if (!this.#inEntry) return undefined;
    this.#inEntry = false;
    return bodyEnd;
  }

  #skipPadding(): boolean {
    const taken = Math.min(this.#chunk.length - this.#position, this.#padLeft);
    this.#position += taken;
    this.#padLeft -= taken;
    return this.#padLeft === 0;
  }
}

function padding(size: number): number {
  return (blockSize - (size % blockSize)) % blockSize;
}

function wordsOf({ buffer, byteOffset, byteLength }: Buffer): Uint32Array | null {
  return byteOffset % 4 === 0 ? new Uint32Array(buffer, byteOffset, byteLength >>> 2) : null;
}
