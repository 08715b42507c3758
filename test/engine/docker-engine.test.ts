import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ImageSource } from "../../main/source/image-source.ts";
import { openSource } from "../../main/source/open-source.ts";
import { failureOf } from "../../shared/model/failure.ts";
import { debianImage } from "../support/debian-image.ts";
import type { Engine } from "../support/engine.ts";
import { archiveOf, type BuiltImage, file, image, toTar } from "../support/image-builder.ts";
import { sharedEngine } from "../support/shared-engine.ts";

const signal = new AbortController().signal;
const base = image().layer(file("/etc/os-release", "ID=debian\n"));
const api = base
  .layer(file("/app", "one"))
  .config({ User: "app", Cmd: ["/app"] })
  .tag("plimsoll-test/api:1");
const job = base
  .layer(file("/app", "two"))
  .history([
    { created_by: "COPY os-release / # buildkit" },
    { created_by: 'CMD ["x"]', empty_layer: true },
    { created_by: "COPY app /" },
  ])
  .tag("plimsoll-test/job:1");

async function load(engine: Engine, images: readonly BuiltImage[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "plimsoll-load-"));
  try {
    await writeFile(join(folder, "images.tar"), toTar(archiveOf(images)));
    await engine.docker("load", "--quiet", "--input", join(folder, "images.tar"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function open(engine: Engine): Promise<ImageSource> {
  const world = {
    env: { DOCKER_HOST: `unix://${engine.socket}` },
    homeDir: "/nowhere",
    platform: process.platform,
    arch: process.arch,
    uid: 0,
  };
  return openSource({ kind: "engine" }, world, {});
}

/** Digest of each blob's bytes, and what the images are bound to. */
async function readLayers(source: ImageSource, keys: readonly string[]) {
  const digests = new Map<string, string>();
  const layers = new Map<string, readonly (string | undefined)[]>();
  let config: unknown = null;
  for await (const delivery of source.layers(keys, () => true, signal)) {
    if (delivery.kind === "failed") throw new Error(JSON.stringify(delivery.failure));
    if (delivery.kind === "blob") {
      const hash = createHash("sha256");
      for await (const piece of delivery.blob.bytes) hash.update(piece);
      digests.set(delivery.blob.key, `sha256:${hash.digest("hex")}`);
    } else {
      layers.set(
        delivery.key,
        delivery.blobs.map((key) => digests.get(key ?? "")),
      );
      config = delivery.image.config;
    }
  }
  return { layers, config, blobs: digests.size };
}

test("a real engine's images are listed as its own command line lists them", async (ctx) => {
  const engine = sharedEngine(ctx);
  await load(engine, [api, job]);
  const container = (await engine.docker("create", "--network", "none", "plimsoll-test/api:1")).trim();
  const source = await open(engine);
  try {
    const { images, excluded } = await source.list(signal);
    const known = (await engine.docker("images", "--no-trunc", "--format", "{{.ID}}")).trim().split("\n");
    expect(new Set(images.map(({ id }) => id))).toEqual(new Set(known));
    expect(excluded).toEqual([]);
    const [own] = images.filter(({ references }) => references.includes("plimsoll-test/api:1"));
    expect(own).toMatchObject({
      id: api.id,
      idKind: "config",
      platform: "linux/amd64",
      usedBy: { running: 0, stopped: 1 },
      diffIds: api.diffIds,
    });
    const info = await source.describe(signal);
    const version = (await engine.docker("version", "--format", "{{.Server.Version}} {{.Server.APIVersion}}")).trim();
    expect(`${info.engineVersion} ${info.apiVersion}`).toBe(version);
  } finally {
    await engine.docker("rm", container);
    await source.close();
  }
});

test("a real engine's image opens with the config and history that its blob has", async (ctx) => {
  const engine = sharedEngine(ctx);
  await load(engine, [api, job]);
  const source = await open(engine);
  const asked = await source.open(job.id, signal);
  expect(asked.config.history.map(({ createdBy, emptyLayer }) => [createdBy, emptyLayer])).toEqual([
    ["COPY os-release / # buildkit", false],
    ['CMD ["x"]', true],
    ["COPY app /", false],
  ]);
  const { config } = await readLayers(source, [job.id]);
  const { origin: _, history: told, ...rebuilt } = asked.config;
  expect(config).toMatchObject(rebuilt);
  expect(config).toMatchObject({
    origin: "config",
    history: told.map(({ createdBy, emptyLayer }) => ({ createdBy, emptyLayer })),
  });
  await source.close();
});

test("a real engine's layers are what their diff ids say, shared ones sent once", async (ctx) => {
  const engine = sharedEngine(ctx);
  await load(engine, [api, job]);
  const source = await open(engine);
  const { layers, blobs } = await readLayers(source, [api.id, job.id]);
  expect(layers).toEqual(
    new Map([
      [api.id, api.diffIds],
      [job.id, job.diffIds],
    ]),
  );
  expect(blobs).toBe(3);
  await source.close();
});

test("a real Debian image streams whole", async (ctx) => {
  const engine = sharedEngine(ctx);
  const reference = await debianImage(engine, "bookworm");
  const source = await open(engine);
  const { images } = await source.list(signal);
  const debian = images.find(({ references }) => references.includes(reference));
  const opened = await source.open(debian?.key ?? "", signal);
  const { layers } = await readLayers(source, [opened.id]);
  expect(layers.get(opened.id)).toEqual(opened.config.diffIds);
  await source.close();
});

test("an image removed since it was listed fails alone", async (ctx) => {
  const engine = sharedEngine(ctx);
  const gone = image().layer(file("/gone", "x")).tag("plimsoll-test/gone:1");
  await load(engine, [api, gone]);
  const source = await open(engine);
  await source.list(signal);
  await engine.docker("rmi", "plimsoll-test/gone:1");
  const ends: string[] = [];
  for await (const delivery of source.layers([gone.id, api.id], () => true, signal)) {
    if (delivery.kind === "bound") ends.push(`bound ${delivery.key}`);
    if (delivery.kind === "failed") ends.push(`${delivery.failure.kind} ${delivery.key}`);
  }
  expect(ends).toEqual([`image-not-found ${gone.id}`, `bound ${api.id}`]);
  await source.close();
});

test("a save that is cancelled ends at once and leaves the engine usable", async (ctx) => {
  const engine = sharedEngine(ctx);
  await debianImage(engine, "bookworm");
  const source = await open(engine);
  const keys = (await source.list(signal)).images.map(({ key }) => key);
  const controller = new AbortController();
  const read = async () => {
    for await (const delivery of source.layers(keys, () => true, controller.signal)) {
      if (delivery.kind === "blob") for await (const _ of delivery.blob.bytes) controller.abort();
    }
  };
  expect(await read().then(() => null, failureOf)).toEqual({ kind: "cancelled" });
  expect((await source.list(signal)).images.length).toBe(keys.length);
  await source.close();
});
