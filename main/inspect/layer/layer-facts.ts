// What one pass over a layer yields: everything later steps need of it, without opinion and without the image it came in,
// so that it can be kept by diff id and shared between images.
import type { DiffId } from "../../../shared/model/digest.ts";
import type { PackageDatabase } from "../packages/package-database.ts";
import type { FoundSecret, SearchDepth } from "../secrets/found-secret.ts";
import type { BodyDigests } from "./body-digests.ts";
import type { EntryTable } from "./entry-table.ts";
import type { FileCapabilities } from "./file-capabilities.ts";

/** Raised whenever a reader of layers learns something, so that kept facts of an older reader are not used. */
export const layerReaderVersion = 5;

/** A secret found in the body of a file, without any part of it. */
export interface SecretHit extends FoundSecret {
  /** The file's row. */
  readonly row: number;
}

/** Entries that a layer holds and no container would show, or that are not understood. */
export type SkippedReason = "outside" | "too-long" | "nul" | "type" | "capabilities" | "elf" | "digests";
export interface Skipped {
  readonly reason: SkippedReason;
  readonly count: number;
  /** One of their paths. */
  readonly example: string;
}

export interface ShallowSearch {
  readonly depth: Exclude<SearchDepth, "all">;
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
  /** Files not searched for secrets at all. */
  readonly unsearched: { readonly count: number; readonly example: string } | null;
  /** Files not searched for every kind of secret. */
  readonly shallow: readonly ShallowSearch[];
  /** Rows of sparse files that could not be laid out: what is known of their content is nothing. */
  readonly sparse: ReadonlySet<number>;
  /** What headers of files and hard links say of file capabilities, by row. */
  readonly capabilities: ReadonlyMap<number, FileCapabilities>;
  /** Programs and libraries, by row: flags of `elfFlag`. */
  readonly elf: ReadonlyMap<number, number>;
  /** Of the files in the system's folders that are neither empty nor sparse. */
  readonly digests: BodyDigests;
  readonly skipped: readonly Skipped[];
}
