// Builds images for tests from words: layers, config, history, tags; as the files of a docker save archive (old and new
// form) or of an OCI layout. Forms: moby "image/spec/v1.2", OCI image specification "image-layout".
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { memorySource as sourceOfFiles } from "../../main/source/archive/memory-source.ts";
import type { ImageSource } from "../../main/source/image-source.ts";
import { type NewMember, writeTar } from "../../main/tar/write-tar.ts";
import { type Compression, compress } from "./compress.ts";

export { device, dir, fifo, file, hardlink, opaque, symlink, whiteout } from "./tar-entries.ts";

/** File name -> bytes, in the order in which an archive has them. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Keys of `config` in a docker image config. */
export type DockerConfig = Readonly<Record<string, unknown>>;

export interface HistoryLine {
  readonly created_by: string;
  readonly created?: string;
  readonly comment?: string;
  readonly empty_layer?: boolean;
}

export interface BuiltImage {
  /** Uncompressed layer tars, lowest first. */
  readonly layers: readonly Uint8Array[];
  readonly diffIds: readonly string[];
  readonly configBytes: Uint8Array;
  /** `sha256:...` of the config: the image id. */
  readonly id: string;
  readonly tags: readonly string[];
  readonly os: string;
  readonly architecture: string;
}

export interface ImageBuilder extends BuiltImage {
  /** A layer of these members. */
  layer(...members: readonly NewMember[]): ImageBuilder;
  /** A layer of these very bytes, also when they are no tar. */
  rawLayer(bytes: Uint8Array): ImageBuilder;
  config(config: DockerConfig): ImageBuilder;
  /** Keys beside `config`: `created`, `variant`, `rootfs` ... replace what the builder wrote. */
  top(keys: Readonly<Record<string, unknown>>): ImageBuilder;
  history(lines: readonly HistoryLine[]): ImageBuilder;
  tag(...tags: readonly string[]): ImageBuilder;
  platform(os: string, architecture: string): ImageBuilder;
  /** Files of what `docker save` writes. */
  dockerArchive(options?: ArchiveOptions): Files;
  ociLayout(options?: LayoutOptions): Files;
}

export interface ArchiveOptions {
  /** `legacy`: ID/layer.tar and manifest.json last (before 25); `blobs`: blobs/sha256/... with an index (25 and newer). */
  readonly era?: "legacy" | "blobs";
}
export interface LayoutOptions {
  readonly compression?: Compression;
  /** An attestation manifest beside each image, as BuildKit writes it. */
  readonly attestation?: boolean;
}

interface State {
  readonly layers: readonly Uint8Array[];
  readonly config: DockerConfig;
  readonly top: Readonly<Record<string, unknown>>;
  readonly history: readonly HistoryLine[] | null;
  readonly tags: readonly string[];
  readonly os: string;
  readonly architecture: string;
}

/** An image of no layers for linux/amd64; every word returns a new one. */
export function image(): ImageBuilder {
  return build({ layers: [], config: {}, top: {}, history: null, tags: [], os: "linux", architecture: "amd64" });
}

export function sha256(bytes: Uint8Array): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

function build(state: State): ImageBuilder {
  const diffIds = state.layers.map(sha256);
  const history = state.history ?? state.layers.map((_, at) => ({ created_by: `COPY layer-${at} / # buildkit` }));
  const configBytes = jsonBytes({
    created: "2026-01-01T00:00:00Z",
    architecture: state.architecture,
    os: state.os,
    config: state.config,
    rootfs: { type: "layers", diff_ids: diffIds },
    history,
    ...state.top,
  });
  const built = {
    layers: state.layers,
    diffIds,
    configBytes,
    id: sha256(configBytes),
    tags: state.tags,
    os: state.os,
    architecture: state.architecture,
  };
  return {
    ...built,
    layer: (...members) => build({ ...state, layers: [...state.layers, writeTar(members)] }),
    rawLayer: (bytes) => build({ ...state, layers: [...state.layers, bytes] }),
    config: (config) => build({ ...state, config: { ...state.config, ...config } }),
    top: (keys) => build({ ...state, top: { ...state.top, ...keys } }),
    history: (lines) => build({ ...state, history: lines }),
    tag: (...tags) => build({ ...state, tags: [...state.tags, ...tags] }),
    platform: (os, architecture) => build({ ...state, os, architecture }),
    dockerArchive: (options) => archiveOf([built], options),
    ociLayout: (options) => layoutOf([built], options),
  };
}

/** Several images in one docker save archive; a layer they share is stored once. */
export function archiveOf(images: readonly BuiltImage[], { era = "blobs" }: ArchiveOptions = {}): Files {
  if (era === "legacy") return legacyArchive(images);
  const files = new Map(layoutOf(images));
  files.set("manifest.json", dockerManifest(images, blobName, blobName));
  return files;
}

function legacyArchive(images: readonly BuiltImage[]): Files {
  const files = new Map<string, Uint8Array>();
  const layerName = (diffId: string) => `${sha256(Buffer.from(diffId)).slice(7)}/layer.tar`;
  for (const built of images) {
    for (const [at, bytes] of built.layers.entries()) {
      const name = layerName(built.diffIds[at] ?? "");
      files.set(name.replace("layer.tar", "VERSION"), Buffer.from("1.0"));
      files.set(name.replace("layer.tar", "json"), jsonBytes({ id: name.slice(0, 64) }));
      files.set(name, bytes);
    }
    files.set(`${built.id.slice(7)}.json`, built.configBytes);
  }
  files.set(
    "manifest.json",
    dockerManifest(images, (id) => `${id.slice(7)}.json`, layerName),
  );
  return files;
}

function dockerManifest(
  images: readonly BuiltImage[],
  configName: (id: string) => string,
  layerName: (diffId: string) => string,
): Uint8Array {
  return jsonBytes(
    images.map(({ id, tags, diffIds }) => ({
      Config: configName(id),
      RepoTags: tags.length === 0 ? null : tags,
      Layers: diffIds.map(layerName),
    })),
  );
}

/** Several images in one OCI layout. */
export function layoutOf(images: readonly BuiltImage[], options: LayoutOptions = {}): Files {
  const files = new Map<string, Uint8Array>([["oci-layout", jsonBytes({ imageLayoutVersion: "1.0.0" })]]);
  const roots = images.flatMap((built) => {
    const manifest = addManifest(files, built, options.compression ?? "none");
    const root = options.attestation === true ? addAttested(files, manifest) : manifest;
    const names = built.tags.map((tag) => ({ ...root, annotations: { "org.opencontainers.image.ref.name": tag } }));
    return names.length === 0 ? [root] : names;
  });
  files.set("index.json", jsonBytes({ schemaVersion: 2, mediaType: mediaTypes.index, manifests: roots }));
  return files;
}

export const mediaTypes = {
  index: "application/vnd.oci.image.index.v1+json",
  manifest: "application/vnd.oci.image.manifest.v1+json",
  config: "application/vnd.oci.image.config.v1+json",
  layer: "application/vnd.oci.image.layer.v1.tar",
} as const;

export interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  readonly platform?: { readonly os: string; readonly architecture: string };
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Stores `bytes` as a blob and describes it. */
export function addBlob(files: Map<string, Uint8Array>, mediaType: string, bytes: Uint8Array): Descriptor {
  const digest = sha256(bytes);
  files.set(blobName(digest), bytes);
  return { mediaType, digest, size: bytes.length };
}

/** Stores an image's blobs and manifest; the answer describes the manifest. */
export function addManifest(
  files: Map<string, Uint8Array>,
  built: BuiltImage,
  compression: Compression = "none",
): Descriptor {
  const suffix = compression === "none" ? "" : `+${compression}`;
  const layers = built.layers.map((bytes) => addBlob(files, mediaTypes.layer + suffix, compress(bytes, compression)));
  const config = addBlob(files, mediaTypes.config, built.configBytes);
  const manifest = { schemaVersion: 2, mediaType: mediaTypes.manifest, config, layers };
  const { os, architecture } = built;
  return { ...addBlob(files, mediaTypes.manifest, jsonBytes(manifest)), platform: { os, architecture } };
}

/** An index of these manifests; the answer describes the index. */
export function addIndex(files: Map<string, Uint8Array>, manifests: readonly Descriptor[]): Descriptor {
  return addBlob(files, mediaTypes.index, jsonBytes({ schemaVersion: 2, mediaType: mediaTypes.index, manifests }));
}

function addAttested(files: Map<string, Uint8Array>, manifest: Descriptor): Descriptor {
  const statement = addBlob(
    files,
    "application/vnd.in-toto+json",
    jsonBytes({ _type: "https://in-toto.io/Statement/v0.1" }),
  );
  const predicate = { ...statement, annotations: { "in-toto.io/predicate-type": "https://slsa.dev/provenance/v0.2" } };
  const config = addBlob(files, mediaTypes.config, jsonBytes({ architecture: "unknown", os: "unknown" }));
  const attestation = {
    ...addBlob(
      files,
      mediaTypes.manifest,
      jsonBytes({ schemaVersion: 2, mediaType: mediaTypes.manifest, config, layers: [predicate] }),
    ),
    platform: { os: "unknown", architecture: "unknown" },
    annotations: {
      "vnd.docker.reference.type": "attestation-manifest",
      "vnd.docker.reference.digest": manifest.digest,
    },
  };
  return addIndex(files, [manifest, attestation]);
}

export function blobName(digest: string): string {
  return `blobs/sha256/${digest.slice("sha256:".length)}`;
}

export function jsonBytes(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}

/** The files as one tar, in their order. */
export function toTar(files: Files): Uint8Array {
  const members = [...files].map(([path, content]): NewMember => {
    return { path, type: "file", mode: 0o644, uid: 0, gid: 0, mtime: 0, content };
  });
  return writeTar(members);
}

/** The files as a folder. */
export async function writeFolder(files: Files, folder: string): Promise<void> {
  for (const [name, content] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

/** A source that holds these images and nothing else. */
export function memorySource(images: readonly BuiltImage[]): ImageSource {
  return sourceOfFiles(archiveOf(images), { kind: "archive", name: "memory" });
}
