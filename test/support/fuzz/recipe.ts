// Builds an archive step by step, each step's bytes handed to an editor before the next one uses them: digests above are
// then right for what was changed below, so that a change reaches the code behind all checks.
import { type Compression, compress } from "../compress.ts";
import { addBlob, type Descriptor, jsonBytes, mediaTypes, sha256, toTar } from "../image-builder.ts";

/** Where bytes can be changed: the last two are what lies on disk, where no digest is put right any more. */
export const sites = [
  "layer",
  "packed-layer",
  "config",
  "manifest",
  "index",
  "docker-manifest",
  "archive",
  "packed-archive",
] as const;
export type Site = (typeof sites)[number];
export type Edit = (site: Site, bytes: Uint8Array) => Uint8Array;

/** An image before it is put into an archive. */
export interface Draft {
  readonly layers: readonly Uint8Array[];
  /** Everything of the config but the diff ids, which follow from the layers. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly tag: string;
}
export interface Form {
  readonly layout: "legacy" | "oci" | "docker";
  /** Of each layer. */
  readonly layer?: Compression;
  /** Of the whole archive. */
  readonly archive?: Compression;
  /** Manifests below an index of their own: two platforms and an attestation. */
  readonly platforms?: boolean;
}

/** The bytes of an archive of this form, every step passed through `edit`. */
export function bake(drafts: readonly Draft[], form: Form, edit: Edit): Uint8Array {
  const files = new Map<string, Uint8Array>();
  if (form.layout === "legacy") legacy(files, drafts, edit);
  else layout(files, drafts, form, edit);
  const packing = form.archive ?? "none";
  return edit("packed-archive", compress(edit("archive", toTar(files)), packing));
}

function configOf(draft: Draft, layers: readonly Uint8Array[], edit: Edit): Uint8Array {
  const rootfs = { type: "layers", diff_ids: layers.map(sha256) };
  return edit("config", jsonBytes({ ...draft.config, rootfs }));
}

function legacy(files: Map<string, Uint8Array>, drafts: readonly Draft[], edit: Edit): void {
  const entries = drafts.map((draft) => {
    const layers = draft.layers.map((bytes) => edit("layer", bytes));
    const names = layers.map((bytes) => {
      const folder = sha256(Buffer.from(sha256(bytes))).slice(7);
      files.set(`${folder}/VERSION`, Buffer.from("1.0"));
      files.set(`${folder}/layer.tar`, bytes);
      return `${folder}/layer.tar`;
    });
    const config = configOf(draft, layers, edit);
    const name = `${sha256(config).slice(7)}.json`;
    files.set(name, config);
    return { Config: name, RepoTags: [draft.tag], Layers: names };
  });
  files.set("manifest.json", edit("docker-manifest", jsonBytes(entries)));
}

function layout(files: Map<string, Uint8Array>, drafts: readonly Draft[], form: Form, edit: Edit): void {
  files.set("oci-layout", jsonBytes({ imageLayoutVersion: "1.0.0" }));
  const packing = form.layer ?? "none";
  const suffix = packing === "none" ? "" : `+${packing}`;
  const entries: object[] = [];
  const roots = drafts.map((draft) => {
    const layers = draft.layers.map((bytes) => edit("layer", bytes));
    const blobs = layers.map((bytes) =>
      addBlob(files, mediaTypes.layer + suffix, edit("packed-layer", compress(bytes, packing))),
    );
    const config = addBlob(files, mediaTypes.config, configOf(draft, layers, edit));
    const manifest = manifestOf(files, config, blobs, edit);
    const root = form.platforms === true ? nested(files, manifest, config, edit) : manifest;
    const name = (digest: string) => `blobs/sha256/${digest.slice(7)}`;
    entries.push({
      Config: name(config.digest),
      RepoTags: [draft.tag],
      Layers: blobs.map(({ digest }) => name(digest)),
    });
    return { ...root, annotations: { "org.opencontainers.image.ref.name": draft.tag } };
  });
  if (form.layout === "docker") files.set("manifest.json", edit("docker-manifest", jsonBytes(entries)));
  files.set("index.json", edit("index", indexBytes(roots)));
}

function manifestOf(
  files: Map<string, Uint8Array>,
  config: Descriptor,
  layers: readonly Descriptor[],
  edit: Edit,
): Descriptor {
  const bytes = jsonBytes({ schemaVersion: 2, mediaType: mediaTypes.manifest, config, layers });
  return addBlob(files, mediaTypes.manifest, edit("manifest", bytes));
}

/** One index with the manifest, the same for another platform, and an attestation of the first. */
function nested(files: Map<string, Uint8Array>, manifest: Descriptor, config: Descriptor, edit: Edit): Descriptor {
  const statement = {
    ...addBlob(files, "application/vnd.in-toto+json", jsonBytes({ _type: "https://in-toto.io/Statement/v0.1" })),
    annotations: { "in-toto.io/predicate-type": "https://slsa.dev/provenance/v0.2" },
  };
  const attestation = {
    ...manifestOf(files, config, [statement], edit),
    platform: { os: "unknown", architecture: "unknown" },
    annotations: {
      "vnd.docker.reference.type": "attestation-manifest",
      "vnd.docker.reference.digest": manifest.digest,
    },
  };
  const manifests = [
    { ...manifest, platform: { os: "linux", architecture: "amd64" } },
    { ...manifest, platform: { os: "linux", architecture: "arm64" } },
    attestation,
  ];
  return addBlob(files, mediaTypes.index, edit("index", indexBytes(manifests)));
}

function indexBytes(manifests: readonly object[]): Uint8Array {
  return jsonBytes({ schemaVersion: 2, mediaType: mediaTypes.index, manifests });
}
