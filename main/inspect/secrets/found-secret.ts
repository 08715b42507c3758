// What the search of a file yields, without any part of the value.
import type { Secret } from "../../../shared/model/facts.ts";

export interface FoundSecret {
  readonly kind: string;
  /** Kind and length, as `previewOf` says them. */
  readonly preview: string;
  readonly ground: Secret["ground"];
  /** The name before the value, where it has one. */
  readonly name?: string;
}

/**
 * How deep a file was searched. `all`: for every kind of secret; `keys`: binary, for private keys only; `unparsed`: for every
 * kind, but not by the format that its name promises, since it is too large or has another. `self-test`: keys in a crypto library of the system were left out; `examples`: secrets
 * in an example of a package's documentation were.
 */
export type SearchDepth = "all" | "keys" | "unparsed" | "self-test" | "examples";

/** Searches the body of one file while it streams by. */
export interface FileSearch {
  /** The next bytes of the body, in order; views that are not valid afterwards. */
  push(piece: Buffer): void;
  /** What the whole body holds, in order. */
  end(): readonly FoundSecret[] | Promise<readonly FoundSecret[]>;
  /** Known once `end` has answered. */
  readonly depth: SearchDepth;
}
