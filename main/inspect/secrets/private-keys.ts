// Looks for private keys in the body of a file while it streams by. Nothing but a short window after a header is copied.
import { headerReach, keyBlockAt, maximumBlock, mayBeginKey, pemHeader, puttyHeader } from "./key-block.ts";
import { previewOf } from "./secret-span.ts";

export interface FoundKey {
  readonly kind: string;
  readonly preview: string;
}

export interface KeyScanner {
  /** The next bytes of the body, in order. */
  push(chunk: Uint8Array): void;
  /** The keys of the whole body, in order. */
  end(): FoundKey[];
}

/** Bodies above this are not looked into: keys live in small files, and the reading must keep pace with the tar. */
export const maximumBody = 32 * 1024 * 1024;
/** A key ring file may hold many keys; more than this tell nothing new. */
const maximumKeys = 100;

const needles = [Buffer.from(pemHeader), Buffer.from(puttyHeader)] as const;
const longestNeedle = Math.max(...needles.map((needle) => needle.length));
/**
 * Shared libraries in the system's folders: crypto libraries carry published keys for the self tests that FIPS 140 asks for.
 * A program of one's own lies elsewhere or is no `.so`, and is searched.
 */
const systemLibrary = /^\/(?:usr\/)?lib(?:32|64|x32)?\/(?:[^/]+\/){0,3}[^/]+\.so(?:\.\d+)*$/;
/** File names of keys that may be stored in binary form. */
const binaryKeyName = /\.(?:der|key|p8|pk8)$/i;

/**
 * A scanner for one file. `path` is the file's path in the image, `sizeBytes` the size its tar header states. Null when the
 * body is larger than `maximumBody`: the caller says so in a limit.
 */
export function createKeyScanner(path: string, sizeBytes: number): KeyScanner | null {
  if (sizeBytes > maximumBody) return null;
  const found: FoundKey[] = [];
  let first = true;
  let isSystemLibrary = false;
  /** Bytes kept from earlier chunks: the window of a header that was met, or a possible beginning of one. */
  let kept: Buffer = Buffer.alloc(0);

  const scan = (bytes: Buffer, last: boolean): Buffer => {
    let from = 0;
    while (found.length < maximumKeys) {
      const at = nextNeedle(bytes, from);
      if (at < 0) return Buffer.from(bytes.subarray(Math.max(from, bytes.length - longestNeedle + 1)));
      const window = bytes.subarray(at, at + maximumBlock);
      const head = window.toString("latin1", 0, headerReach);
      if (head.length < headerReach && !last) return Buffer.from(window);
      if (mayBeginKey(head) && window.length < maximumBlock && !last && !hasFooter(window)) return Buffer.from(window);
      const block = mayBeginKey(head) ? keyBlockAt(window.toString("latin1")) : null;
      if (block !== null) found.push({ kind: block.kind, preview: previewOf(block.kind, block.length) });
      from = at + (block?.length ?? longestNeedle);
    }
    return Buffer.alloc(0);
  };

  return {
    push(chunk) {
      if (found.length >= maximumKeys) return;
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      if (first && systemLibrary.test(path)) isSystemLibrary = isElf(bytes);
      if (first && binaryKeyName.test(path) && isBinaryKey(bytes)) {
        const kind = "private key (DER)";
        found.push({ kind, preview: `${kind}, ${sizeBytes} bytes` });
      }
      first = first && chunk.byteLength === 0;
      kept = joinAndScan(kept, bytes, scan);
    },
    end() {
      if (kept.length > 0) kept = scan(kept, true);
      return isSystemLibrary ? [] : found;
    },
  };
}

/** Scans over a chunk border: only what a header needs is put together, the chunk itself is not copied. */
function joinAndScan(kept: Buffer, chunk: Buffer, scan: (bytes: Buffer, last: boolean) => Buffer): Buffer {
  if (kept.length === 0) return scan(chunk, false);
  if (kept.length >= longestNeedle) return scan(Buffer.concat([kept, chunk]), false);
  const border = Buffer.concat([kept, chunk.subarray(0, longestNeedle)]);
  const at = nextNeedle(border, 0);
  // A header across the border pulls the chunk in; everything else lies within the chunk.
  return at >= 0 && at < kept.length
    ? scan(Buffer.concat([kept.subarray(at), chunk]), false)
    : scanShort(kept, chunk, scan);
}

function scanShort(kept: Buffer, chunk: Buffer, scan: (bytes: Buffer, last: boolean) => Buffer): Buffer {
  return chunk.length < longestNeedle ? scan(Buffer.concat([kept, chunk]), false) : scan(chunk, false);
}

function nextNeedle(bytes: Buffer, from: number): number {
  let next = -1;
  for (const needle of needles) {
    const at = bytes.indexOf(needle, from);
    if (at >= 0 && (next < 0 || at < next)) next = at;
  }
  return next;
}

/** Whether the end of a PEM block is in sight; PuTTY's blocks have none. */
function hasFooter(window: Buffer): boolean {
  if (window.indexOf(pemHeader) !== 0) return false;
  const footer = window.indexOf("-----END ");
  return footer >= 0 && window.indexOf("-----", footer + 9) >= 0;
}

/** PKCS#1, PKCS#8 or SEC1 in DER: a sequence that begins with the version numbers that private keys have. */
function isBinaryKey(bytes: Buffer): boolean {
  if (bytes[0] !== 0x30 || bytes.length < 48) return false;
  const lengthOctets = (bytes[1] ?? 0) < 0x80 ? 0 : (bytes[1] ?? 0) & 0x7f;
  if (lengthOctets > 3) return false;
  const at = 2 + lengthOctets;
  if (bytes[at] !== 0x02 || bytes[at + 1] !== 0x01) return false;
  const version = bytes[at + 2] ?? -1;
  const next = bytes[at + 3];
  // PKCS#8 goes on with an algorithm, PKCS#1 with the modulus, SEC1 (version 1) with the octets of the key.
  return (version === 0 && (next === 0x30 || next === 0x02)) || (version === 1 && next === 0x04);
}

function isElf(bytes: Buffer): boolean {
  return bytes.length >= 4 && bytes.readUInt32BE(0) === 0x7f454c46;
}
