// One 512-byte tar header: POSIX ustar, GNU and the V7 form before both. What a field means where writers disagree follows
// Go's archive/tar, the reader that container engines unpack layers with.
import { BrokenStream } from "./broken-stream.ts";
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

const types: Readonly<Record<string, TarEntryType>> = {
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
const withoutBody: ReadonlySet<TarEntryType> = new Set([
  "hardlink",
  "symlink",
  "character",
  "block",
  "directory",
  "fifo",
]);
const sparseFlag = 0x53;

/** Whether all 512 bytes are zero: half of an archive's end. */
export function isZeroBlock(block: Buffer): boolean {
  if (block[0] !== 0) return false;
  for (let i = 1; i < blockSize; i++) if (block[i] !== 0) return false;
  return true;
}

/** Reads a header block. `at` is its place in the stream, for messages. Throws BrokenStream. */
export function parseHeader(block: Buffer, at: number): TarHeader {
  verifyChecksum(block, at);
  const flag = block[156] as number;
  const magic = block.toString("latin1", 257, 263);
  const gnu = magic === "ustar ";
  let path = field(block, 0, 100);
  if (magic === "ustar\0") {
    const prefix = field(block, 345, 155);
    if (prefix !== "") path = `${prefix}/${path}`;
  }
  const type = flag === 0 && path.endsWith("/") ? "directory" : (types[String.fromCharCode(flag)] ?? "other");
  const size = readNumber(block, 124, 12, "the size", at);
  const entry: TarEntry = {
    path,
    type,
    mode: readNumber(block, 100, 8, "the mode", at) & 0o7777,
    uid: readNumber(block, 108, 8, "the owner", at),
    gid: readNumber(block, 116, 8, "the group", at),
    size: withoutBody.has(type) ? 0 : size,
    linkPath: type === "hardlink" || type === "symlink" ? field(block, 157, 100) : "",
  };
  const sparse = flag === sparseFlag && gnu;
  const header = { entry, flag, stored: entry.size, extended: sparse && block[482] === 1 };
  if (sparse) {
    entry.sparse = true;
    entry.size = readNumber(block, 483, 12, "the size of a sparse file", at);
  }
  return header;
}

function field(block: Buffer, from: number, length: number): string {
  const nul = block.indexOf(0, from);
  return decodeName(block.subarray(from, nul < 0 || nul > from + length ? from + length : nul));
}

/** The sum of all bytes, its own field counted as spaces; some old writers summed signed bytes. */
function verifyChecksum(block: Buffer, at: number): void {
  let unsigned = 8 * 0x20;
  let high = 0;
  for (let i = 0; i < blockSize; i++) {
    if (i === 148) i = 156;
    const byte = block[i] as number;
    unsigned += byte;
    high += byte >> 7;
  }
  const stated = readNumber(block, 148, 8, "the checksum", at);
  if (stated !== unsigned && stated !== unsigned - 256 * high) {
    throw new BrokenStream(`malformed tar header at byte ${at}: its checksum does not match`);
  }
}
