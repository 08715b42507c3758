// What a layer is stored as, told by its first bytes and by nothing else: media types and names may lie.
import { gunzip } from "./gunzip.ts";
import { unzstd } from "./zstd.ts";

export type Compression = "none" | "gzip" | "zstd";

/** The form of a stream by its first four bytes. A zstd stream may begin with a skippable frame (RFC 8878, 3.1.2). */
export function compressionOf(start: Uint8Array): Compression {
  const [a, b, c, d] = start;
  if (a === 0x1f && b === 0x8b) return "gzip";
  if (a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd) return "zstd";
  if (a !== undefined && (a & 0xf0) === 0x50 && b === 0x2a && c === 0x4d && d === 0x18) return "zstd";
  return "none";
}

/**
 * The bytes uncompressed, piece by piece as they are asked for. Throws BrokenStream where compressed data is corrupt, cut,
 * or followed by something else; errors of the input come through.
 */
export async function* decompress(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const input = bytes[Symbol.asyncIterator]();
  try {
    const held: Uint8Array[] = [];
    let size = 0;
    while (size < 4) {
      const { done, value } = await input.next();
      if (done === true) break;
      held.push(value);
      size += value.length;
    }
    const whole = async function* (): AsyncGenerator<Uint8Array> {
      yield* held;
      for (let next = await input.next(); next.done !== true; next = await input.next()) yield next.value;
    };
    switch (compressionOf(Buffer.concat(held).subarray(0, 4))) {
      case "gzip":
        yield* gunzip(whole());
        return;
      case "zstd":
        yield* unzstd(whole());
        return;
      case "none":
        yield* whole();
    }
  } finally {
    await input.return?.();
  }
}
