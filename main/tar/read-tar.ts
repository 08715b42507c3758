// A tar stream as entries with their bodies. One pass, nothing buffered but headers; a body that nobody reads is passed
// over without being copied.
import { throwIfAborted } from "../abort.ts";
import { TarDecoder, type TarStep } from "./tar-decoder.ts";
import type { TarEntry } from "./tar-header.ts";

export type { TarEntry, TarEntryType } from "./tar-header.ts";

export interface TarMember {
  readonly entry: TarEntry;
  /** Valid until the next member is asked for. Pieces are views into the input: copy what is to be kept. */
  readonly body: AsyncIterable<Uint8Array>;
}

/**
 * The entries of an uncompressed tar, in its order. Reads the input to its end, also behind the archive's end mark. Throws
 * BrokenStream when the archive is cut or malformed, and the signal's reason when cancelled.
 */
export async function* readTar(bytes: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<TarMember> {
  const decoder = new TarDecoder();
  const input = bytes[Symbol.asyncIterator]();
  let drained = false;

  const next = async (): Promise<TarStep | null> => {
    for (;;) {
      const step = decoder.next();
      if (step !== null) return step;
      throwIfAborted(signal);
      const { done, value } = await input.next();
      if (done === true) {
        drained = true;
        decoder.finish();
        return null;
      }
      decoder.feed(value);
    }
  };

  try {
    for (let step = await next(); step !== null; ) {
      if (step.kind !== "entry") {
        step = await next();
        continue;
      }
      let over = false;
      const { entry } = step;
      const body = async function* (): AsyncGenerator<Uint8Array> {
        while (!over) {
          const piece = await next();
          if (piece?.kind !== "body") over = true;
          else yield piece.bytes;
        }
      };
      yield { entry, body: body() };
      over = true;
      decoder.skipBody();
      step = await next();
    }
  } finally {
    if (!drained) await input.return?.();
  }
}
