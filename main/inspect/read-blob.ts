// Reads one stored layer and tells how far it is. What is wrong with it is a value: other images may be whole.
import { FailureError } from "../../shared/model/failure.ts";
import { anySignal, throwIfAborted } from "../abort.ts";
import type { LayerBlob } from "../source/image-source.ts";
import { BrokenStream } from "../tar/broken-stream.ts";
import { decompress } from "../tar/decompress.ts";
import type { Keep } from "./layer/capture.ts";
import type { LayerFacts } from "./layer/layer-facts.ts";
import { readLayer } from "./layer/read-layer.ts";
import type { Pace } from "./pace.ts";

export type BlobOutcome =
  | { readonly kind: "read"; readonly facts: LayerFacts }
  | { readonly kind: "broken"; readonly cause: string; readonly expected: boolean };

/** Stored bytes received in one call of `inspectImages`. */
export interface Received {
  bytes: number;
}

/**
 * Reads a blob to its end, yielding at each beat. Throws the signal's reason when cancelled, also when the source hangs.
 */
export async function* readBlob(
  blob: LayerBlob,
  wanted: ReadonlyMap<string, Keep>,
  received: Received,
  pace: Pace,
  signal: AbortSignal,
): AsyncGenerator<void, BlobOutcome> {
  const stop = new AbortController();
  const reading = readLayer(decompress(counted(blob.bytes, received)), wanted, anySignal(signal, stop.signal));
  // Whoever waits below gets the error; when nobody waits any more, it says nothing new.
  reading.catch(() => undefined);
  try {
    while (!(await pace.doneOrBeat(reading))) {
      throwIfAborted(signal);
      yield;
    }
    return { kind: "read", facts: await reading };
  } catch (error) {
    throwIfAborted(signal);
    return {
      kind: "broken",
      cause: error instanceof Error ? error.message : String(error),
      expected: isExpected(error),
    };
  } finally {
    stop.abort();
  }
}

async function* counted(bytes: AsyncIterable<Uint8Array>, received: Received): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    received.bytes += chunk.length;
    yield chunk;
  }
}

/** Broken data, and failures of the source or the system; anything else is a fault of this program. */
function isExpected(error: unknown): boolean {
  return error instanceof BrokenStream || error instanceof FailureError || (error instanceof Error && "code" in error);
}
