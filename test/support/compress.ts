// Compressed forms of a layer, made here so that no test depends on a program or on a library's choices.
import { gzipSync } from "node:zlib";

export type Compression = "none" | "gzip" | "zstd";

export function compress(bytes: Uint8Array, compression: Compression): Uint8Array {
  if (compression === "none") return bytes;
  return compression === "gzip" ? gzipSync(bytes) : zstdStored(bytes);
}

/** One zstd frame of raw blocks (RFC 8878, sections 3.1.1.1 and 3.1.1.2): a 128 KiB window, no content size, no checksum. */
export function zstdStored(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x38])];
  const largest = 128 * 1024;
  for (let at = 0; at === 0 || at < bytes.length; at += largest) {
    const block = bytes.subarray(at, at + largest);
    const last = at + largest >= bytes.length ? 1 : 0;
    const header = Buffer.alloc(3);
    header.writeUIntLE(last | (block.length << 3), 0, 3);
    parts.push(header, block);
  }
  return Buffer.concat(parts);
}
