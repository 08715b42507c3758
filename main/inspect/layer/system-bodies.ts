// What is noted of programs and libraries while they stream by: their protections, and in the system's folders the MD5 of every
// file, which somebody else makes. Bounded, whatever the layer.
import type { TarEntry } from "../../tar/tar-header.ts";
import { ElfProtections, mayBeElf } from "../system/elf-protections.ts";
import { isInSystemFolder } from "../system/system-folders.ts";
import { type BodyDigests, md5Size } from "./body-digests.ts";
import type { Reader } from "./body-reader.ts";

/** Programs and libraries of one layer, and files whose digests are kept. */
const maxElf = 200_000;
const maxDigests = 1_000_000;

export class SystemBodies {
  readonly elf = new Map<number, number>();
  readonly #digestBody: (size: number) => void;
  readonly #skip: (reason: "elf" | "digests", path: string) => void;
  /** Of files whose digest was asked for, in their order. */
  #rows = new Uint32Array(0);
  #count = 0;

  /** `digestBody` asks for the digest of the body that comes next; `skip` is told of files beyond the bounds. */
  constructor(digestBody: (size: number) => void, skip: (reason: "elf" | "digests", path: string) => void) {
    this.#digestBody = digestBody;
    this.#skip = skip;
  }

  /** Who reads a body, besides `other` where there is one; `isContent`: what is pushed are the file's bytes. */
  beside(other: Reader | null, path: string, row: number, entry: TarEntry, isContent: boolean): Reader | null {
    if (entry.size === 0) return other;
    if (entry.sparse !== true && isInSystemFolder(path)) this.#noteDigest(row, path, entry.size);
    if (!isContent || !mayBeElf(path, entry.mode)) return other;
    if (this.elf.size >= maxElf) {
      this.#skip("elf", path);
      return other;
    }
    const file = new ElfProtections();
    return {
      push: (piece) => {
        file.push(piece);
        other?.push(piece);
      },
      end: () => {
        const flags = file.end();
        if (flags !== null) this.elf.set(row, flags);
        return other?.end();
      },
    };
  }

  /** `md5` are the digests that were asked for, one behind the other. Throws where there are not as many. */
  digests(md5: Uint8Array): BodyDigests {
    if (md5.length !== this.#count * md5Size) throw new Error("digests of bodies are missing");
    return { rows: this.#rows.slice(0, this.#count), md5 };
  }

  #noteDigest(row: number, path: string, size: number): void {
    if (this.#count === maxDigests) {
      this.#skip("digests", path);
      return;
    }
    if (this.#count === this.#rows.length) {
      const larger = new Uint32Array(Math.max(256, 2 * this.#count));
      larger.set(this.#rows);
      this.#rows = larger;
    }
    this.#rows[this.#count++] = row;
    this.#digestBody(size);
  }
}
