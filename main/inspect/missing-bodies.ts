// The second pass: files that turned out to be wanted through links, fetched from just the layers that hold them.
import type { DiffId } from "../../shared/model/digest.ts";
import { throwIfAborted } from "../abort.ts";
import type { ImageSource } from "../source/image-source.ts";
import type { BlobPool } from "./blob-pool.ts";
import type { Keep } from "./layer/capture.ts";
import type { LayerFacts } from "./layer/layer-facts.ts";
import type { LayerShelf } from "./layer-shelf.ts";
import type { Reading } from "./reading.ts";

export interface WantedBodies {
  readonly keys: readonly string[];
  readonly byLayer: ReadonlyMap<DiffId, ReadonlyMap<string, Keep>>;
}

/** What these readings lack, by layer. */
export function wantedBodies(readings: readonly Reading[]): WantedBodies {
  const byLayer = new Map<DiffId, Map<string, Keep>>();
  for (const { opened, missing } of readings) {
    for (const { layer, path, keep } of missing) {
      const diffId = opened.image.config.diffIds[layer];
      if (diffId === undefined) continue;
      const paths = byLayer.get(diffId) ?? new Map<string, Keep>();
      byLayer.set(diffId, paths.set(path, keep));
    }
  }
  return { keys: readings.map(({ opened }) => opened.key), byLayer };
}

/**
 * Asks the source for those layers again and puts what it finds on the shelf. `cause` is why something could not be had;
 * it becomes a limit of the images concerned. Throws the signal's reason when cancelled.
 */
export async function fetchMissing(
  source: ImageSource,
  wanted: WantedBodies,
  shelf: LayerShelf,
  pool: BlobPool,
  signal: AbortSignal,
): Promise<{ readonly layers: readonly LayerFacts[]; readonly cause: string | null }> {
  const layers: LayerFacts[] = [];
  let cause: string | null = null;
  try {
    for await (const delivery of source.layers(wanted.keys, (diffId) => wanted.byLayer.has(diffId), signal)) {
      if (delivery.kind !== "blob") continue;
      const diffId = shelf.diffIdOf(delivery.blob.key) ?? delivery.blob.diffId;
      const paths = diffId === null ? undefined : wanted.byLayer.get(diffId);
      if (diffId === null || paths === undefined) continue;
      const reading = pool.read(delivery.blob, paths, (outcome) => {
        if (outcome.kind === "broken") cause = outcome.cause;
        else if (outcome.facts.diffId !== diffId) cause = "the layer is another one than before";
        else layers.push(shelf.extend(outcome.facts));
      });
      for await (const _ of reading) throwIfAborted(signal);
    }
    for await (const _ of pool.rest()) throwIfAborted(signal);
  } catch (error) {
    throwIfAborted(signal);
    cause = error instanceof Error ? error.message : String(error);
  }
  return { layers, cause };
}
