// Streams that are small as stored and huge when read: gzip members behind each other, each packed once and repeated
// (RFC 1952, 2.2), and zstd blocks of one byte that stands for 128 KiB (RFC 8878, 3.1.1.2.2).
import { gzipSync } from "node:zlib";
import { octal, rawHeader } from "../raw-tar.ts";

export const mebibyte = 1024 * 1024;

/** `byte`, `mebibytes` times 2^20 of it, as gzip members. */
export function packedRun(byte: number, mebibytes: number): Buffer {
  const member = gzipSync(Buffer.alloc(mebibyte, byte), { level: 9 });
  return Buffer.concat(Array.from({ length: mebibytes }, () => member));
}

/** A tar of files, all of `mebibytes` zeros, packed. */
export function packedFiles(names: readonly string[], mebibytes: number): Buffer {
  const body = packedRun(0, mebibytes);
  const parts = names.flatMap((name) => [gzipSync(rawHeader({ name, size: octal(mebibytes * mebibyte) })), body]);
  return Buffer.concat([...parts, gzipSync(Buffer.alloc(1024))]);
}

/** Parts of an uncompressed stream, each packed by itself; the result is one gzip stream. */
export function packed(...parts: readonly (Uint8Array | { readonly packed: Uint8Array })[]): Buffer {
  return Buffer.concat(parts.map((part) => ("packed" in part ? part.packed : gzipSync(part))));
}

/** A zstd frame of `start` and then `mebibytes` times 2^20 zeros. */
export function zstdZeros(start: Uint8Array, mebibytes: number): Buffer {
  const blockSize = 128 * 1024;
  const head = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x38]);
  const raw = Buffer.alloc(3);
  raw.writeUIntLE(start.length << 3, 0, 3);
  const blocks = mebibytes * 8;
  const zeros = Buffer.alloc(4 * blocks);
  for (let block = 0; block < blocks; block++) {
    const last = block === blocks - 1 ? 1 : 0;
    // Type 1 repeats one byte; the byte itself is zero already.
    zeros.writeUIntLE(last | (1 << 1) | (blockSize << 3), 4 * block, 3);
  }
  return Buffer.concat([head, raw, start, zeros]);
}
