// What is known of an image by its id, from an earlier look: its facts, and its masked config, with which new facts can be
// made of layers that are kept. Both follow from the image's own bytes, whose digest the id is: so they hold for any source
// that checks what it is given, and only what was read from such bytes is put here. Nothing of it was ever unmasked.
import { createHash } from "node:crypto";
import { z } from "zod";
import { DiffId } from "../../shared/model/digest.ts";
import { Facts, factsVersion, HistoryEntry, ImageConfig, Secret } from "../../shared/model/facts.ts";
import type { OpenImage } from "../source/image-source.ts";
import { type ByteStore, readStored } from "./byte-store.ts";
import { LastingIdentity, withListing } from "./image-identity.ts";
import { layerReaderVersion } from "./layer/layer-facts.ts";
import type { ImageCache } from "./opened-image.ts";

/** Raised with every change of the two shapes below. */
const form = 1;

const KeptFacts = z.object({ identity: LastingIdentity, facts: Facts });
type KeptFacts = z.infer<typeof KeptFacts>;
const KeptConfig = z.object({
  identity: LastingIdentity.omit({ layers: true }),
  diffIds: z.array(DiffId),
  masked: z.object({
    config: ImageConfig,
    history: z.array(HistoryEntry),
    secrets: z.array(Secret),
    moreSecrets: z.int().nonnegative(),
  }),
});
type KeptConfig = z.infer<typeof KeptConfig>;

/**
 * Keeps images in a store of bytes. `build` names the program that makes facts: another one makes its own. A config is
 * worth more than one build, since only a transfer of all layers brings it again.
 */
export function storedImageCache(store: ByteStore, build: string): ImageCache {
  const keyOf = (image: OpenImage, kind: string, ...versions: readonly (string | number)[]): string | null => {
    const { id, idKind, platform } = image.listed;
    // An id that is no digest, or an image of which the engine could not say its platform, has no lasting name.
    if (!/^sha256:[0-9a-f]{64}$/.test(id) || platform === null) return null;
    const name = JSON.stringify([id, idKind, platform, layerReaderVersion, form, ...versions]);
    return `${kind}-${createHash("sha256").update(name).digest("hex")}`;
  };
  const factsKey = (image: OpenImage) => keyOf(image, "facts", factsVersion, build);
  const configKey = (image: OpenImage) => keyOf(image, "config");
  const recall = <T>(key: string | null, decode: (bytes: Uint8Array) => T): Promise<T | null> =>
    key === null ? Promise.resolve(null) : readStored(store, key, decode);
  const keep = (key: string | null, value: unknown): Promise<void> =>
    key === null ? Promise.resolve() : store.put(key, Buffer.from(JSON.stringify(value)));

  return {
    async facts(image) {
      const kept = await recall(factsKey(image), (bytes) => KeptFacts.parse(jsonOf(bytes)));
      if (
        kept === null ||
        !isOf(
          image,
          kept.identity.layers.map(({ diffId }) => diffId),
        )
      )
        return null;
      return { image: withListing(kept.identity, image.listed), facts: kept.facts };
    },
    async opened(key, image) {
      const kept = await recall(configKey(image), (bytes) => KeptConfig.parse(jsonOf(bytes)));
      if (kept === null || !isOf(image, kept.diffIds)) return null;
      const { created, ...identity } = kept.identity;
      const { diffIds, masked } = kept;
      return {
        key,
        image: { ...image, ...identity, config: { ...image.config, created, diffIds, origin: "config" } },
        masked,
      };
    },
    async put({ image, masked }, { image: whole, facts }) {
      if (image.config.origin !== "config") return;
      const { id, idKind, platform, created, layers, attestations } = whole;
      const identity = { id, idKind, platform, created, attestations };
      const config: KeptConfig = { identity, diffIds: [...image.config.diffIds], masked };
      await keep(configKey(image), config);
      await keep(factsKey(image), { identity: { ...identity, layers }, facts } satisfies KeptFacts);
    },
  };
}

/** Whether the source names the same layers today. */
function isOf(image: OpenImage, diffIds: readonly string[]): boolean {
  return diffIds.length === image.config.diffIds.length && diffIds.every((id, at) => id === image.config.diffIds[at]);
}

function jsonOf(bytes: Uint8Array): unknown {
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8"));
}
