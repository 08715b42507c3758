// MD5 of the bodies of a layer's files, for comparing them with what package databases say (dpkg has nothing better). In
// columns, twenty bytes a file: a layer may have hundreds of thousands.
import type { PackReader, PackWriter } from "./packing.ts";

export const md5Size = 16;
/** Of no bytes at all. */
export const md5OfNothing = "d41d8cd98f00b204e9800998ecf8427e";

export interface BodyDigests {
  /** Rows in ascending order. */
  readonly rows: Uint32Array;
  /** Their digests, one behind the other. */
  readonly md5: Uint8Array;
}

/** The MD5 of a row's file in hexadecimal; null where none was made. */
export function md5Of({ rows, md5 }: BodyDigests, row: number): string | null {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  if (rows[low] !== row) return null;
  return Buffer.from(md5.subarray(low * md5Size, (low + 1) * md5Size)).toString("hex");
}

export function packDigests({ rows, md5 }: BodyDigests, writer: PackWriter): void {
  writer.column(rows);
  writer.column(md5);
}

/** Throws RangeError for what `packDigests` does not write of a layer with so many entries. */
export function unpackDigests(reader: PackReader, entries: number): BodyDigests {
  const rows = reader.column(Uint32Array);
  const md5 = reader.column(Uint8Array);
  let last = -1;
  for (const row of rows) {
    if (row <= last || row >= entries) throw new RangeError("the digests of a layer are malformed");
    last = row;
  }
  if (md5.length !== rows.length * md5Size) throw new RangeError("the digests of a layer are malformed");
  return { rows, md5 };
}
