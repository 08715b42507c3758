// The images of an archive or layout: index.json and manifest.json read together, each image once by its config digest,
// everything else named with the reason why it is none.
import { compareText } from "../../../shared/compare-text.ts";
import type { Excluded } from "../../../shared/model/image.ts";
import { BrokenStream } from "../../tar/broken-stream.ts";
import { parseImageConfig } from "../image-config.ts";
import type { RawConfig } from "../image-source.ts";
import { matchesPlatform } from "../platform.ts";
import { familiarName, tidyReferences } from "../reference-names.ts";
import { digestOf } from "../verify-digest.ts";
import { foreignSystemReason } from "./artifact.ts";
import { choosePlatform, otherPlatform, type PlatformChoice, type StoredCandidate } from "./choose-platform.ts";
import { type DockerEntry, readDockerManifest } from "./docker-manifest.ts";
import { blobName, type Documents, readBlobDocument } from "./documents.ts";
import { type Attestation, type Candidate, type IndexWalk, type Root, walkIndex } from "./walk-index.ts";

export interface StoredImage {
  /** Digest of the config. */
  readonly id: string;
  readonly references: readonly string[];
  /** Digests of its manifest and of the indexes above it. */
  readonly digests: readonly string[];
  readonly config: RawConfig;
  /** Names of its layers in the store, lowest first. */
  readonly layers: readonly string[];
  /** Stored bytes of its layers. */
  readonly size: number;
  readonly attestations: readonly Attestation[];
}

/** An image that is named but cannot be read. */
export interface BrokenImage {
  readonly key: string;
  readonly references: readonly string[];
  readonly digests: readonly string[];
  readonly cause: string;
}

export interface Catalogue {
  readonly images: readonly StoredImage[];
  readonly broken: readonly BrokenImage[];
  readonly excluded: readonly Excluded[];
}

/** Reads the documents of an archive. Throws BrokenStream when there is neither a usable index.json nor manifest.json. */
export async function readCatalogue(
  documents: Documents,
  choice: PlatformChoice,
  signal: AbortSignal,
): Promise<Catalogue> {
  const walk = await walkIndex(documents, signal);
  const entries = await readDockerManifest(documents, signal);
  if (walk === null && entries === null) {
    throw new BrokenStream(documents.damage ?? "it holds neither index.json nor manifest.json");
  }
  const builder = new Builder(documents, choice, signal);
  if (walk !== null) await builder.addWalk(walk);
  for (const entry of entries ?? []) await builder.addDockerEntry(entry);
  return builder.finish();
}

class Builder {
  readonly #images = new Map<string, StoredImage>();
  readonly #broken: BrokenImage[] = [];
  readonly #excluded: Excluded[] = [];
  /** Configs that the index led to, also of images left out: manifest.json does not bring them back. */
  readonly #decided = new Set<string>();

  constructor(
    private readonly documents: Documents,
    private readonly choice: PlatformChoice,
    private readonly signal: AbortSignal,
  ) {}

  async addWalk({ roots, attestations }: IndexWalk): Promise<void> {
    for (const group of groupRoots(roots)) {
      const candidates = group.flatMap((root) => root.candidates);
      for (const { manifest } of candidates) if (manifest !== null) this.#decided.add(manifest.config.digest);
      for (const root of group) if (root.cause !== null) this.#break(root, root.cause);
      const isWhole = this.documents.damage === null;
      const chosen = choosePlatform(candidates, rootName(group), this.choice, isWhole);
      this.#excluded.push(...chosen.excluded);
      for (const missing of chosen.missing)
        this.#break(rootOf(group, missing), this.#notStored(`its manifest ${missing.digest}`));
      const isOne = group.length === 1 && group[0]?.isIndex === true;
      for (const candidate of isOne ? chosen.images.slice(0, 1) : chosen.images) {
        const root = rootOf(group, candidate);
        await this.#attempt(root, () =>
          this.#addCandidate(candidate, root.names, attestations.get(candidate.digest) ?? []),
        );
      }
    }
  }

  async #addCandidate(
    { manifest, digests }: StoredCandidate,
    names: readonly string[],
    attestations: readonly Attestation[],
  ): Promise<void> {
    const id = manifest.config.digest;
    const bytes = await readBlobDocument(this.documents, id, this.signal);
    if (bytes === null) throw new BrokenStream(this.#notStored(`its config ${id}`));
    const encrypted = manifest.layers.findIndex((layer) => /encrypted/.test(layer.mediaType ?? ""));
    if (encrypted >= 0) throw new BrokenStream(`its layer ${encrypted + 1} is encrypted`);
    const layers = manifest.layers.map((layer) => blobName(layer.digest));
    const size = manifest.layers.reduce((sum, layer) => sum + layer.size, 0);
    const isOci = manifest.config.mediaType === "application/vnd.oci.image.config.v1+json";
    const config: RawConfig = { ...parseImageConfig(bytes), ...(isOci ? { format: "oci" } : {}) };
    this.#add({ id, references: names, digests, config, layers, size, attestations });
  }

  async addDockerEntry(entry: DockerEntry): Promise<void> {
    const names = entry.tags;
    const known = entry.configDigest === null ? undefined : this.#images.get(entry.configDigest);
    if (known !== undefined) {
      const { format: _, ...config } = known.config;
      this.#images.set(known.id, { ...known, config, references: tidyReferences([...known.references, ...names]) });
      return;
    }
    if (entry.configDigest !== null && this.#decided.has(entry.configDigest)) return;
    await this.#attempt({ digest: entry.configDigest ?? entry.config, names }, async () => {
      const bytes = await this.documents.read(entry.config, this.signal);
      if (bytes === null) throw new BrokenStream(this.#notStored(`its config ${entry.config}`));
      const id = digestOf(bytes);
      if (entry.configDigest !== null && entry.configDigest !== id) {
        throw new BrokenStream(`its config ${entry.config} is not what its digest says`);
      }
      const config = parseImageConfig(bytes);
      if (this.choice.wanted !== null && !matchesPlatform(config, this.choice.wanted)) {
        this.#excluded.push({ reference: displayOf(names, id), reason: otherPlatform(config, this.choice) });
        return;
      }
      let size = 0;
      for (const layer of entry.layers) size += (await this.documents.size(layer)) ?? 0;
      this.#add({ id, references: names, digests: [], config, layers: entry.layers, size, attestations: [] });
    });
  }

  #add(image: StoredImage): void {
    const foreign = foreignSystemReason(image.config.os, image.config.architecture);
    if (foreign !== null) {
      this.#excluded.push({ reference: displayOf(image.references, image.id), reason: foreign });
      return;
    }
    const { diffIds } = image.config;
    if (diffIds.length !== image.layers.length) {
      throw new BrokenStream(`its config names ${diffIds.length} layers, its manifest ${image.layers.length}`);
    }
    const before = this.#images.get(image.id) ?? { ...image, references: [], digests: [], attestations: [] };
    this.#images.set(image.id, {
      ...before,
      references: tidyReferences([...before.references, ...image.references]),
      digests: [...new Set([...before.digests, ...image.digests])],
      attestations: [...before.attestations, ...image.attestations],
    });
  }

  #notStored(what: string): string {
    const { damage } = this.documents;
    return damage === null
      ? `${what} is not stored here`
      : `${what} is missing, for the archive cannot be read to its end: ${damage}`;
  }

  /** A broken image is one of the answers; the others go on. */
  async #attempt(root: Pick<Root, "digest" | "names">, add: () => Promise<void>): Promise<void> {
    try {
      await add();
    } catch (error) {
      if (!(error instanceof BrokenStream)) throw error;
      this.#break(root, error.message);
    }
  }

  #break({ digest, names }: Pick<Root, "digest" | "names">, cause: string): void {
    const references = tidyReferences(names);
    this.#broken.push({ key: `unreadable/${this.#broken.length}/${digest}`, references, digests: [digest], cause });
  }

  finish(): Catalogue {
    const order = (a: { references: readonly string[]; id: string }, b: typeof a) =>
      compareText(a.references[0] ?? "\uffff", b.references[0] ?? "\uffff") || compareText(a.id, b.id);
    return {
      images: [...this.#images.values()].sort(order),
      broken: this.#broken,
      excluded: this.#excluded.sort((a, b) => compareText(a.reference, b.reference) || compareText(a.reason, b.reason)),
    };
  }
}

/**
 * Entries of index.json that are one image: an index by itself; manifests of one name where their platforms differ, as
 * writers without nested indexes have them; every other manifest by itself.
 */
function groupRoots(roots: readonly Root[]): Root[][] {
  const groups: Root[][] = [];
  const flat = new Map<string, Root[]>();
  for (const root of roots) {
    const [only] = root.candidates;
    if (root.isIndex || root.cause !== null || only === undefined) groups.push([root]);
    else flat.set(root.names.join(" "), [...(flat.get(root.names.join(" ")) ?? []), root]);
  }
  for (const group of flat.values()) {
    const platforms = new Set(
      group.map(({ candidates: [only] }) => `${only?.platform?.os}/${only?.platform?.architecture}`),
    );
    if (platforms.size > 1) groups.push(group);
    else groups.push(...group.map((root) => [root]));
  }
  return groups;
}

function rootOf(group: readonly Root[], { digest }: Candidate): Pick<Root, "digest" | "names"> {
  const root = group.find(({ candidates }) => candidates.some((one) => one.digest === digest));
  return root ?? { digest, names: [] };
}

function rootName(group: readonly Root[]): string {
  const [first] = group;
  return displayOf(first?.names ?? [], first?.digest ?? "");
}

function displayOf(names: readonly string[], otherwise: string): string {
  const [first] = names;
  return first === undefined ? otherwise : familiarName(first);
}
