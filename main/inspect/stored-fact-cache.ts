// Facts of layers in a store of bytes, one entry a layer. The key says which reader and which form of bytes it is of.
import type { DiffId } from "../../shared/model/digest.ts";
import { type ByteStore, readStored } from "./byte-store.ts";
import type { FactCache } from "./fact-cache.ts";
import { decodeLayerFacts, encodeLayerFacts, layerCodecVersion } from "./layer-facts-codec.ts";

/** Layers with more entries are read anew: to pack them would take more memory than reading them does. */
const mostEntries = 1_000_000;

export function storedFactCache(store: ByteStore): FactCache {
  const keyOf = (diffId: DiffId, readerVersion: number) =>
    `layer-${readerVersion}-${layerCodecVersion}-${diffId.slice("sha256:".length)}`;
  return {
    get: (diffId, readerVersion) =>
      readStored(store, keyOf(diffId, readerVersion), (bytes) => decodeLayerFacts(bytes, diffId)),
    async put(facts, readerVersion) {
      if (facts.entries.length > mostEntries) return;
      await store.put(keyOf(facts.diffId, readerVersion), encodeLayerFacts(facts));
    },
  };
}
