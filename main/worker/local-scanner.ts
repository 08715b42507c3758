// The scanner in this process: one source read by inspect/. The scan process serves the same thing over messages.
import { memoryFactCache } from "../inspect/fact-cache.ts";
import { inspectImages } from "../inspect/inspect-images.ts";
import type { Scanner } from "../scanner.ts";
import type { ImageSource } from "../source/image-source.ts";

export function localScanner(source: ImageSource): Scanner {
  const cache = memoryFactCache();
  return {
    async list(signal) {
      const [info, { images, excluded }] = await Promise.all([source.describe(signal), source.list(signal)]);
      return { source: info, images, excluded, failures: [] };
    },
    inspect: (keys, signal) => inspectImages(source, keys, { cache }, signal),
    close: () => source.close(),
  };
}
