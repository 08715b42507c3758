import { symlink as link, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openArchive } from "../../../../main/source/archive/open-archive.ts";
import type { ImageSource, LayerDelivery } from "../../../../main/source/image-source.ts";
import { hostPlatform, parsePlatform } from "../../../../main/source/platform.ts";
import { type NewMember, writeTar } from "../../../../main/tar/write-tar.ts";
import { failureOf } from "../../../../shared/model/failure.ts";
import {
  addBlob,
  addIndex,
  addManifest,
  archiveOf,
  type BuiltImage,
  blobName,
  dir,
  type Files,
  file,
  image,
  jsonBytes,
  layoutOf,
  mediaTypes,
  sha256,
  symlink,
  toTar,
  writeFolder,
} from "../../../support/image-builder.ts";

const signal = new AbortController().signal;
let folder = "";
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plimsoll-archives-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function open(bytes: Uint8Array, platform?: string): Promise<ImageSource> {
  const path = join(folder, `${count++}.tar`);
  await writeFile(path, bytes);
  return openArchive(
    path,
    { wanted: platform === undefined ? null : parsePlatform(platform), host: hostPlatform("x64") },
    signal,
  );
}

async function openFolder(
  files: Files,
  change: (path: string) => Promise<void> = async () => {},
): Promise<ImageSource> {
  const path = join(folder, `layout-${count++}`);
  await writeFolder(files, path);
  await change(path);
  return openArchive(path, { wanted: null, host: hostPlatform("x64") }, signal);
}

/** Reads everything; a blob that breaks is told by its message. */
async function readAll(source: ImageSource) {
  const { images, excluded } = await source.list(signal);
  const blobs: string[] = [];
  const ends: Exclude<LayerDelivery, { kind: "blob" }>[] = [];
  for await (const delivery of source.layers(
    images.map(({ key }) => key),
    () => true,
    signal,
  )) {
    if (delivery.kind !== "blob") ends.push(delivery);
    else {
      try {
        for await (const _ of delivery.blob.bytes);
        blobs.push("whole");
      } catch (error) {
        blobs.push(error instanceof Error ? error.message : String(error));
      }
    }
  }
  await source.close();
  return { images, excluded, blobs, ends };
}

const failureFrom = (work: Promise<unknown>) => work.then(() => null, failureOf);
const shop = image().layer(file("/app", "one")).tag("shop:1");
const blog = image().layer(file("/app", "two")).tag("blog:1");

/** A layout whose index.json names these descriptors. */
function layoutWith(make: (files: Map<string, Uint8Array>) => readonly object[]): Files {
  const files = new Map(layoutOf([]));
  files.set("index.json", jsonBytes({ schemaVersion: 2, manifests: make(files) }));
  return files;
}

describe("what is no archive", () => {
  it.each<readonly [string, Uint8Array, string]>([
    ["nothing", new Uint8Array(), "it is empty"],
    ["a JSON file", Buffer.from('{"schemaVersion": 2}'), "it is JSON text"],
    ["a zip", Buffer.from("504b030414", "hex"), "it is a zip file"],
    ["a short text", Buffer.from("hello"), "it has only 5 bytes"],
    ["noise", Buffer.alloc(2048, 7), "no tar and nothing else known (begins with 0707"],
    ["zeros", new Uint8Array(4096), "empty tar or all zeros"],
  ])("%s is refused when opened", async (_, bytes, cause) => {
    expect(await failureFrom(open(bytes))).toMatchObject({
      kind: "not-an-archive",
      cause: expect.stringContaining(cause),
    });
  });

  it.each<readonly [string, Uint8Array, string]>([
    ["a tar of other files", writeTar([file("/etc/passwd", "x")]), "neither index.json nor manifest.json"],
    ["gzip of a text", gzipSync("hello, this is no tar"), "cut short"],
    ["gzip that is cut", gzipSync(toTar(archiveOf([shop]))).subarray(0, 100), "gzip"],
    [
      "a manifest.json that is no JSON",
      toTar(new Map([["manifest.json", Buffer.from("[{")]])),
      "manifest.json is no JSON",
    ],
    ["a manifest.json of another shape", toTar(new Map([["manifest.json", jsonBytes([{ Config: 3 }])]])), "0.Config"],
    ["an index.json without manifests", toTar(new Map([["index.json", jsonBytes({})]])), "manifests"],
  ])("%s is refused when listed", async (_, bytes, cause) => {
    const source = await open(bytes);
    expect(await failureFrom(source.list(signal))).toMatchObject({
      kind: "not-an-archive",
      cause: expect.stringContaining(cause),
    });
    await source.close();
  });

  it("a folder without a layout is refused, and a path that is not there is not readable", async () => {
    const choice = { wanted: null, host: hostPlatform("x64") };
    expect(await failureFrom(openArchive(folder, choice, signal))).toMatchObject({
      cause: "it is a folder without index.json",
    });
    expect(await failureFrom(openArchive(join(folder, "none"), choice, signal))).toMatchObject({
      kind: "not-readable",
    });
  });
});

describe("forms of archives", () => {
  it("with layers that are links to others, as old engines write them", async () => {
    const files = archiveOf([shop], { era: "legacy" });
    const [layerName = "", layer = new Uint8Array()] = [...files].find(([name]) => name.endsWith("layer.tar")) ?? [];
    const stored: NewMember[] = [...files]
      .filter(([name]) => name !== layerName)
      .map(([name, content]) => ({ ...file(name), content }));
    const members = [dir("other"), file("other/layer.tar", layer), symlink(layerName, "../other/layer.tar"), ...stored];
    for (const bytes of [writeTar(members), gzipSync(writeTar(members))]) {
      const { ends, blobs } = await readAll(await open(bytes));
      expect(blobs).toEqual(["whole"]);
      expect(ends).toMatchObject([{ kind: "bound", blobs: ["other/layer.tar"] }]);
    }
  });

  it("with the manifest first, or last, or names that begin with ./", async () => {
    const files = [...archiveOf([shop])];
    for (const order of [files, [...files].reverse(), files.map(([name, bytes]) => [`./${name}`, bytes] as const)]) {
      const tar = toTar(new Map(order));
      for (const bytes of [tar, gzipSync(tar)]) {
        const { images, ends } = await readAll(await open(bytes));
        expect(images.map(({ references }) => references)).toEqual([["shop:1"]]);
        expect(ends).toMatchObject([{ kind: "bound" }]);
      }
    }
  });

  it("by kaniko and crane: config named sha256:HEX, layers HEX.tar.gz", async () => {
    const layer = gzipSync(shop.layers[0] ?? new Uint8Array());
    const name = `${sha256(layer).slice(7)}.tar.gz`;
    const manifest = jsonBytes([{ Config: shop.id, RepoTags: ["shop:1"], Layers: [name] }]);
    const { images, ends } = await readAll(
      await open(
        toTar(
          new Map([
            [shop.id, shop.configBytes],
            [name, layer],
            ["manifest.json", manifest],
          ]),
        ),
      ),
    );
    expect(images).toMatchObject([{ id: shop.id, references: ["shop:1"] }]);
    expect(ends).toMatchObject([{ kind: "bound", blobs: [name] }]);
  });

  it("with a layer that looks like a JSON document", async () => {
    const odd = image().rawLayer(Buffer.from('{"a": "layer"}')).tag("odd:1");
    for (const bytes of [toTar(archiveOf([odd])), gzipSync(toTar(archiveOf([odd])))]) {
      const { blobs, ends } = await readAll(await open(bytes));
      expect(blobs).toEqual(["whole"]);
      expect(ends).toMatchObject([{ kind: "bound" }]);
    }
  });

  it("with hostile names: shown as plain text, never as they are", async () => {
    const hostile = image().layer(file("/a")).tag("shop\u001b[2J:1");
    const { images } = await readAll(await open(toTar(archiveOf([hostile]))));
    expect(images[0]?.references).toEqual(["shop\\u001b[2J:1"]);
  });
});

describe("platforms", () => {
  const arm = image().layer(file("/arm", "x")).platform("linux", "arm64");
  const amd = image().layer(file("/amd", "x"));
  const windows = image().layer(file("/w", "x")).platform("windows", "amd64");
  const nested = (built: readonly BuiltImage[]) =>
    layoutWith((files) => {
      const index = addIndex(
        files,
        built.map((one) => addManifest(files, one)),
      );
      return [{ ...index, annotations: { "org.opencontainers.image.ref.name": "multi:1" } }];
    });
  const flat = layoutWith((files) => [arm, amd].map((one) => addManifest(files, one)));

  it.each<readonly [string, Files, string | undefined, string, readonly string[]]>([
    ["this machine's", nested([arm, amd]), undefined, amd.id, ["other platform: linux/arm64"]],
    ["the one asked for", nested([arm, amd]), "linux/arm64", arm.id, ["other platform: linux/amd64, not linux/arm64"]],
    ["the only one", nested([arm]), undefined, arm.id, []],
    ["the one for Linux beside Windows", nested([windows, arm]), undefined, arm.id, ["Windows image"]],
    ["this machine's, where index.json is the list itself", flat, undefined, amd.id, ["other platform: linux/arm64"]],
  ])(
    "of an index: %s is the image, the others are left out with the reason",
    async (_, files, platform, id, reasons) => {
      const { images, excluded } = await readAll(await open(toTar(files), platform));
      expect(images.map((one) => one.id)).toEqual([id]);
      expect(excluded.map(({ reason }) => reason.slice(0, 44))).toEqual(
        reasons.map((reason) => expect.stringContaining(reason.slice(0, 44))),
      );
    },
  );

  it("are found through indexes in indexes, and a circle is no image", async () => {
    const deep = layoutWith((files) => [addIndex(files, [addIndex(files, [addManifest(files, amd)])])]);
    expect((await readAll(await open(toTar(deep)))).images.map(({ id }) => id)).toEqual([amd.id]);
    let tooDeep = addManifest(new Map(), amd);
    const endless = layoutWith((files) => {
      tooDeep = addManifest(files, amd);
      for (let depth = 0; depth < 9; depth++) tooDeep = addIndex(files, [tooDeep]);
      return [tooDeep];
    });
    const { ends } = await readAll(await open(toTar(endless)));
    expect(ends).toMatchObject([{ kind: "failed", failure: { cause: "indexes are nested too deep" } }]);
  });

  it("that an index names but does not hold are left out, and so said", async () => {
    const files = new Map(nested([amd, arm]));
    const index = [...files.values()]
      .map((bytes) => Buffer.from(bytes).toString())
      .find((text) => text.includes("arm64") && text.includes("manifests"));
    const missing = (JSON.parse(index ?? "{}") as { manifests: { digest: string }[] }).manifests[1]?.digest ?? "";
    files.delete(blobName(missing));
    const { images, excluded } = await readAll(await open(toTar(files)));
    expect(images.map(({ id }) => id)).toEqual([amd.id]);
    expect(excluded).toEqual([
      { reference: "multi:1 (linux/arm64)", reason: "linux/arm64 is named by the index, but not stored here" },
    ]);
  });

  it("that lie behind the cut of a tar are failed, not left out, and no other platform takes their place", async () => {
    const files = nested([arm, amd]);
    const index = [...files.values()]
      .map((bytes) => Buffer.from(bytes).toString())
      .find((text) => text.includes("arm64") && text.includes("manifests"));
    const listed = JSON.parse(index ?? "{}") as { manifests: { digest: string; platform: { architecture: string } }[] };
    const manifest = listed.manifests.find(({ platform }) => platform.architecture === "amd64")?.digest ?? "";
    for (const lost of [manifest, amd.id]) {
      const last = blobName(lost);
      const ordered = [...files].filter(([name]) => name !== last);
      const cut = Buffer.concat([toTar(new Map(ordered)).subarray(0, -1024), Buffer.alloc(100, 1)]);
      for (const bytes of [cut, gzipSync(cut)]) {
        const { ends, excluded } = await readAll(await open(bytes));
        expect(ends).toMatchObject([
          {
            kind: "failed",
            failure: { reference: "multi:1", cause: expect.stringMatching(`${lost} is missing, for .*cut short`) },
          },
        ]);
        expect(excluded).toMatchObject([{ reference: "multi:1 (linux/arm64)" }]);
      }
    }
  });

  it("keep BuildKit's attestation beside its image, never as one", async () => {
    for (const bytes of [layoutOf([shop], { attestation: true })].flatMap((files) => [
      toTar(files),
      gzipSync(toTar(files)),
    ])) {
      const source = await open(bytes);
      const { images, excluded } = await source.list(signal);
      expect(images.map(({ id }) => id)).toEqual([shop.id]);
      expect(excluded).toEqual([]);
      const { attestations } = await source.open(images[0]?.key ?? "", signal);
      expect(attestations).toEqual([
        { kind: "https://slsa.dev/provenance/v0.2", digest: expect.stringMatching(/^sha256:/) },
      ]);
      await source.close();
    }
  });
});

describe("what is no container image", () => {
  it.each([
    ["application/vnd.cncf.helm.config.v1+json", "application/vnd.cncf.helm.chart.content.v1.tar+gzip", "Helm chart"],
    ["application/vnd.wasm.config.v0+json", "application/wasm", "WebAssembly module"],
    ["application/vnd.docker.ai.model.config.v0.1+json", "application/vnd.docker.ai.gguf.v3", "AI model"],
    [mediaTypes.config, "application/vnd.dev.cosign.simplesigning.v1+json", "signature"],
    ["application/vnd.example.thing", "application/octet-stream", "artifact of type application/vnd.example.thing"],
  ])("%s is left out with the reason", async (config, layer, reason) => {
    const files = layoutWith((into) => {
      const manifest = {
        schemaVersion: 2,
        config: addBlob(into, config, jsonBytes({})),
        layers: [addBlob(into, layer, Buffer.from("x"))],
      };
      return [addBlob(into, mediaTypes.manifest, jsonBytes(manifest)), addManifest(into, shop)];
    });
    const { images, excluded } = await readAll(await open(toTar(files)));
    expect(images.map(({ id }) => id)).toEqual([shop.id]);
    expect(excluded.map((one) => one.reason)).toEqual([`${reason}, no container image`]);
  });

  it("a Windows image in a docker save archive is left out", async () => {
    const windows = image().layer(file("/w")).platform("windows", "amd64").tag("win:1");
    const { images, excluded } = await readAll(await open(toTar(archiveOf([windows, shop], { era: "legacy" }))));
    expect(images.map(({ id }) => id)).toEqual([shop.id]);
    expect(excluded).toEqual([{ reference: "win:1", reason: "Windows image" }]);
  });
});

describe("damage", () => {
  const without = (files: Files, name: string): Files => new Map([...files].filter(([key]) => key !== name));
  const changed = (files: Files, name: string, bytes: Uint8Array): Files => new Map(files).set(name, bytes);
  const layerBlob = blobName(blog.diffIds[0] ?? "");
  const configBlob = blobName(blog.id);
  const both = archiveOf([shop, blog]);

  it.each<readonly [string, Files, object]>([
    ["a layer that is missing is bound with null", without(both, layerBlob), { kind: "bound", blobs: [null] }],
    [
      "a config that is missing",
      without(both, configBlob),
      { failure: { cause: expect.stringContaining("is not stored here") } },
    ],
    [
      "a config that is not what its digest says",
      changed(both, configBlob, shop.configBytes),
      { failure: { cause: expect.stringContaining("not what its digest says") } },
    ],
    [
      "a config of the old form under a wrong name",
      changed(archiveOf([shop, blog], { era: "legacy" }), `${blog.id.slice(7)}.json`, shop.configBytes),
      { failure: { cause: expect.stringContaining("not what its digest says") } },
    ],
    [
      "a config that names more layers than there are",
      archiveOf([shop, blog.top({ rootfs: { type: "layers", diff_ids: [...blog.diffIds, ...shop.diffIds] } })]),
      { failure: { cause: "its config names 2 layers, its manifest 1" } },
    ],
    [
      "a config with Env that is no list",
      archiveOf([shop, blog.config({ Env: "A=1" })]),
      { failure: { cause: expect.stringContaining("config.Env") } },
    ],
  ])("%s, and the other image is read", async (_, files, expected) => {
    for (const bytes of [toTar(files), gzipSync(toTar(files))]) {
      const { ends } = await readAll(await open(bytes));
      expect(ends).toHaveLength(2);
      expect(ends.find((end) => end.key === shop.id)).toMatchObject({ kind: "bound", blobs: [expect.any(String)] });
      expect(ends.find((end) => end.key !== shop.id)).toMatchObject(expected);
    }
  });

  it("a blob that is not what its digest says ends with an error", async () => {
    const compressed = layoutOf([shop], { compression: "gzip" });
    const name = [...compressed].find(([, bytes]) => bytes[0] === 0x1f)?.[0] ?? "";
    const { blobs } = await readAll(await open(toTar(changed(compressed, name, gzipSync("other")))));
    expect(blobs).toEqual([expect.stringContaining("not what their digest says")]);
  });

  it("of a tar that is cut leaves the images before the cut, and says of the others why", async () => {
    const large = image()
      .layer(file("/large", Buffer.alloc(40_000, 1)))
      .tag("large:1");
    const files = archiveOf([shop, large]);
    const last = blobName(large.diffIds[0] ?? "");
    const ordered = [...files].filter(([name]) => name !== last).concat([...files].filter(([name]) => name === last));
    const cut = toTar(new Map(ordered)).subarray(0, -20_000);
    for (const bytes of [cut, gzipSync(cut)]) {
      const { ends } = await readAll(await open(bytes));
      expect(ends.find((end) => end.key === shop.id)).toMatchObject({ kind: "bound" });
      const other = ends.find((end) => end.key === large.id);
      const text = JSON.stringify(other);
      // A file on disk still has the layer's beginning; a stream has lost it.
      expect(other?.kind === "bound" || text.includes("cut short")).toBe(true);
    }
    const { blobs } = await readAll(await open(cut));
    expect(blobs.filter((blob) => blob !== "whole")).toEqual([
      expect.stringMatching(/^cut short after \d+ of \d+ bytes$/),
    ]);
  });

  it("of a tar that is cut before its manifest is told with the place", async () => {
    const files = archiveOf([shop], { era: "legacy" });
    const source = await open(toTar(files).subarray(0, 2600));
    expect(await failureFrom(source.list(signal))).toMatchObject({
      kind: "not-an-archive",
      cause: expect.stringContaining("cut short at byte 2600"),
    });
    await source.close();
  });

  it("that is no damage but a trick, the same name twice, makes the whole archive unusable", async () => {
    const members = [...archiveOf([shop])].map(([name, content]): NewMember => ({ ...file(name), content }));
    const twice = writeTar([...members, file("manifest.json", "[]")]);
    for (const bytes of [twice, gzipSync(twice)]) {
      const source = await open(bytes);
      const failure = await failureFrom(source.list(signal));
      expect(failure).toMatchObject({ kind: "not-an-archive", cause: 'it holds "manifest.json" twice' });
      await source.close();
    }
  });
});

describe("an OCI layout folder", () => {
  it("is never left through a link", async () => {
    const outside = join(folder, "outside");
    await mkdir(outside, { recursive: true });
    await writeFile(join(outside, "blob"), shop.layers[0] ?? "");
    const name = blobName(shop.diffIds[0] ?? "");
    const source = await openFolder(layoutOf([shop]), async (path) => {
      await rm(join(path, name));
      await link(join(outside, "blob"), join(path, name));
    });
    const { blobs } = await readAll(source);
    expect(blobs).toEqual([`${name} leads out of the layout`]);
  });

  it("is never left through a digest that climbs", async () => {
    const files = layoutWith((into) => {
      const config = addBlob(into, mediaTypes.config, shop.configBytes);
      const layer = { mediaType: mediaTypes.layer, digest: "sha256:../../../etc/passwd", size: 1 };
      return [addBlob(into, mediaTypes.manifest, jsonBytes({ schemaVersion: 2, config, layers: [layer] }))];
    });
    const { ends } = await readAll(await openFolder(files));
    expect(ends).toMatchObject([{ kind: "failed", failure: { cause: expect.stringContaining("not by a SHA-256") } }]);
  });

  it("with a document that is both an index and a manifest refuses that one alone", async () => {
    const files = layoutWith((into) => [
      addBlob(into, mediaTypes.index, jsonBytes({ schemaVersion: 2, manifests: [], layers: [], config: {} })),
      addManifest(into, shop),
    ]);
    const { ends } = await readAll(await openFolder(files));
    expect(ends.map((end) => end.kind)).toEqual(["failed", "bound"]);
    expect(JSON.stringify(ends)).toContain("is both an index and a manifest");
  });
});
