// What one pass over a layer yields: everything later steps need of it, without opinion and without the image it came in,
// so that it can be kept by diff id and shared between images.
import type { DiffId } from "../../../shared/model/digest.ts";
import type { PackageDatabase } from "../packages/package-database.ts";
import type { FoundSecret } from "../secrets/found-secret.ts";
import type { EntryTable } from "./entry-table.ts";

/** Raised whenever a reader of layers learns something, so that kept facts of an older reader are not used. */
export const layerReaderVersion = 1;

/** A secret found in the body of a file, without any part of it. */
export interface SecretHit extends FoundSecret {
  /** The file's row. */
  readonly row: number;
}

/** Entries that a layer holds and no container would show, or that are not understood. */
export type SkippedReason = "outside" | "too-long" | "nul" | "type";
export interface Skipped {
  readonly reason: SkippedReason;
  readonly count: number;
  /** One of their paths. */
  readonly example: string;
}

export interface LayerFacts {
  readonly diffId: DiffId;
  /** Bytes of the uncompressed tar. */
  readonly size: number;
  readonly entries: EntryTable;
  /** Kept files by path: the last of that path in the layer. */
  readonly texts: ReadonlyMap<string, Buffer>;
  readonly databases: ReadonlyMap<string, PackageDatabase>;
  readonly secrets: readonly SecretHit[];
  /** Files too large to be searched for secrets. */
  readonly unsearched: { readonly count: number; readonly example: string } | null;
  /** Rows of sparse files, whose body in the archive is not their content. */
  readonly sparse: ReadonlySet<number>;
  readonly skipped: readonly Skipped[];
}
