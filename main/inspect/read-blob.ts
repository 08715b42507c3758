// Reads one stored layer. What is wrong with it is a value: other images may be whole.
import { FailureError } from "../../shared/model/failure.ts";
import { throwIfAborted } from "../abort.ts";
import type { LayerBlob } from "../source/image-source.ts";
import { BrokenStream } from "../tar/broken-stream.ts";
import { decompress } from "../tar/decompress.ts";
import type { Keep } from "./layer/capture.ts";
import type { LayerFacts } from "./layer/layer-facts.ts";
import { readLayer } from "./layer/read-layer.ts";
import type { StartHash } from "./layer-hash.ts";

export type BlobOutcome =
  | { readonly kind: "read"; readonly facts: LayerFacts }
  | { readonly kind: "broken"; readonly cause: string; readonly expected: boolean };

/** Stored bytes received in one call of `inspectImages`. */
export interface Received {
  bytes: number;
}

/** What all blobs of one call share. */
export interface BlobWork {
  readonly received: Received;
  readonly startHash: StartHash;
}

/** Reads a blob to its end. What is wrong with it is the answer; rejects only when cancelled, with the signal's reason. */
export async function readBlob(
  blob: LayerBlob,
  wanted: ReadonlyMap<string, Keep>,
  { received, startHash }: BlobWork,
  signal: AbortSignal,
): Promise<BlobOutcome> {
  try {
    const bytes = decompress(counted(blob.bytes, received));
    return { kind: "read", facts: await readLayer(bytes, wanted, signal, startHash) };
  } catch (error) {
    throwIfAborted(signal);
    return {
      kind: "broken",
      cause: error instanceof Error ? error.message : String(error),
      expected: isExpected(error),
    };
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
