// Reads the directory of a zip archive that is held in memory and single entries of it (PKWARE "APPNOTE", 4.3). Nothing of
// what the archive says is believed: offsets are checked, sizes are bounds that unpacking may not exceed.
import { inflateRawSync } from "node:zlib";

export interface ZipEntry {
  /** As written; never used as a path. */
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly packedSize: number;
  /** Unpacked, as the directory states it. */
  readonly size: number;
  /** Where its local header begins in the buffer. */
  readonly at: number;
}

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** There are more entries, or the directory breaks off. */
  readonly cut: boolean;
}

const maxEntries = 200_000;
const maxComment = 0xffff;
/** Longer names are none of those that are wanted. */
const maxName = 1000;
const endSize = 22;
const headSize = 46;

/** The entries of the archive's directory whose name is wanted; null when it is no zip archive. */
export function readZipDirectory(zip: Buffer, wants: (name: string) => boolean): ZipDirectory | null {
  const end = endOf(zip);
  if (end === null) return null;
  const entries: ZipEntry[] = [];
  let at = end.from;
  for (let number = 0; number < end.count; number++) {
    if (number >= maxEntries || at + headSize > zip.length || zip.readUInt32LE(at) !== 0x02014b50) {
      return { entries, cut: true };
    }
    const nameEnd = at + headSize + zip.readUInt16LE(at + 28);
    const extraEnd = nameEnd + zip.readUInt16LE(at + 30);
    const name = zip.toString("utf8", at + headSize, nameEnd);
    if (name.length <= maxName && wants(name))
      entries.push({ name, ...placeOf(zip, at, zip.subarray(nameEnd, extraEnd), end.base) });
    at = extraEnd + zip.readUInt16LE(at + 32);
  }
  return { entries, cut: false };
}

/** The content of an entry; null when it is encrypted, broken, packed in another way, or larger than the directory says. */
export function readZipEntry(zip: Buffer, entry: ZipEntry): Buffer | null {
  const { at, packedSize, size, method } = entry;
  if (entry.encrypted || size < 0 || at < 0 || at + 30 > zip.length || zip.readUInt32LE(at) !== 0x04034b50) return null;
  const from = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  if (from + packedSize > zip.length) return null;
  const packed = zip.subarray(from, from + packedSize);
  if (method === 0) return packed;
  if (method !== 8) return null;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch {
    // Broken data, or more than was stated: the caller counts the entry as not read.
    return null;
  }
}

interface Directory {
  readonly from: number;
  readonly count: number;
  /** Where the archive begins: executable archives have a script in front, which not all offsets count in. */
  readonly base: number;
}

function endOf(zip: Buffer): Directory | null {
  const lowest = Math.max(0, zip.length - endSize - maxComment);
  for (let at = zip.length - endSize; at >= lowest; at--) {
    if (zip[at] !== 0x50 || zip.readUInt32LE(at) !== 0x06054b50) continue;
    const count = zip.readUInt16LE(at + 10);
    const size = zip.readUInt32LE(at + 12);
    const offset = zip.readUInt32LE(at + 16);
    if (count === 0xffff || size === 0xffffffff || offset === 0xffffffff) {
      const large = largeEndOf(zip, at);
      if (large !== null) return large;
    }
    if (size + offset <= at) return { from: at - size, count, base: at - size - offset };
  }
  return null;
}

/** The end record of zip64 archives, which stands right before its own locator. */
function largeEndOf(zip: Buffer, end: number): Directory | null {
  const locator = end - 20;
  const at = locator - 56;
  if (at < 0 || zip.readUInt32LE(locator) !== 0x07064b50 || zip.readUInt32LE(at) !== 0x06064b50) return null;
  const count = Number(zip.readBigUInt64LE(at + 32));
  const size = Number(zip.readBigUInt64LE(at + 40));
  const offset = Number(zip.readBigUInt64LE(at + 48));
  return size + offset <= at ? { from: at - size, count, base: at - size - offset } : null;
}

function placeOf(zip: Buffer, at: number, extra: Buffer, base: number): Omit<ZipEntry, "name"> {
  let packedSize = zip.readUInt32LE(at + 20);
  let size = zip.readUInt32LE(at + 24);
  let local = zip.readUInt32LE(at + 42);
  // zip64: the values that do not fit stand in the extra field 1, in this order and only those.
  const large = extraField(extra, 1);
  let next = 0;
  const take = () => {
    const value = large !== null && next + 8 <= large.length ? Number(large.readBigUInt64LE(next)) : -1;
    next += 8;
    return value;
  };
  if (size === 0xffffffff) size = take();
  if (packedSize === 0xffffffff) packedSize = take();
  if (local === 0xffffffff) local = take();
  const encrypted = (zip.readUInt16LE(at + 8) & 0x2041) !== 0;
  const known = packedSize >= 0 && local >= 0;
  return { encrypted, method: zip.readUInt16LE(at + 10), packedSize, size, at: known ? base + local : -1 };
}

function extraField(extra: Buffer, id: number): Buffer | null {
  for (let at = 0; at + 4 <= extra.length; ) {
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === id) return extra.subarray(at + 4, end);
    at = end;
  }
  return null;
}
