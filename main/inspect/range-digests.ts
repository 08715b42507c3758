// MD5 of ranges of a stream that are named while it passes by. The hashing thread has the same in its script.
import { createHash, type Hash } from "node:crypto";
import { md5Size } from "./layer/body-digests.ts";

export class RangeDigests {
  /** From and to of each range, in the order of the stream. */
  readonly #ranges: number[] = [];
  #next = 0;
  #position = 0;
  #hash: Hash | null = null;
  #digests = new Uint8Array(0);
  #fill = 0;

  /** Ranges are named in their order, before their first byte is taken, and do not overlap; none is empty. */
  want(from: number, size: number): void {
    this.#ranges.push(from, from + size);
  }

  take(piece: Uint8Array): void {
    const end = this.#position + piece.length;
    while (this.#next < this.#ranges.length) {
      const from = this.#ranges[this.#next] ?? 0;
      const to = this.#ranges[this.#next + 1] ?? 0;
      if (from >= end) break;
      this.#hash ??= createHash("md5");
      this.#hash.update(
        piece.subarray(Math.max(0, from - this.#position), Math.min(piece.length, to - this.#position)),
      );
      if (to > end) break;
      this.#add(this.#hash.digest());
      this.#hash = null;
      this.#next += 2;
    }
    this.#position = end;
  }

  /** The digests of all ranges that have passed, one behind the other. */
  end(): Uint8Array {
    return this.#digests.slice(0, this.#fill);
  }

  #add(digest: Buffer): void {
    if (this.#fill + md5Size > this.#digests.length) {
      const larger = new Uint8Array(Math.max(1024, 2 * this.#digests.length));
      larger.set(this.#digests);
      this.#digests = larger;
    }
    this.#digests.set(digest, this.#fill);
    this.#fill += md5Size;
  }
}
