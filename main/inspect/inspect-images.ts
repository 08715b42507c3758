// Images to facts: config and history of all first, then every layer once, however many images share it. An image that
// cannot be read fails alone.
import { type Failure, failureOf } from "../../shared/model/failure.ts";
import type { InspectEvent } from "../../shared/model/inspection.ts";
import { displayName } from "../../shared/reference.ts";
import { throwIfAborted } from "../abort.ts";
import type { ImageSource } from "../source/image-source.ts";
import type { FactCache } from "./fact-cache.ts";
import type { Absence } from "./layer/image-files.ts";
import { layerReaderVersion } from "./layer/layer-facts.ts";
import { LayerShelf } from "./layer-shelf.ts";
import { fetchMissing, wantedBodies } from "./missing-bodies.ts";
import { type Opened, openImages, withImage } from "./open-images.ts";
import { Pace } from "./pace.ts";
import { type Received, readBlob } from "./read-blob.ts";
import { configEvent, type Reading, readingOf, retry } from "./reading.ts";

export interface InspectDeps {
  readonly cache: FactCache;
}

/** Rounds of fetching bodies that only became known as wanted by reading others. */
const maxRounds = 3;

/**
 * Reads the images of these keys: all `config` events first, then for each a `facts` or a `failed`, with `progress` between
 * them. Throws FailureError when the source as a whole breaks, and the signal's reason when cancelled.
 */
export async function* inspectImages(
  source: ImageSource,
  keys: readonly string[],
  deps: InspectDeps,
  signal: AbortSignal,
): AsyncGenerator<InspectEvent> {
  const images = new Map<string, Opened>();
  for await (const { key, result } of openImages(source, keys, signal)) {
    if (result.ok) {
      images.set(key, result.value);
      yield configEvent(result.value);
    } else yield { kind: "failed", key, reference: result.reference, failure: result.failure };
  }

  const shelf = new LayerShelf();
  for (const { image } of images.values()) shelf.expect(image.config.diffIds);
  await fromCache(source, shelf, images.values(), deps.cache, signal);
  const cached = new Set(shelf.diffIds());

  const pace = new Pace();
  const received: Received = { bytes: 0 };
  const unfinished = new Map<string, Reading>();
  const finish = function* (reading: Reading): Generator<InspectEvent> {
    const { key, image } = reading.opened;
    images.delete(key);
    if (reading.missing.length > 0) unfinished.set(key, reading);
    else {
      shelf.release(image.config.diffIds);
      yield { kind: "facts", key, inspected: reading.inspected };
    }
  };
  const fail = (key: string, failure: Failure): InspectEvent => {
    const { image } = images.get(key) ?? {};
    images.delete(key);
    shelf.release(image?.config.diffIds ?? []);
    return { kind: "failed", key, reference: image === undefined ? key : displayName(image.listed), failure };
  };

  try {
    for (const each of [...images.values()]) {
      // Only where the config is the blob's own; one that the engine rebuilt is worth a look at the blob.
      const layers = each.image.config.origin === "config" ? shelf.all(each.image.config.diffIds) : null;
      if (layers !== null) yield* finish(readingOf(each, layers, { fetch: true }));
    }

    const asked = [...images.keys()];
    let broken: { readonly error: unknown } | null = null;
    try {
      // Two blobs may claim the same diff id, and only reading shows whether both are what they say: so a layer counts as
      // known here when it was known before, not when another blob turned out to be it.
      const deliveries = asked.length === 0 ? [] : source.layers(asked, (diffId) => !cached.has(diffId), signal);
      for await (const delivery of deliveries) {
        throwIfAborted(signal);
        if (delivery.kind === "blob") {
          const reading = readBlob(delivery.blob, new Map(), received, pace, signal);
          let step = await reading.next();
          for (; step.done !== true; step = await reading.next()) {
            if (pace.take()) yield { kind: "progress", bytes: received.bytes };
          }
          shelf.putBlob(delivery.blob.key, step.value);
          if (step.value.kind === "read") await deps.cache.put(step.value.facts, layerReaderVersion);
          if (pace.take()) yield { kind: "progress", bytes: received.bytes };
          continue;
        }
        const known = images.get(delivery.key);
        if (known === undefined) continue;
        if (delivery.kind === "failed") {
          yield fail(delivery.key, delivery.failure);
          continue;
        }
        const each = await withImage(known, delivery.image);
        shelf.expect(each.image.config.diffIds);
        shelf.release(known.image.config.diffIds);
        images.set(delivery.key, each);
        const layers = shelf.bind(each.image, delivery.blobs);
        if ("kind" in layers) yield fail(delivery.key, layers);
        else yield* finish(readingOf(each, layers, { fetch: true }));
      }
    } catch (error) {
      throwIfAborted(signal);
      broken = { error };
    }

    for (let round = 1; unfinished.size > 0; round++) {
      const readings = [...unfinished.values()];
      unfinished.clear();
      const { layers, cause } =
        broken === null
          ? await fetchMissing(source, wantedBodies(readings), shelf, { received, pace }, signal)
          : { layers: [], cause: failureOf(broken.error).kind };
      for (const facts of layers) await deps.cache.put(facts, layerReaderVersion);
      const absence: Absence =
        round < maxRounds && cause === null ? { fetch: true } : { fetch: false, cause: cause ?? "it was not there" };
      for (const reading of readings) yield* finish(retry(reading, shelf, absence));
    }
    if (broken !== null) throw broken.error;
    for (const key of [...images.keys()]) yield fail(key, failureOf(new Error("the source ended without this image")));
    yield { kind: "progress", bytes: received.bytes };
  } finally {
    pace.stop();
  }
}

/**
 * Takes what is known of these layers from the cache. An engine has checked its layers when they came; of an archive only
 * reading shows whether a layer is what its config claims, so there the cache is not asked.
 */
async function fromCache(
  source: ImageSource,
  shelf: LayerShelf,
  images: Iterable<Opened>,
  cache: FactCache,
  signal: AbortSignal,
): Promise<void> {
  const { kind } = await source.describe(signal);
  if (kind !== "engine") return;
  for (const { image } of images) {
    for (const diffId of image.config.diffIds) {
      throwIfAborted(signal);
      const facts = shelf.has(diffId) ? null : await cache.get(diffId, layerReaderVersion);
      if (facts !== null) shelf.put(facts);
    }
  }
}
