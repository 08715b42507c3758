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

/** Searches the body of one file while it streams by. */
export interface FileSearch {
  /** The next bytes of the body, in order; views that are not valid afterwards. */
  push(piece: Buffer): void;
  /** What the whole body holds, in order. */
  end(): readonly FoundSecret[] | Promise<readonly FoundSecret[]>;
}
