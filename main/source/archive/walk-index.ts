// From index.json down to manifests: nested indexes, attestation manifests beside their image, artifacts that are no
// image. OCI image specification, "image-layout" and "image-index"; BuildKit "attestation storage".
import { throwIfAborted } from "../../abort.ts";
import { BrokenStream } from "../../tar/broken-stream.ts";
import { parseImageConfig } from "../image-config.ts";
import type { PlatformParts } from "../platform.ts";
import { annotatedName } from "../reference-names.ts";
import { type Documents, parseDocument, readBlobDocument } from "./documents.ts";
import {
  attestedDigest,
  type Descriptor,
  Index,
  type Manifest,
  parseManifestOrIndex,
  statedPlatform,
} from "./oci-documents.ts";

/** One manifest that an index leads to. */
export interface Candidate {
  readonly digest: string;
  /** Its own digest and those of the indexes above it, any of which an engine may call the image by. */
  readonly digests: readonly string[];
  /** null = the index names it, but it is not stored. */
  readonly manifest: Manifest | null;
  /** As its descriptor states it, else as its config does; null when neither can be read. */
  readonly platform: PlatformParts | null;
}

/** What one entry of index.json leads to. */
export interface Root {
  readonly digest: string;
  readonly names: readonly string[];
  readonly candidates: readonly Candidate[];
  /** Whether the entry is an index: its manifests are one image for several platforms. */
  readonly isIndex: boolean;
  /** Why it could not be followed. */
  readonly cause: string | null;
}

export interface Attestation {
  readonly kind: string;
  readonly digest: string;
}

export interface IndexWalk {
  readonly roots: readonly Root[];
  /** By the digest of the manifest that they speak of. */
  readonly attestations: ReadonlyMap<string, readonly Attestation[]>;
}

const maxDepth = 5;
const maxVisited = 20_000;

/** Follows index.json; null when there is none. A root that cannot be followed has its `cause`. Throws BrokenStream. */
export async function walkIndex(documents: Documents, signal: AbortSignal): Promise<IndexWalk | null> {
  const bytes = await documents.read("index.json", signal);
  if (bytes === null) return null;
  const { manifests } = parseDocument(bytes, Index, "index.json");
  const walker = new Walker(documents, signal);
  const byDigest = new Map<string, { readonly descriptor: Descriptor; readonly names: string[] }>();
  for (const descriptor of manifests) {
    const known = byDigest.get(descriptor.digest) ?? { descriptor, names: [] };
    byDigest.set(descriptor.digest, known);
    const name = annotatedName(descriptor.annotations);
    if (name !== null) known.names.push(name);
  }
  const roots: Root[] = [];
  for (const { descriptor, names } of byDigest.values()) {
    const root = await walker.root(descriptor, names);
    if (root !== null) roots.push(root);
  }
  return { roots, attestations: walker.attestations };
}

class Walker {
  readonly attestations = new Map<string, Attestation[]>();
  #visited = 0;

  constructor(
    private readonly documents: Documents,
    private readonly signal: AbortSignal,
  ) {}

  /** null for an attestation, which is kept beside what it speaks of. */
  async root(descriptor: Descriptor, names: readonly string[]): Promise<Root | null> {
    const { digest } = descriptor;
    try {
      const candidates = await this.follow(descriptor, []);
      if (candidates === null) return null;
      const isIndex = candidates.some((one) => one.digest !== digest) || candidates.length !== 1;
      return { digest, names, candidates, isIndex, cause: null };
    } catch (error) {
      if (!(error instanceof BrokenStream)) throw error;
      return { digest, names, candidates: [], isIndex: false, cause: error.message };
    }
  }

  private async follow(descriptor: Descriptor, above: readonly string[]): Promise<Candidate[] | null> {
    throwIfAborted(this.signal);
    if (above.length >= maxDepth || above.includes(descriptor.digest))
      throw new BrokenStream("indexes are nested too deep");
    if (++this.#visited > maxVisited) throw new BrokenStream("the indexes name too many manifests");
    const { digest } = descriptor;
    const digests = [digest, ...above];
    const bytes = await readBlobDocument(this.documents, digest, this.signal);
    const attested = attestedDigest(descriptor);
    if (bytes === null) {
      return attested === null ? [{ digest, digests, manifest: null, platform: statedPlatform(descriptor) }] : null;
    }
    const document = parseManifestOrIndex(bytes, `the document ${digest}`);
    if (document.kind === "index") {
      const below: Candidate[] = [];
      for (const child of document.index.manifests) below.push(...((await this.follow(child, digests)) ?? []));
      return below;
    }
    if (attested !== null) {
      this.attestations.set(attested, [
        ...(this.attestations.get(attested) ?? []),
        ...statements(digest, document.manifest),
      ]);
      return null;
    }
    const platform = statedPlatform(descriptor) ?? (await this.configPlatform(document.manifest));
    return [{ digest, digests, manifest: document.manifest, platform }];
  }

  private async configPlatform({ config }: Manifest): Promise<PlatformParts | null> {
    try {
      const bytes = await readBlobDocument(this.documents, config.digest, this.signal);
      return bytes === null ? null : parseImageConfig(bytes);
    } catch (error) {
      if (error instanceof BrokenStream) return null;
      throw error;
    }
  }
}

/** One entry for each in-toto statement, by its predicate type. */
function statements(digest: string, { layers }: Manifest): Attestation[] {
  if (layers.length === 0) return [{ kind: "attestation-manifest", digest }];
  return layers.map((layer) => ({
    kind: layer.annotations?.["in-toto.io/predicate-type"] ?? layer.mediaType ?? "attestation-manifest",
    digest: layer.digest,
  }));
}
