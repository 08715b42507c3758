// The block of build information that the Go linker writes into every program (Go's debug/buildinfo, "header"): a magic of
// 14 bytes, the size of pointers, flags; then, since Go 1.18, two strings with their length in front, before that two
// pointers to strings.
import { moduleTextEnd, moduleTextStart } from "./go-modules.ts";

export const infoMagic = Buffer.from("\xff Go buildinf:", "latin1");
/** The block begins at a multiple of this. */
export const infoAlignment = 16;

const headerSize = 32;
const maxVersion = 1000;
/** Programs of a thousand modules have some 100 KiB of text. */
export const maxModuleText = 1024 * 1024;

/** What a block says: the strings, where the version's string lies (before 1.18), how many bytes are needed, or nothing. */
export type GoInfo =
  | { readonly kind: "inline"; readonly version: string; readonly modules: string }
  | { readonly kind: "pointer"; readonly address: number; readonly pointerSize: 4 | 8; readonly big: boolean }
  | { readonly kind: "more"; readonly bytes: number }
  | { readonly kind: "none" };

/** Reads a block from its magic on, as far as it is there. */
export function readGoInfo(block: Buffer): GoInfo {
  if (block.length < headerSize) return { kind: "more", bytes: headerSize };
  const flags = block[15] ?? 0;
  if ((flags & 2) === 0) {
    const pointerSize = block[14];
    if (pointerSize !== 4 && pointerSize !== 8) return { kind: "none" };
    const big = (flags & 1) === 1;
    return { kind: "pointer", address: readPointer(block, 16, pointerSize, big), pointerSize, big };
  }
  const version = stringAt(block, headerSize, maxVersion);
  if (version.kind !== "string") return version;
  const modules = stringAt(block, version.next, maxModuleText);
  if (modules.kind !== "string") return modules;
  return { kind: "inline", version: version.bytes.toString("utf8"), modules: withoutMarks(modules.bytes) };
}

export function readPointer(bytes: Buffer, at: number, size: 4 | 8, big: boolean): number {
  if (size === 4) return big ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
  return Number(big ? bytes.readBigUInt64BE(at) : bytes.readBigUInt64LE(at));
}

type ReadString = { readonly kind: "string"; readonly bytes: Buffer; readonly next: number };

/** A string behind its length, which is a number in groups of seven bits, the lowest first. */
function stringAt(block: Buffer, at: number, limit: number): ReadString | Extract<GoInfo, { kind: "more" | "none" }> {
  let length = 0;
  let from = at;
  for (let shift = 0; ; shift += 7) {
    const byte = block[from++];
    if (byte === undefined) return { kind: "more", bytes: from };
    length += (byte & 0x7f) * 2 ** shift;
    if (length > limit || shift > 28) return { kind: "none" };
    if (byte < 0x80) break;
  }
  const next = from + length;
  return next > block.length
    ? { kind: "more", bytes: next }
    : { kind: "string", bytes: block.subarray(from, next), next };
}

/** Programs built without modules have no text. */
function withoutMarks(text: Buffer): string {
  const marked = text.length > moduleTextStart.length + moduleTextEnd.length && text[text.length - 17] === 0x0a;
  return marked ? text.toString("utf8", moduleTextStart.length, text.length - moduleTextEnd.length) : "";
}
