// The port for facts of layers that outlive one look at an image, and its adapters without a disk. The key is the layer's diff id
// and the version of the reader, so that a better reader never meets old facts.
import type { DiffId } from "../../shared/model/digest.ts";
import type { LayerFacts } from "./layer/layer-facts.ts";

export interface FactCache {
  /** The facts kept for a layer by a reader of this version; null when there are none. */
  get(diffId: DiffId, readerVersion: number): Promise<LayerFacts | null>;
  put(facts: LayerFacts, readerVersion: number): Promise<void>;
}

/** Keeps nothing. */
export const noFactCache: FactCache = { get: async () => null, put: async () => undefined };

const mebibyte = 1024 * 1024;

/** Keeps facts for as long as the process lives, the least recently used out first when they exceed `limit` bytes. */
export function memoryFactCache(limit = 96 * mebibyte): FactCache {
  const kept = new Map<string, { readonly facts: LayerFacts; readonly bytes: number }>();
  let total = 0;
  const keyOf = (diffId: DiffId, readerVersion: number) => `${readerVersion} ${diffId}`;
  const drop = (key: string) => {
    total -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  };
  return {
    async get(diffId, readerVersion) {
      const key = keyOf(diffId, readerVersion);
      const found = kept.get(key);
      if (found === undefined) return null;
      kept.delete(key);
      kept.set(key, found);
      return found.facts;
    },
    async put(facts, readerVersion) {
      const key = keyOf(facts.diffId, readerVersion);
      const bytes = weightOf(facts);
      drop(key);
      if (bytes > limit) return;
      kept.set(key, { facts, bytes });
      total += bytes;
      for (const oldest of kept.keys()) {
        if (total <= limit) break;
        drop(oldest);
      }
    },
  };
}

/** About how much memory a layer's facts take. */
export function weightOf({ entries, texts, databases, elf, digests }: LayerFacts): number {
  let bytes = 1024 + 150 * entries.length + 50 * elf.size + 20 * digests.rows.length;
  for (const text of texts.values()) bytes += text.length;
  for (const { packages } of databases.values()) bytes += 200 * packages.length;
  return bytes;
}
