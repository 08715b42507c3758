// What an earlier scan has left in a folder, as inspect/ takes it: one cache of bytes for layers and images.
import type { InspectDeps } from "../inspect/inspect-images.ts";
import { storedImageCache } from "../inspect/kept-images.ts";
import { storedFactCache } from "../inspect/stored-fact-cache.ts";
import { type ByteCacheOptions, defaultCacheLimit, openByteCache } from "../store/byte-cache.ts";

export type StoredFactsOptions = Omit<ByteCacheOptions, "limit"> & {
  /** The digest of this program, empty where it has none. */
  readonly build: string;
  /** Bytes on disk; 1 GiB without it. */
  readonly limit?: number;
};

/** The caches in this folder; nothing is touched before their first use. */
export function storedFacts({ build, ...options }: StoredFactsOptions): Pick<InspectDeps, "cache" | "images"> {
  const bytes = openByteCache({ limit: defaultCacheLimit, ...options });
  return { cache: storedFactCache(bytes), images: storedImageCache(bytes, build) };
}

/** One line that says that the cache in `folder` is given up; the work goes on. */
export function cacheTrouble(folder: string, cause: string): string {
  return `the fact cache in ${folder} is given up (${cause}); what it does not have is read anew`;
}
