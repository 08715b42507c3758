// The digests of a layer while it streams by: of the whole, and of the bodies of files that are asked for. The port, and the
// plain way to fill it.
import { createHash } from "node:crypto";
import { RangeDigests } from "./range-digests.ts";

/** Pieces are no longer where digests of bodies are asked for. */
export const longestPiece = 1024 * 1024;

export interface LayerHash {
  /** The next bytes, which are taken before the answer; a promise asks to wait before more is given. */
  update(piece: Uint8Array): void | Promise<void>;
  /**
   * Asks for the MD5 of a body, in the order of the stream: `from` is its place in it, `size` more than 0. To be called before
   * the `update` that follows the one with the body's first byte.
   */
  body(from: number, size: number): void;
  /** SHA-256 of all, in hexadecimal. */
  digest(): string | Promise<string>;
  /** MD5 of the bodies, one behind the other; to be asked for after `digest`. */
  bodies(): Uint8Array;
  /** Gives up, in place of `digest`. */
  abandon(): void;
}

/** Begins the hash of one layer. */
export type StartHash = () => LayerHash;

/** Hashes on the thread that reads. */
export function hashHere(): LayerHash {
  const hash = createHash("sha256");
  const ranges = new RangeDigests();
  // Which bodies lie in a piece is known when it has been looked at; the piece itself is only lent.
  let held = new Uint8Array(0);
  let length = 0;
  const settle = () => {
    ranges.take(held.subarray(0, length));
    length = 0;
  };
  return {
    update(piece) {
      settle();
      hash.update(piece);
      if (held.length < piece.length) held = new Uint8Array(piece.length);
      held.set(piece);
      length = piece.length;
    },
    body: (from, size) => ranges.want(from, size),
    digest: () => hash.digest("hex"),
    bodies() {
      settle();
      return ranges.end();
    },
    abandon: () => undefined,
  };
}
