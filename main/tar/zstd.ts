// Zstandard (RFC 8878) as a stream: by the runtime's own decoder where there is one (Node 22.15 and later, so the Electron
// that users have), else by libzstd in WebAssembly, three times slower.
import { nativeZstd, unzstdNatively } from "./zstd-native.ts";
import { unzstdByWasm } from "./zstd-wasm.ts";

/** The uncompressed bytes, piece by piece. Throws BrokenStream for data that is corrupt, cut or behind the last frame. */
export function unzstd(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  return nativeZstd === null ? unzstdByWasm(bytes) : unzstdNatively(bytes, nativeZstd);
}
