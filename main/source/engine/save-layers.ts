// All layers of several images through one `GET /images/get`, in which the engine stores a shared layer once.

import { z } from "zod";
import type { DiffId } from "../../../shared/model/digest.ts";
import { type Failure, FailureError } from "../../../shared/model/failure.ts";
import type { ListedImage } from "../../../shared/model/image.ts";
import { displayName } from "../../../shared/reference.ts";
import { throwIfAborted } from "../../abort.ts";
import { BrokenStream } from "../../tar/broken-stream.ts";
import { type Asked, readSaved } from "../archive/bind-saved.ts";
import type { Catalogue, StoredImage } from "../archive/catalogue.ts";
import type { PlatformChoice } from "../archive/choose-platform.ts";
import { openImage } from "../archive/open-image.ts";
import type { LayerDelivery } from "../image-source.ts";
import { type EngineClient, EngineRefusal, type Query } from "./engine-client.ts";

export interface SaveRequest {
  readonly client: EngineClient;
  readonly asked: readonly { readonly listed: ListedImage; readonly diffIds: readonly string[] }[];
  readonly query: Query;
  readonly choice: PlatformChoice;
  readonly wanted: (diffId: DiffId) => boolean;
}

/** Images of one request: some engines lay the whole answer down on their disk before they send it. */
const batchSize = 50;

/** Deliveries for each image that was asked for. Throws FailureError when the engine is gone, the reason when cancelled. */
export async function* saveLayers(request: SaveRequest, signal: AbortSignal): AsyncGenerator<LayerDelivery> {
  for (let at = 0; at < request.asked.length; at += batchSize) {
    yield* saveBatch({ ...request, asked: request.asked.slice(at, at + batchSize) }, signal);
  }
}

/** An engine refuses a batch for the sake of one image in it: then each is asked for by itself. */
async function* saveBatch(request: SaveRequest, signal: AbortSignal): AsyncGenerator<LayerDelivery> {
  const { client, asked, choice, wanted, query } = request;
  let bytes: AsyncIterable<Uint8Array>;
  try {
    bytes = await client.stream("/images/get", { ...query, names: asked.map(({ listed }) => listed.key) }, signal);
  } catch (error) {
    if (!(error instanceof EngineRefusal)) throw error;
    const [only] = asked;
    if (only !== undefined && asked.length === 1) {
      yield { kind: "failed", key: only.listed.key, failure: await refused(only.listed, error, client, signal) };
    } else for (const one of asked) yield* saveBatch({ ...request, asked: [one] }, signal);
    return;
  }
  let isDamaged = false;
  const reading = {
    asked: asked.map(({ listed }) => askedOf(listed, client)),
    diffIds: new Set(asked.flatMap(({ diffIds }) => diffIds)),
    wanted,
    choice,
    onDamage: () => {
      isDamaged = true;
    },
  };
  const lost: SaveRequest["asked"][number][] = [];
  for await (const delivery of readSaved(told(bytes, signal), reading, signal)) {
    const one = delivery.kind !== "failed" ? undefined : asked.find(({ listed }) => listed.key === delivery.key);
    if (one !== undefined && isDamaged && asked.length > 1) lost.push(one);
    else yield delivery;
  }
  // The image at which it broke took those behind it along: each gets a stream of its own.
  for (const one of lost) yield* saveBatch({ ...request, asked: [one] }, signal);
}

function askedOf(listed: ListedImage, client: EngineClient): Asked {
  return {
    key: listed.key,
    reference: displayName(listed),
    find: (catalogue) => findSaved(catalogue, listed, client),
    present: (image) => openImage(image, listed),
  };
}

/** The engine's id is the digest of the config, of a manifest or of an index: whichever the archive has it by. */
function findSaved(catalogue: Catalogue, listed: ListedImage, client: EngineClient): StoredImage | Failure {
  const { key } = listed;
  const image = catalogue.images.find(({ id, digests }) => id === key || digests.includes(key));
  if (image !== undefined) return image;
  const broken = catalogue.broken.find(({ digests }) => digests.includes(key)) ?? onlyOne(catalogue.broken);
  const cause = broken?.cause ?? `the engine at ${client.resolved.name} did not send it`;
  return { kind: "image-unreadable", reference: displayName(listed), cause };
}

function onlyOne<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}

/** Old engines answer 500 also where the image is gone, with the path of their own file: so it is asked for once more. */
async function refused(
  listed: ListedImage,
  error: EngineRefusal,
  client: EngineClient,
  signal: AbortSignal,
): Promise<Failure> {
  const reference = displayName(listed);
  const isGone =
    error.status === 404 ||
    (await client.get(`/images/${encodeURIComponent(listed.key)}/json`, {}, z.unknown(), signal).then(
      () => false,
      (again: unknown) => again instanceof EngineRefusal && again.status === 404,
    ));
  throwIfAborted(signal);
  return isGone
    ? { kind: "image-not-found", reference, source: client.resolved.name }
    : { kind: "image-unreadable", reference, cause: error.message };
}

/** The stream with its end told: an engine that stops half way says so in no other form than a broken connection. */
async function* told(bytes: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  let received = 0;
  try {
    for await (const piece of bytes) {
      received += piece.length;
      yield piece;
    }
  } catch (error) {
    throwIfAborted(signal);
    if (error instanceof FailureError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new BrokenStream(`the engine stopped after ${received} bytes (${reason})`, { cause: error });
  }
}
