// Looks whether a file is a Go program while it streams by, and reads what it was built from. Nearly all files are told
// apart by their first bytes; of other ELF programs only the writable part is searched, of the Go program itself no more
// is held than its build information.
import type { PackageDatabase } from "../package-database.ts";
import { type ElfHead, elfHeadSize, isElf, readElfHead } from "./elf-head.ts";
import { infoAlignment, infoMagic, maxModuleText, readGoInfo } from "./go-info.ts";
import { goPackages } from "./go-modules.ts";
import { GoOldStrings } from "./go-old-strings.ts";
import { LiteralFinder } from "./literal-finder.ts";
import { databaseOf } from "./manifest-value.ts";

/** Smaller files hold no Go program: the runtime alone has a megabyte. */
const minSize = 128 * 1024;

/** Whether a file may be a program: something is to be executed. */
export function mayBeProgram(mode: number, size: number): boolean {
  return (mode & 0o111) !== 0 && size >= minSize;
}

export class GoProgram {
  #head: Buffer[] = [];
  #headBytes = 0;
  #elf: ElfHead | null = null;
  #old: GoOldStrings | null = null;
  #finder: LiteralFinder | null = null;
  #block: { readonly pieces: Buffer[]; bytes: number; need: number } | null = null;
  #position = 0;
  #over = false;
  #found: PackageDatabase | null = null;

  push(piece: Buffer): void {
    if (this.#over) return;
    if (this.#elf !== null) this.#read(piece);
    else {
      if (this.#headBytes === 0 && piece.length >= 4 && !isElf(piece)) {
        this.#over = true;
        return;
      }
      // Copied: a piece is only lent.
      this.#head.push(Buffer.from(piece));
      this.#headBytes += piece.length;
      if (this.#headBytes < elfHeadSize) return;
      const start = Buffer.concat(this.#head);
      this.#head = [];
      this.#elf = readElfHead(start.subarray(0, elfHeadSize));
      if (this.#elf?.segments.some(({ writable }) => writable) !== true) {
        this.#over = true;
        return;
      }
      if (this.#elf.goNote) this.#old = new GoOldStrings(this.#elf.segments);
      this.#read(start);
    }
  }

  /** The program's packages; null when it is no Go program, malformed when it is one and does not say so legibly. */
  end(): PackageDatabase | null {
    if (this.#found === null && this.#elf?.goNote === true) return databaseOf("golang", [null]);
    return this.#found;
  }

  #read(piece: Buffer): void {
    const from = this.#position;
    this.#position += piece.length;
    this.#old?.push(piece, from);
    if (this.#block !== null) this.#take(piece, piece, from);
    else if (this.#position > this.#dataFrom()) {
      this.#finder ??= new LiteralFinder(infoMagic, from);
      const at = this.#finder.push(piece).find((offset) => offset % infoAlignment === 0);
      if (at !== undefined) {
        this.#block = { pieces: [infoMagic], bytes: infoMagic.length, need: 0 };
        this.#take(piece.subarray(at + infoMagic.length - from), piece, from);
      }
    }
    const version = this.#old?.version() ?? null;
    if (version === null || this.#over) return;
    this.#finish(version === "" ? databaseOf("golang", [null]) : goPackages(version, this.#old?.modules ?? ""));
  }

  /** Adds `part` to the block; `piece`, which begins at `from`, is the piece it is part of. */
  #take(part: Buffer, piece: Buffer, from: number): void {
    const block = this.#block;
    if (block === null || block.need === Number.POSITIVE_INFINITY) return;
    const taken = Buffer.from(part.subarray(0, 2 * maxModuleText));
    block.pieces.push(taken);
    block.bytes += taken.length;
    while (block.bytes >= block.need) {
      const info = readGoInfo(Buffer.concat(block.pieces));
      if (info.kind === "more") {
        block.need = info.bytes;
        continue;
      }
      block.need = Number.POSITIVE_INFINITY;
      if (info.kind === "inline") this.#finish(goPackages(info.version, info.modules));
      else if (info.kind === "none" || this.#old?.want(info, piece, from) !== true) {
        this.#finish(databaseOf("golang", [null]));
      }
    }
  }

  #finish(found: PackageDatabase): void {
    this.#found = found;
    this.#over = true;
    this.#old = null;
  }

  /** Where the first writable segment begins in the file: build information is data. */
  #dataFrom(): number {
    return Math.min(...(this.#elf?.segments ?? []).filter(({ writable }) => writable).map(({ offset }) => offset));
  }
}
