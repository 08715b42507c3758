// Zstandard (RFC 8878) as a stream, by libzstd in WebAssembly, for runtimes that have none of their own. Several frames and
// skippable frames are one stream; windows over 2^27 bytes are refused by libzstd's own default limit.
import { BrokenStream } from "./broken-stream.ts";
import { newZstd } from "./zstd-module.ts";

const inputSize = 128 * 1024;
const outputSize = 256 * 1024;
/** Sizes that libzstd returns from here on are error codes, counted down from 2^32. */
const firstError = 2 ** 32 - 120;

const causes: ReadonlyMap<number, string> = new Map([
  [10, "bytes that are no zstd frame"],
  [14, "a frame that is not supported"],
  [16, "a window over 128 MiB"],
  [20, "corrupted data"],
  [22, "a checksum that does not match"],
  [24, "corrupted literals"],
  [30, "a corrupted dictionary"],
  [32, "a dictionary that is not there"],
  [64, "not enough memory"],
]);

/** The uncompressed bytes, piece by piece. Throws BrokenStream for data that is corrupt, cut or behind the last frame. */
export async function* unzstdByWasm(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const zstd = await newZstd();
  const input = zstd.malloc(inputSize);
  const output = zstd.malloc(outputSize);
  // Two structs of libzstd behind each other: {pointer, size, position} of input and of output.
  const buffers = zstd.malloc(24);
  const context = zstd.ZSTD_createDCtx();
  if ([input, output, buffers, context].includes(0)) throw new BrokenStream("zstd: not enough memory");

  let offset = 0;
  /** What libzstd still expects; 0 exactly at the end of a frame. */
  let expected = 0;
  for await (const chunk of bytes) {
    for (let from = 0; from < chunk.length; from += inputSize) {
      const piece = chunk.subarray(from, from + inputSize);
      new Uint8Array(zstd.memory.buffer).set(piece, input);
      let position = 0;
      let produced = 0;
      // A full output may leave more of the frame inside, without any input left.
      while (position < piece.length || (produced === outputSize && expected !== 0)) {
        const before = position;
        const set = new DataView(zstd.memory.buffer);
        for (const [index, value] of [input, piece.length, position, output, outputSize, 0].entries()) {
          set.setUint32(buffers + 4 * index, value, true);
        }
        const result = zstd.ZSTD_decompressStream(context, buffers + 12, buffers) >>> 0;
        // The memory may have grown, which replaces its buffer.
        const got = new DataView(zstd.memory.buffer);
        position = got.getUint32(buffers + 8, true);
        produced = got.getUint32(buffers + 20, true);
        if (result >= firstError) {
          const code = 2 ** 32 - result;
          throw new BrokenStream(
            `zstd data broken at byte ${offset + position}: ${causes.get(code) ?? `error ${code}`}`,
          );
        }
        expected = result;
        if (produced > 0) yield new Uint8Array(zstd.memory.buffer).slice(output, output + produced);
        else if (position === before) {
          if (position < piece.length)
            throw new BrokenStream(`zstd data broken at byte ${offset + position}: no progress`);
          break;
        }
      }
      offset += piece.length;
    }
  }
  if (expected !== 0) throw new BrokenStream(`zstd data cut short at byte ${offset}`);
}
