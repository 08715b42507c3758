// The scanner in this process: one source read by inspect/. The scan process serves the same thing over messages.
import { memoryFactCache } from "../inspect/fact-cache.ts";
import { hashThread } from "../inspect/hash-thread.ts";
import { type InspectDeps, inspectImages } from "../inspect/inspect-images.ts";
import type { ReadSurroundings, Scanner } from "../scanner.ts";
import type { ImageSource } from "../source/image-source.ts";
import { noSurroundings } from "../unreached.ts";

/**
 * The scanner of one source; without `deps`, what it learns is kept in memory for as long as it lives. `surroundings` reads what
 * lies around the source's images; without it there is nothing.
 */
export function localScanner(
  source: ImageSource,
  deps: InspectDeps = { cache: memoryFactCache() },
  surroundings: ReadSurroundings = async (scopes) => noSurroundings(scopes),
): Scanner {
  const hashing = hashThread();
  return {
    async list(signal) {
      const [info, { images, excluded }] = await Promise.all([source.describe(signal), source.list(signal)]);
      return { source: info, images, excluded, failures: [] };
    },
    inspect: (keys, signal) => inspectImages(source, keys, { ...deps, startHash: hashing.start }, signal),
    surroundings,
    async close() {
      await hashing.close();
      await source.close();
    },
  };
}
