// A compressed tar on disk (`docker save IMAGE | gzip`): it cannot be sought in, so it is read through, once for the
// documents and once for the layers.
import { createReadStream } from "node:fs";
import { FailureError } from "../../../shared/model/failure.ts";
import type { SourceInfo } from "../../../shared/model/image.ts";
import { throwIfAborted } from "../../abort.ts";
import { BrokenStream } from "../../tar/broken-stream.ts";
import { decompress } from "../../tar/decompress.ts";
import type { ImageSource } from "../image-source.ts";
import { type Asked, nameOf, readSaved } from "./bind-saved.ts";
import { type Catalogue, readCatalogue } from "./catalogue.ts";
import type { PlatformChoice } from "./choose-platform.ts";
import { findImage, listedImages, openImage, requireImage } from "./open-image.ts";
import { readSaveStream, savedDocuments } from "./save-stream.ts";

/** The source over the compressed tar at `path`. */
export function streamedArchive(path: string, info: SourceInfo, choice: PlatformChoice): ImageSource {
  let known: Catalogue | null = null;

  const stream = (signal: AbortSignal) =>
    decompress(createReadStream(path, { highWaterMark: 256 * 1024, signal }) as AsyncIterable<Uint8Array>);

  async function catalogue(signal: AbortSignal): Promise<Catalogue> {
    throwIfAborted(signal);
    if (known !== null) return known;
    const reader = readSaveStream(stream(signal), signal);
    let step = await reader.next();
    while (step.done !== true) step = await reader.next();
    try {
      known = await readCatalogue(savedDocuments(step.value), choice, signal);
      return known;
    } catch (error) {
      if (!(error instanceof BrokenStream)) throw error;
      throw new FailureError({ kind: "not-an-archive", path, cause: error.message }, { cause: error });
    }
  }

  return {
    async describe() {
      return info;
    },
    async list(signal) {
      const found = await catalogue(signal);
      return { images: listedImages(found), excluded: found.excluded };
    },
    async open(key, signal) {
      return openImage(requireImage(await catalogue(signal), key, info.name));
    },
    async *layers(keys, wanted, signal) {
      const found = await catalogue(signal);
      const asked: Asked[] = [...new Set(keys)].map((key) => {
        const image = findImage(found, key, info.name);
        return {
          key,
          reference: "kind" in image ? key : nameOf(image),
          find: (catalogue) => findImage(catalogue, key, info.name),
          present: openImage,
        };
      });
      const diffIds = new Set(
        found.images.filter(({ id }) => keys.includes(id)).flatMap(({ config }) => config.diffIds),
      );
      yield* readSaved(stream(signal), { asked, diffIds, wanted, choice }, signal);
    },
    async close() {},
  };
}
