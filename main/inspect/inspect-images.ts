// Images to facts: config and history of all first, then every layer once, however many images share it. What an earlier
// look has left is not asked for again. An image that cannot be read fails alone.
import { type Failure, failureOf } from "../../shared/model/failure.ts";
import type { InspectEvent } from "../../shared/model/inspection.ts";
import { displayName } from "../../shared/reference.ts";
import { throwIfAborted } from "../abort.ts";
import type { ImageSource } from "../source/image-source.ts";
import { BlobPool } from "./blob-pool.ts";
import { type FactCache, noFactCache } from "./fact-cache.ts";
import { takeKnown } from "./known-layers.ts";
import type { Absence } from "./layer/image-files.ts";
import { layerReaderVersion } from "./layer/layer-facts.ts";
import { hashHere, type StartHash } from "./layer-hash.ts";
import { LayerShelf } from "./layer-shelf.ts";
import { fetchMissing, wantedBodies } from "./missing-bodies.ts";
import { openImages, withImage } from "./open-images.ts";
import { type ImageCache, noImageCache, type Opened } from "./opened-image.ts";
import { Pace } from "./pace.ts";
import type { Received } from "./read-blob.ts";
import { configEvent, type Reading, readingOf, retry } from "./reading.ts";

export interface InspectDeps {
  readonly cache: FactCache;
  /** What is known of whole images; absent = nothing. */
  readonly images?: ImageCache;
  /** Begins the hash of a layer; absent = on the thread that reads. */
  readonly startHash?: StartHash;
  /** How many layers and images may be worked on at once; absent = 1. */
  readonly jobs?: number;
}

/** Rounds of fetching bodies that only became known as wanted by reading others. */
const maxRounds = 3;

/**
 * Reads the images of these keys: first for each a `config`, or `facts` at once where they are known from an earlier look;
 * then for each of the others a `facts` or a `failed`, with `progress` between them. Throws FailureError when the source as
 * a whole breaks, and the signal's reason when cancelled.
 */
export async function* inspectImages(
  source: ImageSource,
  keys: readonly string[],
  deps: InspectDeps,
  signal: AbortSignal,
): AsyncGenerator<InspectEvent> {
  // An engine has checked its images and layers when they came. Of an archive only reading shows whether a layer is what
  // its config claims, so there nothing is known beforehand.
  const isEngine = (await source.describe(signal)).kind === "engine";
  const cache = isEngine ? deps.cache : noFactCache;
  const kept = isEngine ? (deps.images ?? noImageCache) : noImageCache;

  const images = new Map<string, Opened>();
  for await (const { key, result } of openImages(source, keys, kept, signal)) {
    if (result.kind === "failed") yield { ...result, key };
    else if (result.kind === "known") yield { kind: "facts", key, inspected: result.inspected };
    else {
      images.set(key, result.opened);
      yield configEvent(result.opened);
    }
  }

  const shelf = new LayerShelf();
  for (const { image } of images.values()) shelf.expect(image.config.diffIds);

  const pace = new Pace();
  const received: Received = { bytes: 0 };
  const pool = new BlobPool({ received, startHash: deps.startHash ?? hashHere }, pace, deps.jobs ?? 1, signal);
  const progress = async function* (waiting: AsyncIterable<void>): AsyncGenerator<InspectEvent> {
    for await (const _ of waiting) if (pace.take()) yield { kind: "progress", bytes: received.bytes };
    if (pace.take()) yield { kind: "progress", bytes: received.bytes };
  };
  const unfinished = new Map<string, Reading>();
  const finish = async function* (reading: Reading): AsyncGenerator<InspectEvent> {
    const { key, image } = reading.opened;
    images.delete(key);
    if (reading.missing.length > 0) unfinished.set(key, reading);
    else {
      shelf.release(image.config.diffIds);
      if (reading.isWhole) await kept.put(reading.opened, reading.inspected);
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
      if (each.image.config.origin !== "config") continue;
      await takeKnown(each.image.config.diffIds, shelf, cache, signal);
      const layers = shelf.all(each.image.config.diffIds);
      if (layers !== null) yield* finish(await readingOf(each, layers, { fetch: true }, signal));
    }

    const asked = [...images.keys()];
    for (const { image } of images.values()) await takeKnown(image.config.diffIds, shelf, cache, signal);
    const cached = new Set(shelf.diffIds());
    let broken: { readonly error: unknown } | null = null;
    try {
      // Two blobs may claim the same diff id, and only reading shows whether both are what they say: so a layer counts as
      // known here when it was known before, not when another blob turned out to be it.
      const deliveries = asked.length === 0 ? [] : source.layers(asked, (diffId) => !cached.has(diffId), signal);
      for await (const delivery of deliveries) {
        throwIfAborted(signal);
        if (delivery.kind === "blob") {
          const { key } = delivery.blob;
          const reading = pool.read(delivery.blob, new Map(), async (outcome) => {
            shelf.putBlob(key, outcome);
            if (outcome.kind === "read") await cache.put(outcome.facts, layerReaderVersion);
          });
          yield* progress(reading);
          continue;
        }
        yield* progress(pool.rest());
        const known = images.get(delivery.key);
        if (known === undefined) continue;
        if (delivery.kind === "failed") {
          yield fail(delivery.key, delivery.failure);
          continue;
        }
        const each = await withImage(known, delivery.image, signal);
        shelf.expect(each.image.config.diffIds);
        shelf.release(known.image.config.diffIds);
        images.set(delivery.key, each);
        const layers = shelf.bind(each.image, delivery.blobs);
        if ("kind" in layers) yield fail(delivery.key, layers);
        else yield* finish(await readingOf(each, layers, { fetch: true }, signal));
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
          ? await fetchMissing(source, wantedBodies(readings), shelf, pool, signal)
          : { layers: [], cause: failureOf(broken.error).kind };
      for (const facts of layers) await cache.put(facts, layerReaderVersion);
      const absence: Absence =
        round < maxRounds && cause === null ? { fetch: true } : { fetch: false, cause: cause ?? "it was not there" };
      for (const reading of readings) yield* finish(await retry(reading, shelf, absence, signal));
    }
    if (broken !== null) throw broken.error;
    for (const key of [...images.keys()]) yield fail(key, failureOf(new Error("the source ended without this image")));
    yield { kind: "progress", bytes: received.bytes };
  } finally {
    pool.stop();
    pace.stop();
  }
}
