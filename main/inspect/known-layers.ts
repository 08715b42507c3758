// Layers of which an earlier look has left the facts.
import type { DiffId } from "../../shared/model/digest.ts";
import { throwIfAborted } from "../abort.ts";
import type { FactCache } from "./fact-cache.ts";
import { layerReaderVersion } from "./layer/layer-facts.ts";
import type { LayerShelf } from "./layer-shelf.ts";

/** Puts these layers on the shelf as far as they are known. Throws the signal's reason when cancelled. */
export async function takeKnown(
  diffIds: readonly DiffId[],
  shelf: LayerShelf,
  cache: FactCache,
  signal: AbortSignal,
): Promise<void> {
  for (const diffId of diffIds) {
    if (shelf.has(diffId)) continue;
    throwIfAborted(signal);
    const facts = await cache.get(diffId, layerReaderVersion);
    if (facts !== null) shelf.put(facts);
  }
}
