// The layers of one call of `inspectImages`: what each delivered blob turned out to be, shared between the images that use
// it and let go once the last of them is done.
import type { DiffId } from "../../shared/model/digest.ts";
import type { Failure } from "../../shared/model/failure.ts";
import { displayName } from "../../shared/reference.ts";
import type { OpenImage } from "../source/image-source.ts";
import { weightOf } from "./fact-cache.ts";
import type { LayerFacts } from "./layer/layer-facts.ts";
import type { BlobOutcome } from "./read-blob.ts";

/** Layers of some twelve million files. They are held until the last image that needs them is done. */
const maxHeld = 2 * 1024 * 1024 * 1024;

export class LayerShelf {
  readonly #maxHeld: number;
  /** About how many bytes of memory the layers take. */
  #held = 0;
  readonly #facts = new Map<DiffId, LayerFacts>();
  /** What a blob of the source turned out to be: a layer, or why it is none. */
  readonly #blobs = new Map<string, { readonly diffId: DiffId } | Extract<BlobOutcome, { kind: "broken" }>>();
  readonly #users = new Map<DiffId, number>();

  constructor(limit = maxHeld) {
    this.#maxHeld = limit;
  }

  /** Says that an image will need these layers. */
  expect(diffIds: readonly DiffId[]): void {
    for (const diffId of diffIds) this.#users.set(diffId, (this.#users.get(diffId) ?? 0) + 1);
  }

  /** Says that an image is done with them. */
  release(diffIds: readonly DiffId[]): void {
    for (const diffId of diffIds) {
      const users = (this.#users.get(diffId) ?? 1) - 1;
      this.#users.set(diffId, users);
      if (users <= 0) this.#drop(diffId);
    }
  }

  has(diffId: DiffId): boolean {
    return this.#facts.has(diffId);
  }

  /** All layers that are there. */
  diffIds(): DiffId[] {
    return [...this.#facts.keys()];
  }

  /** Adds the files kept by a further pass over a layer to what is known of it. */
  extend(facts: LayerFacts): LayerFacts {
    const known = this.#facts.get(facts.diffId);
    const texts = new Map([...(known?.texts ?? []), ...facts.texts]);
    const databases = new Map([...(known?.databases ?? []), ...facts.databases]);
    const extended = { ...facts, texts, databases };
    this.put(extended);
    return extended;
  }

  put(facts: LayerFacts): void {
    this.#drop(facts.diffId);
    this.#facts.set(facts.diffId, facts);
    this.#held += weightOf(facts);
  }

  #drop(diffId: DiffId): void {
    const facts = this.#facts.get(diffId);
    if (facts !== undefined) this.#held -= weightOf(facts);
    this.#facts.delete(diffId);
  }

  putBlob(key: string, outcome: BlobOutcome): void {
    if (outcome.kind === "broken") {
      this.#blobs.set(key, outcome);
      return;
    }
    const { facts } = outcome;
    if (!this.has(facts.diffId) && this.#held + weightOf(facts) > this.#maxHeld) {
      const cause = "the images that are read together have more files than fit into memory; read them one by one";
      this.#blobs.set(key, { kind: "broken", cause, expected: true });
      return;
    }
    this.put(facts);
    this.#blobs.set(key, { diffId: facts.diffId });
  }

  /** The layer that a blob turned out to be; null for one that was not read or is broken. */
  diffIdOf(key: string): DiffId | null {
    const blob = this.#blobs.get(key);
    return blob !== undefined && "diffId" in blob ? blob.diffId : null;
  }

  /** All layers of an image, lowest first; null when not all are there. */
  all(diffIds: readonly DiffId[]): readonly LayerFacts[] | null {
    const layers = diffIds.flatMap((diffId) => this.#facts.get(diffId) ?? []);
    return layers.length === diffIds.length ? layers : null;
  }

  /** The layers of an image whose blobs the source has named, each checked against the diff id of the config. */
  bind(image: OpenImage, blobs: readonly (string | null)[]): readonly LayerFacts[] | Failure {
    const { diffIds } = image.config;
    const layers = diffIds.length;
    const unreadable = (cause: string, layer?: number): Failure => ({
      kind: "image-unreadable",
      reference: displayName(image.listed),
      ...(layer === undefined ? {} : { layer, layers }),
      cause,
    });
    if (blobs.length !== layers) {
      return unreadable(`its config names ${layers} layers, its manifest ${blobs.length}`);
    }
    const found: LayerFacts[] = [];
    for (const [layer, diffId] of diffIds.entries()) {
      const key = blobs[layer] ?? null;
      if (key === null) return unreadable("it is missing", layer);
      const blob = this.#blobs.get(key);
      if (blob !== undefined && "cause" in blob) {
        return blob.expected ? unreadable(blob.cause, layer) : { kind: "internal", cause: blob.cause };
      }
      if (blob !== undefined && blob.diffId !== diffId) {
        return unreadable(`it is not what its digest says: it should be ${diffId} and is ${blob.diffId}`, layer);
      }
      const facts = this.#facts.get(diffId);
      if (facts === undefined) return unreadable("the source did not deliver it", layer);
      found.push(facts);
    }
    return found;
  }
}
