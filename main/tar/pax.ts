// Pax extended headers (POSIX.1-2001, pax Interchange Format): records `LENGTH KEY=VALUE\n` that override the fields of
// the next header. GNU tar's sparse files of format 0.x and 1.0 and extended attributes (SCHILY.xattr.*) come this way.
import { BrokenStream } from "./broken-stream.ts";
import { mapNumbers, maxPieces } from "./sparse-map.ts";
import { readDecimal } from "./tar-number.ts";
import { decodeName } from "./tar-text.ts";

export interface PaxOverrides {
  path?: string;
  linkPath?: string;
  size?: number;
  uid?: number;
  gid?: number;
  /** A sparse file's size when expanded. */
  realSize?: number;
  sparse?: boolean;
  /** Offsets and lengths in turn (formats 0.0 and 0.1). */
  sparseNumbers?: number[];
  /** The map begins the body (format 1.0). */
  sparseInBody?: boolean;
  xattrs?: Map<string, Buffer>;
}

const xattrPrefix = "SCHILY.xattr.";

/** What the records of one extended header say. `at` is where it lies, for messages. Throws BrokenStream. */
export function parsePax(records: Buffer, at: number): PaxOverrides {
  const overrides: PaxOverrides = {};
  let position = 0;
  while (position < records.length) {
    const space = records.indexOf(0x20, position);
    const digits = space < 0 ? "" : records.toString("latin1", position, Math.min(space, position + 20));
    const length = /^\d{1,10}$/.test(digits) ? Number(digits) : 0;
    const end = position + length;
    const equals = records.indexOf(0x3d, space + 1);
    if (length === 0 || end > records.length || records[end - 1] !== 0x0a || equals < 0 || equals >= end) {
      throw new BrokenStream(`malformed pax header at byte ${at}`);
    }
    const key = records.toString("latin1", space + 1, equals);
    apply(overrides, key, records.subarray(equals + 1, end - 1), at);
    position = end;
  }
  return overrides;
}

function apply(overrides: PaxOverrides, key: string, value: Buffer, at: number): void {
  switch (key) {
    case "path":
      if (!overrides.sparse || overrides.path === undefined) overrides.path = name(value, at);
      return;
    case "linkpath":
      overrides.linkPath = name(value, at);
      return;
    case "size":
      overrides.size = readDecimal(value.toString("latin1"), "the size in a pax header", at);
      return;
    case "uid":
      overrides.uid = readDecimal(value.toString("latin1"), "the owner in a pax header", at);
      return;
    case "gid":
      overrides.gid = readDecimal(value.toString("latin1"), "the group in a pax header", at);
      return;
    case "GNU.sparse.name":
      overrides.sparse = true;
      overrides.path = name(value, at);
      return;
    case "GNU.sparse.realsize":
    case "GNU.sparse.size":
      overrides.sparse = true;
      overrides.realSize = readDecimal(value.toString("latin1"), "the size of a sparse file", at);
      return;
    case "GNU.sparse.offset":
    case "GNU.sparse.numbytes":
      overrides.sparse = true;
      overrides.sparseNumbers ??= [];
      // One more than is allowed suffices to be refused.
      if (overrides.sparseNumbers.length > 2 * maxPieces) return;
      overrides.sparseNumbers.push(readDecimal(value.toString("latin1"), "a number of a sparse map", at));
      return;
    case "GNU.sparse.map":
      overrides.sparse = true;
      overrides.sparseNumbers = mapNumbers(value.toString("latin1"), at);
      return;
    case "GNU.sparse.major":
      overrides.sparse = true;
      overrides.sparseInBody = value.toString("latin1") === "1";
      return;
    default:
      if (key.startsWith("GNU.sparse.")) overrides.sparse = true;
      else if (key.startsWith(xattrPrefix)) {
        overrides.xattrs ??= new Map();
        overrides.xattrs.set(key.slice(xattrPrefix.length), Buffer.from(value));
      }
  }
}

function name(value: Buffer, at: number): string {
  if (value.includes(0)) throw new BrokenStream(`malformed pax header at byte ${at}: a name holds a NUL byte`);
  return decodeName(value);
}
