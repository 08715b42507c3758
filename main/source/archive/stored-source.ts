// Images from a store with random access (a tar on disk, a layout folder, memory): listing reads documents only, and of
// the layers only those that are wanted.

import type { DiffId } from "../../../shared/model/digest.ts";
import { FailureError } from "../../../shared/model/failure.ts";
import type { SourceInfo } from "../../../shared/model/image.ts";
import { displayName } from "../../../shared/reference.ts";
import { throwIfAborted } from "../../abort.ts";
import { BrokenStream } from "../../tar/broken-stream.ts";
import type { ImageSource, LayerBlob, LayerDelivery } from "../image-source.ts";
import { verifyDigest } from "../verify-digest.ts";
import { type Catalogue, readCatalogue, type StoredImage } from "./catalogue.ts";
import type { PlatformChoice } from "./choose-platform.ts";
import { type BlobStore, promisedDigest } from "./documents.ts";
import { findImage, listedImages, openImage, requireImage } from "./open-image.ts";

/** The source over `store`. `info.name` names it in failures: a path, where there is one. */
export function storedSource(store: BlobStore, info: SourceInfo, choice: PlatformChoice): ImageSource {
  let known: Catalogue | null = null;

  async function catalogue(signal: AbortSignal): Promise<Catalogue> {
    throwIfAborted(signal);
    try {
      known ??= await readCatalogue(store, choice, signal);
      return known;
    } catch (error) {
      if (!(error instanceof BrokenStream)) throw error;
      throw new FailureError({ kind: "not-an-archive", path: info.name, cause: error.message }, { cause: error });
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
      const images: StoredImage[] = [];
      for (const key of new Set(keys)) {
        const image = findImage(found, key, info.name);
        if ("kind" in image) yield { kind: "failed", key, failure: image };
        else images.push(image);
      }
      for (const [name, diffIds] of await layersByName(store, images)) {
        throwIfAborted(signal);
        if ([...diffIds].some(wanted)) yield { kind: "blob", blob: storedBlob(store, name, diffIds, signal) };
      }
      for (const image of images) yield await bind(store, image);
    },
    close: () => store.close(),
  };
}

/** Every stored layer once, in the images' order, with the diff ids that images expect of it: one, unless one lies. */
async function layersByName(store: BlobStore, images: readonly StoredImage[]): Promise<Map<string, Set<DiffId>>> {
  const byName = new Map<string, Set<DiffId>>();
  for (const { layers, config } of images) {
    for (const [at, layer] of layers.entries()) {
      const name = await store.resolve(layer);
      const diffId = config.diffIds[at];
      if (name !== null && diffId !== undefined) byName.set(name, (byName.get(name) ?? new Set()).add(diffId));
    }
  }
  return byName;
}

/** Bytes of an uncompressed blob are checked once, against the diff id that their name already promises. */
function storedBlob(store: BlobStore, name: string, diffIds: ReadonlySet<DiffId>, signal: AbortSignal): LayerBlob {
  const [first, ...others] = diffIds;
  const diffId = others.length === 0 ? (first ?? null) : null;
  const digest = promisedDigest(name);
  const bytes = store.open(name, signal);
  const verified = digest === null || digest === diffId ? bytes : verifyDigest(bytes, digest);
  return { key: name, diffId, bytes: verified, isIndependent: true };
}

/** Which blob is which layer. A layer that an archive lost by being cut has that as its cause. */
async function bind(store: BlobStore, image: StoredImage): Promise<LayerDelivery> {
  const blobs = await Promise.all(image.layers.map((layer) => store.resolve(layer)));
  const lost = blobs.indexOf(null);
  if (lost >= 0 && store.damage !== null) {
    const reference = displayName({ ...image, repoDigests: [] });
    const failure = {
      kind: "image-unreadable",
      reference,
      layer: lost,
      layers: blobs.length,
      cause: store.damage,
    } as const;
    return { kind: "failed", key: image.id, failure };
  }
  return { kind: "bound", key: image.id, blobs, image: openImage(image) };
}
