// The digest of a layer while it streams by: the port, and the plain way to fill it.
import { createHash } from "node:crypto";

export interface LayerHash {
  /** The next bytes, which are taken before the answer; a promise asks to wait before more is given. */
  update(piece: Uint8Array): void | Promise<void>;
  /** SHA-256 of all, in hexadecimal. */
  digest(): string | Promise<string>;
  /** Gives up, in place of `digest`. */
  abandon(): void;
}

/** Begins the hash of one layer. */
export type StartHash = () => LayerHash;

/** Hashes on the thread that reads. */
export function hashHere(): LayerHash {
  const hash = createHash("sha256");
  return {
    update: (piece) => void hash.update(piece),
    digest: () => hash.digest("hex"),
    abandon: () => undefined,
  };
}
