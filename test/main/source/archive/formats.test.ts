// The forms that archives and layouts of images come in, one row each, read as an audit reads them: what is listed, what is
// left out, and the facts of the layers. Single traits of these forms are in archives.test.ts.
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { writeTar } from "../../../../main/tar/write-tar.ts";
import { selectImages } from "../../../../shared/reference.ts";
import { compress, zstdStored } from "../../../support/compress.ts";
import {
  addBlob,
  addIndex,
  addManifest,
  archiveOf,
  blobName,
  type Files,
  file,
  image,
  jsonBytes,
  layoutOf,
  mediaTypes,
  symlink,
  toTar,
} from "../../../support/image-builder.ts";
import { type ReadImages, readPlace } from "../../../support/read-images.ts";

const base = image().layer(file("/etc/os-release", "ID=debian\nVERSION_ID=12\n"), file("/big", "x".repeat(50_000)));
const shop = base.layer(file("/usr/bin/shop", "s", { mode: 0o4755 })).tag("shop:1");
const blog = base.layer(file("/usr/bin/blog", "b", { mode: 0o4755 })).tag("blog:1", "team/blog:2");
const arm = image()
  .layer(file("/usr/bin/arm", "a", { mode: 0o4755 }))
  .platform("linux", "arm64");

/** An image as far as this table looks: its names, its system, its setuid file (one an image), its layers. */
function told({ inspected }: ReadImages): string[] {
  return inspected.map(({ image: { references, layers }, facts }) => {
    const setuid = facts.files.setuid.map(({ path, layer }) => `${path}@${layer}`);
    return `${references.join(",")} ${facts.os?.id ?? "-"} ${setuid.join(",")} of ${layers.length}`;
  });
}
const shopTold = "shop:1 debian /usr/bin/shop@1 of 2";
const blogTold = "blog:1,team/blog:2 debian /usr/bin/blog@1 of 2";

/** A layout whose index.json names what `make` stores. */
function layoutWith(make: (files: Map<string, Uint8Array>) => readonly object[]): Files {
  const files = new Map(layoutOf([]));
  files.set("index.json", jsonBytes({ schemaVersion: 2, manifests: make(files) }));
  return files;
}

/** The old form, in which a layer that an earlier image of the same archive has is a link to that one's. */
function legacyWithLinks(): Uint8Array {
  const members = [...archiveOf([shop, blog], { era: "legacy" })].map(([name, content]) => ({
    ...file(name),
    content,
  }));
  const layers = members.filter(({ path }) => path.endsWith("/layer.tar"));
  const [shared] = layers;
  if (shared === undefined) throw new Error("an archive without layers");
  const own = { ...shared, path: "stored/layer.tar" };
  const link = symlink(shared.path, "../stored/layer.tar");
  return writeTar([own, ...members.filter(({ path }) => path !== shared.path), link]);
}

const multi = layoutWith((files) => {
  const index = addIndex(files, [addManifest(files, arm), addManifest(files, shop)]);
  return [{ ...index, annotations: { "org.opencontainers.image.ref.name": "multi:1" } }];
});

/** One image whose layers are stored plain, as gzip and as zstd. */
function mixed(): Files {
  const three = blog.layer(file("/usr/bin/third", "t", { mode: 0o2755 }));
  return layoutWith((files) => {
    const forms = ["none", "gzip", "zstd"] as const;
    const layers = three.layers.map((bytes, at) => {
      const form = forms[at] ?? "none";
      const type = form === "none" ? mediaTypes.layer : `${mediaTypes.layer}+${form}`;
      return addBlob(files, type, compress(bytes, form));
    });
    const config = addBlob(files, mediaTypes.config, three.configBytes);
    return [addBlob(files, mediaTypes.manifest, jsonBytes({ schemaVersion: 2, config, layers }))];
  });
}

/** Docker 25 and newer: the layout's index names the images by annotation, manifest.json says the same once more. */
function bothIndexes(): Files {
  const files = new Map(archiveOf([shop, blog]));
  files.set(
    "index.json",
    jsonBytes({
      schemaVersion: 2,
      mediaType: mediaTypes.index,
      manifests: [shop, blog].flatMap((built) =>
        built.tags.map((tag) => ({
          ...addManifest(files, built),
          annotations: { "io.containerd.image.name": `docker.io/${tag.includes("/") ? tag : `library/${tag}`}` },
        })),
      ),
    }),
  );
  return files;
}

const untagged = base.layer(file("/usr/bin/none", "n", { mode: 0o4755 }));

interface Row {
  readonly what: string;
  readonly place: () => Uint8Array | Files;
  readonly platform?: string;
  readonly images: readonly string[];
  readonly excluded?: readonly string[];
  readonly also?: (read: ReadImages) => void;
}

const rows: readonly Row[] = [
  {
    what: "docker save of the old form: manifest.json and ID/layer.tar",
    place: () => toTar(archiveOf([shop], { era: "legacy" })),
    images: [shopTold],
  },
  { what: "the old form with layers that are links to others", place: legacyWithLinks, images: [blogTold, shopTold] },
  {
    what: "docker save of BuildKit and containerd: an OCI layout with both indexes",
    place: () => toTar(bothIndexes()),
    images: [blogTold, shopTold],
  },
  {
    what: "several images in one archive, a shared layer stored and read once",
    place: () => toTar(archiveOf([shop, blog, untagged])),
    images: [blogTold, shopTold, " debian /usr/bin/none@1 of 2"],
    also: ({ bytes }) => {
      const once = new Set([shop, blog, untagged].flatMap(({ layers }) => layers));
      expect(bytes).toBe([...once].reduce((sum, layer) => sum + layer.length, 0));
    },
  },
  { what: "an OCI layout as a tar", place: () => toTar(layoutOf([shop, blog])), images: [blogTold, shopTold] },
  { what: "an OCI layout as a folder", place: () => layoutOf([shop, blog]), images: [blogTold, shopTold] },
  {
    what: "an index for several platforms: this machine's is the image, the others are listed",
    place: () => multi,
    images: ["multi:1 debian /usr/bin/shop@1 of 2"],
    excluded: ["multi:1 (linux/arm64): other platform: linux/arm64"],
  },
  {
    what: "the same with another platform chosen",
    place: () => toTar(multi),
    platform: "linux/arm64",
    images: ["multi:1 - /usr/bin/arm@0 of 1"],
    excluded: ["multi:1 (linux/amd64): other platform: linux/amd64, not linux/arm64"],
  },
  {
    what: "attestation manifests: kept, never an image",
    place: () => layoutOf([shop], { attestation: true, compression: "gzip" }),
    images: [shopTold],
    also: ({ inspected }) => {
      const [attestation] = inspected[0]?.image.attestations ?? [];
      expect(attestation).toEqual({
        kind: "https://slsa.dev/provenance/v0.2",
        digest: expect.stringMatching(/^sha256:/),
      });
    },
  },
  {
    what: "an archive by digest only, without any tag",
    place: () => toTar(layoutOf([untagged])),
    images: [" debian /usr/bin/none@1 of 2"],
    also: ({ listed }) => expect(listed[0]).toMatchObject({ id: untagged.id, references: [], dangling: false }),
  },
  {
    what: "layers plain, as gzip and as zstd in one image",
    place: mixed,
    images: [" debian /usr/bin/blog@1 of 3"],
    also: ({ inspected }) =>
      expect(inspected[0]?.facts.files.setgid).toMatchObject([{ path: "/usr/bin/third", layer: 2 }]),
  },
  { what: "a docker archive, gzip around it", place: () => gzipSync(toTar(archiveOf([shop]))), images: [shopTold] },
  {
    what: "an OCI layout of gzip layers, zstd around it",
    place: () => zstdStored(toTar(layoutOf([shop], { compression: "gzip" }))),
    images: [shopTold],
  },
];

describe("an archive or layout in the form of", () => {
  it.each(rows)("$what", async ({ place, platform, images, excluded = [], also }) => {
    const read = await readPlace(place(), platform);
    expect(read.failures).toEqual([]);
    expect(told(read)).toEqual(images);
    const reasons = read.excluded.map(({ reference, reason }) => `${reference}: ${reason}`);
    expect(reasons).toEqual(excluded.map((start) => expect.stringContaining(start)));
    also?.(read);
  });
});

describe("an image of an archive can be asked for", () => {
  const manifestOf = (files: Files) => {
    const index = JSON.parse(Buffer.from(files.get("index.json") ?? "").toString()) as {
      manifests: { digest: string }[];
    };
    return index.manifests[0]?.digest ?? "";
  };
  const index = manifestOf(multi);
  const nested = JSON.parse(Buffer.from(multi.get(blobName(index)) ?? "").toString()) as {
    manifests: { digest: string }[];
  };
  const own = nested.manifests[1]?.digest ?? "";

  it.each([
    ["by its name and the digest of its index", multi, `multi@${index}`, true],
    ["by a name with a tag and that digest", multi, `multi:1@${index}`, true],
    ["by the digest of its manifest", multi, own, true],
    ["by its name and the digest of its manifest", multi, `docker.io/library/multi@${own}`, true],
    ["by the digest of its config", multi, shop.id, true],
    ["not by another name and that digest", multi, `other@${index}`, false],
    [
      "not by its name and the digest of another platform's manifest",
      multi,
      `multi@${nested.manifests[0]?.digest}`,
      false,
    ],
    [
      "without a tag, by any name and its digest",
      layoutOf([untagged]),
      `some/name@${manifestOf(layoutOf([untagged]))}`,
      true,
    ],
  ])("%s", async (_, files, wanted, found) => {
    const { listed } = await readPlace(toTar(files));
    expect(selectImages(listed, [wanted]).chosen).toHaveLength(found ? 1 : 0);
  });
});
