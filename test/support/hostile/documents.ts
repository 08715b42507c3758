// Archives whose documents lie: digests, kinds, sizes, shapes. Each holds the image `good:1`, whole, and `bad:1`.
import { gzipSync } from "node:zlib";
import {
  addBlob,
  addIndex,
  addManifest,
  archiveOf,
  blobName,
  type Descriptor,
  type Files,
  file,
  image,
  jsonBytes,
  layoutOf,
  mediaTypes,
} from "../image-builder.ts";

export interface HostileArchive {
  readonly name: string;
  readonly files: () => Files;
  /** The failure of the bad image; null = it is read, or left out with the reason `excluded`. */
  readonly fails: RegExp | null;
  readonly excluded?: RegExp;
}

export const good = image().layer(file("/etc/os-release", "ID=debian\n")).tag("good:1");
export const bad = image()
  .layer(file("/app", "hello"))
  .layer(file("/more", "x".repeat(2000)))
  .tag("bad:1");

const refName = (name: string) => ({ annotations: { "org.opencontainers.image.ref.name": name } });
const replaced = (files: Files, name: string, bytes: Uint8Array): Files => new Map(files).set(name, bytes);
const without = (files: Files, name: string): Files => new Map([...files].filter(([key]) => key !== name));
const both = () => archiveOf([good, bad]);
const layer = (at: number) => blobName(bad.diffIds[at] ?? "");

/** A layout of the good image and of whatever `make` adds under the name `bad:1`. */
function beside(make: (files: Map<string, Uint8Array>) => Descriptor): Files {
  const files = new Map(layoutOf([]));
  const roots = [
    { ...addManifest(files, good), ...refName("good:1") },
    { ...make(files), ...refName("bad:1") },
  ];
  files.set("index.json", jsonBytes({ schemaVersion: 2, manifests: roots }));
  return files;
}

/** The bad image with a config of these very bytes. */
function withConfig(bytes: Uint8Array): Files {
  return beside((files) => {
    const config = addBlob(files, mediaTypes.config, bytes);
    return addBlob(files, mediaTypes.manifest, jsonBytes({ schemaVersion: 2, config, layers: [] }));
  });
}

function configWith(key: string, json: string): Uint8Array {
  return Buffer.from(`{"os":"linux","architecture":"amd64","rootfs":{"diff_ids":[]},"config":{"${key}":${json}}}`);
}

/** Indexes in indexes, so many. */
function nestedIndexes(depth: number): Files {
  return beside((files) => {
    let inner = addManifest(files, bad);
    for (let level = 0; level < depth; level++) inner = addIndex(files, [inner]);
    return inner;
  });
}

/** An index that names itself: its digest cannot be right, since it would have to hold its own hash. */
function circle(): Files {
  return beside((files) => {
    const digest = `sha256:${"c".repeat(64)}`;
    const self = { mediaType: mediaTypes.index, digest, size: 100 };
    files.set(blobName(digest), jsonBytes({ schemaVersion: 2, manifests: [self] }));
    return self;
  });
}

export const hostileArchives: readonly HostileArchive[] = [
  {
    name: "a layer that is not what its digest says",
    files: () => replaced(both(), layer(1), image().layer(file("/other", "x")).layers[0] ?? new Uint8Array()),
    fails: /^bad:1: layer 2 of 2: .*not what its digest says/,
  },
  {
    name: "a compressed layer that is not what its digest says",
    files: () => {
      const files = layoutOf([good, bad], { compression: "gzip" });
      const name = [...files.keys()].filter((key) => files.get(key)?.[0] === 0x1f)[1] ?? "";
      return replaced(files, name, gzipSync(bad.layers[1] ?? new Uint8Array()));
    },
    fails: /^bad:1: layer 1 of 2: the stored bytes are not what their digest says/,
  },
  {
    name: "a config that is not what its digest says",
    files: () => replaced(both(), blobName(bad.id), good.configBytes),
    fails: /^bad:1: .*is not what its digest says/,
  },
  {
    name: "a manifest that names a missing layer, as Engine 29 writes them",
    files: () => without(both(), layer(0)),
    fails: /^bad:1: layer 1 of 2: it is missing/,
  },
  {
    name: "a manifest that names a missing config",
    files: () => without(both(), blobName(bad.id)),
    fails: /^bad:1: its config sha256:\w+ is not stored here/,
  },
  { name: "indexes nested too deep", files: () => nestedIndexes(7), fails: /^bad:1: indexes are nested too deep/ },
  { name: "an index that names itself", files: circle, fails: /^bad:1: .*is not what its digest says/ },
  {
    name: "a layer whose kind says gzip and that is plain",
    files: () =>
      beside((files) => {
        const layers = bad.layers.map((bytes) => addBlob(files, `${mediaTypes.layer}+gzip`, bytes));
        const config = addBlob(files, mediaTypes.config, bad.configBytes);
        return addBlob(files, mediaTypes.manifest, jsonBytes({ schemaVersion: 2, config, layers }));
      }),
    fails: null,
  },
  {
    name: "a config of an unknown kind",
    files: () =>
      beside((files) => {
        const config = addBlob(files, "application/x-evil", bad.configBytes);
        return addBlob(files, mediaTypes.manifest, jsonBytes({ schemaVersion: 2, config, layers: [] }));
      }),
    fails: null,
    excluded: /artifact of type application\/x-evil/,
  },
  {
    name: "a manifest that is an index as well",
    files: () =>
      beside((files) => addBlob(files, mediaTypes.index, jsonBytes({ manifests: [], layers: [], config: {} }))),
    fails: /^bad:1: .*is both an index and a manifest/,
  },
  {
    name: "a digest that is a path",
    files: () =>
      beside((files) => {
        const config = addBlob(files, mediaTypes.config, bad.configBytes);
        const layers = [{ mediaType: mediaTypes.layer, digest: "sha256:../../../../etc/passwd", size: 1 }];
        return addBlob(files, mediaTypes.manifest, jsonBytes({ schemaVersion: 2, config, layers }));
      }),
    fails: /^bad:1: a blob is named "sha256:\.\.\/.*not by a SHA-256/,
  },
  {
    name: "a config that is no JSON",
    files: () => withConfig(Buffer.from("[".repeat(40))),
    fails: /^bad:1: the image config is no JSON/,
  },
  {
    name: "a config nested a million deep",
    files: () => withConfig(configWith("Volumes", `{"a":${"[".repeat(1e6)}${"]".repeat(1e6)}}`)),
    fails: /^bad:1: the image config is nested deeper than 64 levels/,
  },
  {
    name: "a config with a million variables",
    files: () => withConfig(configWith("Env", `[${'"A=",'.repeat(1e6)}"B="]`)),
    fails: /^bad:1: the image config holds more than 100000 values/,
  },
  {
    name: "a config with 90,000 variables that are none",
    files: () => withConfig(configWith("Env", `[${"1,".repeat(90_000)}1]`)),
    fails: /^bad:1: the image config is malformed: config\.Env\.0/,
  },
  {
    name: "a config of 9 MB",
    files: () => withConfig(configWith("User", `"${"x".repeat(9 * 1024 * 1024)}"`)),
    fails: /^bad:1: .*has \d+ bytes, too many for a document/,
  },
  {
    name: "a layer list of 20,000",
    files: () =>
      beside((files) => {
        const config = addBlob(files, mediaTypes.config, bad.configBytes);
        const layers = Array.from({ length: 20_000 }, () => ({ digest: `sha256:${"0".repeat(64)}`, size: 1 }));
        return addBlob(files, mediaTypes.manifest, jsonBytes({ schemaVersion: 2, config, layers }));
      }),
    fails: /^bad:1: the document sha256:\w+ is malformed: layers/,
  },
];
