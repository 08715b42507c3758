// From a one-pass stream to the port's deliveries: blobs as they come, then for each image which blob is which layer.
import type { DiffId } from "../../../shared/model/digest.ts";
import type { Failure } from "../../../shared/model/failure.ts";
import { displayName } from "../../../shared/reference.ts";
import { BrokenStream } from "../../tar/broken-stream.ts";
import type { LayerDelivery, OpenImage } from "../image-source.ts";
import { verifyDigest } from "../verify-digest.ts";
import { type Catalogue, readCatalogue, type StoredImage } from "./catalogue.ts";
import type { PlatformChoice } from "./choose-platform.ts";
import { promisedDigest } from "./documents.ts";
import { readSaveStream, type SavedContents, savedDocuments } from "./save-stream.ts";

/** One image that was asked of the stream. */
export interface Asked {
  readonly key: string;
  /** What to call it in a failure. */
  readonly reference: string;
  /** Finds it among the images of the archive, and what is wrong where it is there but broken. */
  readonly find: (catalogue: Catalogue) => StoredImage | Failure;
  readonly present: (image: StoredImage) => OpenImage;
}

export interface Reading {
  readonly asked: readonly Asked[];
  /** Diff ids known before the stream begins; an uncompressed blob of such a name is checked once, by the reader. */
  readonly diffIds: ReadonlySet<string>;
  readonly wanted: (diffId: DiffId) => boolean;
  readonly choice: PlatformChoice;
  /** Told when the stream could not be read to its end, before any `failed`. */
  readonly onDamage?: () => void;
}

/** Reads one archive stream to its end. Throws the signal's reason when cancelled; all else is `failed`, image by image. */
export async function* readSaved(
  bytes: AsyncIterable<Uint8Array>,
  { asked, diffIds, wanted, choice, onDamage }: Reading,
  signal: AbortSignal,
): AsyncGenerator<LayerDelivery> {
  const stream = readSaveStream(bytes, signal);
  let contents: SavedContents;
  try {
    let step = await stream.next();
    for (; step.done !== true; step = await stream.next()) {
      const { name, bytes: body } = step.value;
      const digest = promisedDigest(name);
      const isDiffId = digest !== null && diffIds.has(digest);
      if (isDiffId && !wanted(digest as DiffId)) continue;
      const checked = digest === null || isDiffId ? body : verifyDigest(body, digest);
      yield { kind: "blob", blob: { key: name, diffId: isDiffId ? (digest as DiffId) : null, bytes: checked } };
    }
    contents = step.value;
  } finally {
    await stream.return(null as never);
  }

  if (contents.damage !== null) onDamage?.();
  const catalogue = await catalogueOf(contents, choice, signal);
  const late = new Set<string>();
  for (const one of asked) {
    const image = typeof catalogue === "string" ? unreadable(one, catalogue) : one.find(catalogue);
    if ("kind" in image) {
      yield { kind: "failed", key: one.key, failure: image };
      continue;
    }
    const documents = savedDocuments(contents);
    const blobs = await Promise.all(image.layers.map((layer) => documents.resolve(layer)));
    for (const name of blobs) {
      // A layer that looked like a document: it is in memory, and handed on now.
      const held = name === null || late.has(name) ? undefined : contents.documents.get(name);
      if (name === null || held === undefined) continue;
      late.add(name);
      yield { kind: "blob", blob: { key: name, diffId: null, bytes: once(held) } };
    }
    const lost = blobs.indexOf(null);
    if (lost >= 0 && contents.damage !== null) {
      const failure = { ...unreadable(one, contents.damage), layer: lost, layers: blobs.length };
      yield { kind: "failed", key: one.key, failure };
    } else yield { kind: "bound", key: one.key, blobs, image: one.present(image) };
  }
}

/** What an archive holds, or why that cannot be told. */
async function catalogueOf(
  contents: SavedContents,
  choice: PlatformChoice,
  signal: AbortSignal,
): Promise<Catalogue | string> {
  try {
    return await readCatalogue(savedDocuments(contents), choice, signal);
  } catch (error) {
    if (error instanceof BrokenStream) return error.message;
    throw error;
  }
}

function unreadable({ reference }: Asked, cause: string): Failure & { kind: "image-unreadable" } {
  return { kind: "image-unreadable", reference, cause };
}

/** What to call a stored image in a failure. */
export function nameOf(image: StoredImage): string {
  return displayName({ ...image, repoDigests: [] });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
