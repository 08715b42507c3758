// Gzip (RFC 1952) as a stream by node:zlib, members behind each other included. What zlib lets pass is refused: bytes
// behind the last member, since the engine's own reader (Go) refuses them and a second reader might find files there.
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { BrokenStream } from "./broken-stream.ts";

const outputSize = 256 * 1024;

/** The uncompressed bytes, piece by piece. Throws BrokenStream; an error of the input comes through as it is. */
export async function* gunzip(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let fed = 0;
  let drained = false;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      fed += chunk.length;
      if (chunk.length > 0) yield chunk;
    }
    drained = true;
  };
  const unzipped = createGunzip({ chunkSize: outputSize });
  // Errors of the input reach the loop below, and leaving the loop closes the input.
  const source = Readable.from(counted(), { objectMode: false, highWaterMark: outputSize });
  pipeline(source, unzipped, () => undefined);
  try {
    for await (const chunk of unzipped) yield chunk;
  } catch (error) {
    throw isZlibError(error) ? new BrokenStream(`gzip data broken near byte ${fed}: ${error.message}`) : error;
  }
  if (!drained || unzipped.bytesWritten !== fed) {
    throw new BrokenStream(`gzip data broken at byte ${unzipped.bytesWritten}: something else follows its end`);
  }
}

function isZlibError(error: unknown): error is Error {
  return error instanceof Error && "code" in error && /^Z_/.test(String(error.code));
}
