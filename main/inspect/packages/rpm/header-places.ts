// An rpm header blob: a list of tags and the bytes that they point into. Format: rpm's "Package format" manual, section
// "Header structure" (here without the magic), and lib/header.c. All numbers are big-endian, whatever machine wrote them.

const introSize = 8;
const entrySize = 16;
const maxEntries = 0xffff;

/** Where a tag's value lies, and of what type it says to be. */
export interface Place {
  readonly type: number;
  readonly at: number;
  readonly count: number;
}

/** Where the wanted tags lie; null when the blob is no header or is not whole. */
export function placesOf(blob: Buffer, wanted: ReadonlySet<number>): ReadonlyMap<number, Place> | null {
  if (blob.length < introSize) return null;
  const entries = blob.readUInt32BE(0);
  const data = introSize + entries * entrySize;
  if (entries === 0 || entries > maxEntries || data + blob.readUInt32BE(4) !== blob.length) return null;
  const places = new Map<number, Place>();
  for (let at = introSize; at < data; at += entrySize) {
    const tag = blob.readUInt32BE(at);
    // The last of a tag counts: what was added at installation replaces what the package brought.
    if (wanted.has(tag)) {
      const offset = blob.readUInt32BE(at + 8);
      places.set(tag, { type: blob.readUInt32BE(at + 4), at: data + offset, count: blob.readUInt32BE(at + 12) });
    }
  }
  return places;
}
