// What every source promises, run over each adapter that needs no engine.
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openArchive } from "../../main/source/archive/open-archive.ts";
import type { ImageSource, LayerDelivery } from "../../main/source/image-source.ts";
import { hostPlatform } from "../../main/source/platform.ts";
import { decompress } from "../../main/tar/decompress.ts";
import { FailureError } from "../../shared/model/failure.ts";
import { zstdStored } from "../support/compress.ts";
import { archiveOf, file, image, layoutOf, memorySource, toTar, writeFolder } from "../support/image-builder.ts";

const base = image().layer(file("/etc/os-release", "ID=debian\n"), file("/bin/sh", "x".repeat(9000), { mode: 0o755 }));
const images = [
  base
    .layer(file("/app", "one"))
    .config({ User: "app", Env: ["A=1"] })
    .tag("shop/api:1", "docker.io/library/shop:1"),
  base.layer(file("/app", "two")).config({ Cmd: ["/app"] }),
];
const signal = new AbortController().signal;
const choice = { wanted: null, host: hostPlatform("x64") };
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plimsoll-contract-"));
  await writeFolder(layoutOf(images, { compression: "gzip" }), join(folder, "layout"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function written(name: string, bytes: Uint8Array): Promise<ImageSource> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return openArchive(path, choice, signal);
}

const adapters: Readonly<Record<string, () => Promise<ImageSource>>> = {
  memory: async () => memorySource(images),
  "docker archive, new form": () => written("blobs.tar", toTar(archiveOf(images))),
  "docker archive, old form": () => written("legacy.tar", toTar(archiveOf(images, { era: "legacy" }))),
  "docker archive, gzip around it": () => written("docker.tar.gz", gzipSync(toTar(archiveOf(images)))),
  "docker archive of the old form, zstd around it": () =>
    written("docker.tar.zst", zstdStored(toTar(archiveOf(images, { era: "legacy" })))),
  "OCI layout folder": () => openArchive(join(folder, "layout"), choice, signal),
  "OCI tar, zstd layers": () => written("oci.tar", toTar(layoutOf(images, { compression: "zstd" }))),
  "OCI tar, gzip layers, gzip around it": () =>
    written("oci.tar.gz", gzipSync(toTar(layoutOf(images, { compression: "gzip" })))),
};

async function readAll(source: ImageSource, keys: readonly string[], wanted: (diffId: string) => boolean = () => true) {
  const digests = new Map<string, string>();
  const ends: Exclude<LayerDelivery, { kind: "blob" }>[] = [];
  for await (const delivery of source.layers(keys, wanted, signal)) {
    if (delivery.kind !== "blob") {
      ends.push(delivery);
      continue;
    }
    const hash = createHash("sha256");
    for await (const piece of decompress(delivery.blob.bytes)) hash.update(piece);
    expect(digests.has(delivery.blob.key)).toBe(false);
    digests.set(delivery.blob.key, `sha256:${hash.digest("hex")}`);
  }
  return { digests, ends };
}

describe.each(Object.entries(adapters))("%s", (_, open) => {
  it("lists all images, the named first, with familiar names", async () => {
    const source = await open();
    const { images: listed, excluded } = await source.list(signal);
    expect(listed.map(({ id, idKind, references }) => ({ id, idKind, references }))).toEqual([
      { id: images[0]?.id, idKind: "config", references: ["shop/api:1", "shop:1"] },
      { id: images[1]?.id, idKind: "config", references: [] },
    ]);
    expect(listed.map((one) => one.platform)).toEqual(["linux/amd64", "linux/amd64"]);
    expect(listed.map(({ diffIds }) => diffIds)).toEqual(images.map(({ diffIds }) => diffIds));
    expect(excluded).toEqual([]);
    await source.close();
  });

  it("opens an image with its config and history", async () => {
    const source = await open();
    const [first] = (await source.list(signal)).images;
    const opened = await source.open(first?.key ?? "", signal);
    expect(opened.config).toMatchObject({ user: "app", env: ["A=1"], diffIds: images[0]?.diffIds, origin: "config" });
    expect(opened.config.history).toHaveLength(2);
    await source.close();
  });

  it("streams each layer once, shared ones too, and binds them to their images", async () => {
    const source = await open();
    const keys = (await source.list(signal)).images.map((one) => one.key);
    const { digests, ends } = await readAll(source, keys);
    expect(digests.size).toBe(3);
    expect(ends.map((end) => end.key)).toEqual(keys);
    for (const [at, end] of ends.entries()) {
      if (end.kind !== "bound") throw new Error("expected a binding");
      expect(end.blobs.map((key) => digests.get(key ?? ""))).toEqual(images[at]?.diffIds);
      expect(end.image.id).toBe(images[at]?.id);
    }
    await source.close();
  });

  it("binds also when the reader abandons every blob, and reads on after one was left half way", async () => {
    const source = await open();
    const keys = (await source.list(signal)).images.map((one) => one.key);
    let blobs = 0;
    const kinds: string[] = [];
    for await (const delivery of source.layers(keys, () => true, signal)) {
      if (delivery.kind !== "blob") kinds.push(delivery.kind);
      else if (blobs++ === 0) for await (const _ of delivery.blob.bytes) break;
    }
    expect(kinds).toEqual(["bound", "bound"]);
    await source.close();
  });

  it("says that an unknown image is not there", async () => {
    const source = await open();
    const missing = `sha256:${"0".repeat(64)}`;
    await expect(source.open(missing, signal)).rejects.toThrow(FailureError);
    const { ends } = await readAll(source, [missing]);
    expect(ends).toMatchObject([{ kind: "failed", key: missing, failure: { kind: "image-not-found" } }]);
    await source.close();
  });

  it("stops when it is cancelled", async () => {
    const source = await open();
    const keys = (await source.list(signal)).images.map((one) => one.key);
    const controller = new AbortController();
    const read = async () => {
      for await (const delivery of source.layers(keys, () => true, controller.signal)) {
        controller.abort();
        if (delivery.kind === "blob") for await (const _ of delivery.blob.bytes);
      }
    };
    await expect(read()).rejects.toThrow(/abort/i);
    await source.close();
  });
});
