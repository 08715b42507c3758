// One 512-byte tar header: POSIX ustar, GNU and the V7 form before both. What a field means where writers disagree follows
// Go's archive/tar, the reader that container engines unpack layers with.
import { BrokenStream } from "./broken-stream.ts";
import type { SparseMap } from "./sparse-map.ts";
import { readNumber } from "./tar-number.ts";
import { decodeName } from "./tar-text.ts";

export const blockSize = 512;

export type TarEntryType = "file" | "hardlink" | "symlink" | "directory" | "character" | "block" | "fifo" | "other";

export interface TarEntry {
  /** As written: not normalised, perhaps absolute or with `..`. Bytes that are no UTF-8 are lone surrogates. */
  path: string;
  type: TarEntryType;
  /** Permission bits with setuid, setgid and sticky. */
  mode: number;
  uid: number;
  gid: number;
  /** Bytes of the file when unpacked. */
  size: number;
  linkPath: string;
  /** The body holds a map and the data between holes, not the file's bytes one after another. */
  sparse?: boolean;
  /** Where its data belongs, for `SparseBody`; absent where the map has a form nobody knows or is too long. */
  sparseMap?: SparseMap;
  xattrs?: ReadonlyMap<string, Buffer>;
}

export interface TarHeader {
  readonly entry: TarEntry;
  readonly flag: number;
  /** Bytes of body in the archive. */
  stored: number;
  /** GNU sparse: more map blocks follow before the body. */
  readonly extended: boolean;
}

/** By type flag, a character's code. */
const types: readonly (TarEntryType | undefined)[] = Array.from({ length: 256 }, (_, flag) => typeOf(flag));
const withoutBody: ReadonlySet<TarEntryType> = new Set([
  "hardlink",
  "symlink",
  "character",
  "block",
  "directory",
  "fifo",
]);
const sparseFlag = 0x53;
const slash = 0x2f;

function typeOf(flag: number): TarEntryType | undefined {
  const known: Readonly<Record<string, TarEntryType>> = {
    "0": "file",
    "\0": "file",
    "7": "file",
    S: "file",
    "1": "hardlink",
    "2": "symlink",
    "3": "character",
    "4": "block",
    "5": "directory",
    "6": "fifo",
  };
  return known[String.fromCharCode(flag)];
}

/** Whether the 512 bytes at `from` are all zero: half of an archive's end. */
export function isZeroBlock(bytes: Buffer, from = 0): boolean {
  if (bytes[from] !== 0) return false;
  for (let i = from + 1; i < from + blockSize; i++) if (bytes[i] !== 0) return false;
  return true;
}

/**
 * Reads the header block that begins at `from`. `at` is its place in the stream, for messages; `words` is a view of `bytes`
 * as 32-bit words, where there is one and `from` is a multiple of four. Throws BrokenStream.
 */
export function parseHeader(bytes: Buffer, at: number, from = 0, words: Uint32Array | null = null): TarHeader {
  verifyChecksum(bytes, at, from, words);
  const flag = bytes[from + 156] as number;
  const form = formOf(bytes, from);
  let path = field(bytes, from, 100);
  if (form === "ustar" && bytes[from + 345] !== 0) path = `${field(bytes, from + 345, 155)}/${path}`;
  const isFolder = flag === 0 && path.charCodeAt(path.length - 1) === slash;
  const type = isFolder ? "directory" : (types[flag] ?? "other");
  const size = readNumber(bytes, from + 124, 12, "the size", at);
  const entry: TarEntry = {
    path,
    type,
    mode: readNumber(bytes, from + 100, 8, "the mode", at) & 0o7777,
    uid: readNumber(bytes, from + 108, 8, "the owner", at),
    gid: readNumber(bytes, from + 116, 8, "the group", at),
    size: withoutBody.has(type) ? 0 : size,
    linkPath: type === "hardlink" || type === "symlink" ? field(bytes, from + 157, 100) : "",
  };
  const sparse = flag === sparseFlag && form === "gnu";
  const header = { entry, flag, stored: entry.size, extended: sparse && bytes[from + 482] === 1 };
  if (sparse) {
    entry.sparse = true;
    entry.size = readNumber(bytes, from + 483, 12, "the size of a sparse file", at);
  }
  return header;
}

/** `ustar` and a NUL, or `ustar` and a blank, at their place; anything else is the form before both. */
function formOf(bytes: Buffer, from: number): "ustar" | "gnu" | "v7" {
  const at = from + 257;
  const isNamed =
    bytes[at] === 0x75 &&
    bytes[at + 1] === 0x73 &&
    bytes[at + 2] === 0x74 &&
    bytes[at + 3] === 0x61 &&
    bytes[at + 4] === 0x72;
  if (!isNamed) return "v7";
  return bytes[at + 5] === 0 ? "ustar" : bytes[at + 5] === 0x20 ? "gnu" : "v7";
}

function field(bytes: Buffer, from: number, length: number): string {
  let end = from;
  const limit = from + length;
  let isAscii = true;
  for (; end < limit; end++) {
    const byte = bytes[end] as number;
    if (byte === 0) break;
    if (byte >= 0x80) isAscii = false;
  }
  return isAscii ? bytes.toString("latin1", from, end) : decodeName(bytes.subarray(from, end));
}

/** The sum of all bytes, its own field counted as spaces; some old writers summed signed bytes. */
function verifyChecksum(bytes: Buffer, at: number, from: number, words: Uint32Array | null): void {
  const stated = readNumber(bytes, from + 148, 8, "the checksum", at);
  if (words !== null && wordSum(words, from >>> 2) === stated) return;
  let unsigned = 8 * 0x20;
  let high = 0;
  for (let i = 0; i < blockSize; i++) {
    if (i === 148) i = 156;
    const byte = bytes[from + i] as number;
    unsigned += byte;
    high += byte >> 7;
  }
  if (stated !== unsigned && stated !== unsigned - 256 * high) {
    throw new BrokenStream(`malformed tar header at byte ${at}: its checksum does not match`);
  }
}

/** The same sum four bytes at a time: no lane of 16 bits can overflow in a block. */
function wordSum(words: Uint32Array, first: number): number {
  let even = 0;
  let odd = 0;
  for (let i = first; i < first + blockSize / 4; i++) {
    const word = words[i] as number;
    if (word === 0) continue;
    even += word & 0x00ff00ff;
    odd += (word >>> 8) & 0x00ff00ff;
  }
  // The checksum's own eight bytes are two of the words.
  for (const own of [words[first + 37] as number, words[first + 38] as number]) {
    even -= own & 0x00ff00ff;
    odd -= (own >>> 8) & 0x00ff00ff;
  }
  return 8 * 0x20 + (even & 0xffff) + (even >>> 16) + (odd & 0xffff) + (odd >>> 16);
}
