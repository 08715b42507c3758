import { createHash } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import type { ImageSource, LayerDelivery } from "../../../../main/source/image-source.ts";
import { openSource } from "../../../../main/source/open-source.ts";
import { FailureError, failureOf } from "../../../../shared/model/failure.ts";
import { sayFailure } from "../../../../shared/wording/failure.ts";
import {
  type FakeEngine,
  type FakeEngineOptions,
  holding,
  json,
  saving,
  startFakeEngine,
} from "../../../support/fake-engine.ts";
import {
  addIndex,
  addManifest,
  archiveOf,
  file,
  image,
  jsonBytes,
  sha256,
  toTar,
} from "../../../support/image-builder.ts";

const signal = new AbortController().signal;
const base = image().layer(file("/etc/os-release", "ID=debian\n"));
const api = base.layer(file("/app", "one")).config({ User: "app" }).tag("shop/api:1");
const job = base.layer(file("/app", "two"));

let engine: FakeEngine | undefined;
let source: ImageSource | undefined;
afterEach(async () => {
  await source?.close();
  await engine?.stop();
});

async function open(options: FakeEngineOptions, platform?: string): Promise<ImageSource> {
  engine = await startFakeEngine(options);
  const world = { env: {}, homeDir: "/nowhere", platform: "linux", arch: "x64", uid: 1000 } as const;
  const spec = { kind: "engine", url: `unix://${engine.socket}` } as const;
  source = await openSource(spec, world, platform === undefined ? {} : { platform });
  return source;
}

async function readAll(from: ImageSource, keys: readonly string[], wanted: (diffId: string) => boolean = () => true) {
  const blobs: string[] = [];
  const problems: string[] = [];
  const ends: Exclude<LayerDelivery, { kind: "blob" }>[] = [];
  for await (const delivery of from.layers(keys, wanted, signal)) {
    if (delivery.kind !== "blob") {
      ends.push(delivery);
      continue;
    }
    const hash = createHash("sha256");
    try {
      for await (const piece of delivery.blob.bytes) hash.update(piece);
      blobs.push(`sha256:${hash.digest("hex")}`);
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
  }
  return { blobs, problems, ends };
}

const failureFrom = (work: Promise<unknown>) => work.then(() => null, failureOf);

describe("an engine's API version", () => {
  it.each([
    ["an old engine's own", "1.41", "1.41"],
    ["no newer than this client knows", "1.99", "1.52"],
  ])("is agreed: %s", async (_, offered, spoken) => {
    const from = await open({ api: offered, minApi: "1.40", answers: [holding([])] });
    await from.list(signal);
    expect((await from.describe(signal)).apiVersion).toBe(spoken);
    expect(engine?.requests.filter((request) => !request.includes(`/v${spoken}/`))).toEqual(["GET /_ping"]);
  });

  it("is missing from what is no engine, and that is said", async () => {
    const from = await open({ api: null });
    expect(await failureFrom(from.list(signal))).toMatchObject({
      kind: "engine-answer",
      cause: "it does not speak the engine API",
    });
  });

  it("is named in the refusal of an engine that wants a newer client", async () => {
    const from = await open({ api: "1.41", minApi: "1.44" });
    expect(await failureFrom(from.list(signal))).toMatchObject({ cause: expect.stringContaining("too old") });
  });
});

describe("the list of an engine's images", () => {
  it("has names, platform, and the containers that use each", async () => {
    const containers = [
      { ImageID: api.id, State: "running" },
      { ImageID: api.id, State: "paused" },
      { ImageID: api.id, State: "exited" },
    ];
    const answers = [
      holding([{ built: job }, { built: api }]),
      (path: string, query: URLSearchParams, response: Parameters<typeof json>[0]) => {
        if (path !== "/containers/json" || query.get("all") !== "1") return false;
        json(response, containers);
        return true;
      },
    ];
    const from = await open({ answers });
    const { images } = await from.list(signal);
    expect(images).toMatchObject([
      {
        id: api.id,
        references: ["shop/api:1"],
        platform: "linux/amd64",
        usedBy: { running: 2, stopped: 1 },
        dangling: false,
      },
      { id: job.id, references: [], usedBy: { running: 0, stopped: 0 }, dangling: true },
    ]);
  });

  it("leaves out images of other systems with the reason", async () => {
    const windows = image().layer(file("/w")).platform("windows", "amd64").tag("win:1");
    const wasm = image().layer(file("/w")).platform("wasip1", "wasm").tag("wasm:1");
    const from = await open({ answers: [holding([{ built: windows }, { built: api }, { built: wasm }])] });
    const { images, excluded } = await from.list(signal);
    expect(images.map(({ id }) => id)).toEqual([api.id]);
    expect(excluded).toEqual([
      { reference: "wasm:1", reason: "WebAssembly module" },
      { reference: "win:1", reason: "Windows image" },
    ]);
  });

  it("leaves out other platforms when one is asked for", async () => {
    const arm = image().layer(file("/a")).platform("linux", "arm64").tag("arm:1");
    const from = await open({ answers: [holding([{ built: arm }, { built: api }])] }, "linux/arm64");
    const { images, excluded } = await from.list(signal);
    expect(images.map(({ references }) => references)).toEqual([["arm:1"]]);
    expect(excluded).toEqual([{ reference: "shop/api:1", reason: "other platform: linux/amd64, not linux/arm64" }]);
  });

  it.each([
    ["no JSON", "<html>", "cannot be read"],
    ["another shape", '[{"Id": 3}]', "another shape (0.Id"],
  ])("is refused when the answer is %s", async (_, body, cause) => {
    const from = await open({
      answers: [
        (path, _query, response) => {
          if (path !== "/images/json") return false;
          response.end(body);
          return true;
        },
      ],
    });
    expect(await failureFrom(from.list(signal))).toMatchObject({
      kind: "engine-answer",
      cause: expect.stringContaining(cause),
    });
  });
});

describe("an engine's image", () => {
  it("opens with its config rebuilt from inspect and history, oldest step first", async () => {
    const from = await open({ answers: [holding([{ built: api }])] });
    await from.list(signal);
    const opened = await from.open(api.id, signal);
    expect(opened.config).toMatchObject({ user: "app", origin: "engine", diffIds: api.diffIds });
    expect(opened.config.history.map(({ createdBy, emptyLayer }) => [createdBy, emptyLayer])).toEqual([
      ["COPY layer-0", false],
      ["COPY layer-1", false],
    ]);
    expect(
      engine?.requests.filter((request) => request.includes("/json") && request.includes(api.id.slice(7))),
    ).toHaveLength(1);
  });

  it("that is gone is said to be", async () => {
    const from = await open({ answers: [holding([])] });
    expect(await failureFrom(from.open(api.id, signal))).toMatchObject({ kind: "image-not-found", reference: api.id });
  });
});

describe("the layers of an engine's images", () => {
  it("come through one save, shared ones once, with the config as it is stored", async () => {
    const from = await open({
      answers: [holding([{ built: api }, { built: job }]), saving(toTar(archiveOf([api, job])))],
    });
    const keys = (await from.list(signal)).images.map(({ key }) => key);
    const { blobs, ends } = await readAll(from, keys);
    expect(new Set(blobs)).toEqual(new Set([...api.diffIds, ...job.diffIds]));
    expect(blobs).toHaveLength(3);
    expect(ends).toMatchObject([
      {
        kind: "bound",
        key: api.id,
        image: { id: api.id, config: { origin: "config" }, listed: { references: ["shop/api:1"] } },
      },
      { kind: "bound", key: job.id },
    ]);
    const saves = engine?.requests.filter((request) => request.includes("/images/get")) ?? [];
    expect(saves).toHaveLength(1);
    expect(new URL(saves[0]?.slice(4) ?? "", "http://x").searchParams.getAll("names")).toEqual(keys);
  });

  it("that are known already are passed over where their name tells", async () => {
    const from = await open({ answers: [holding([{ built: api }]), saving(toTar(archiveOf([api])))] });
    const { blobs, ends } = await readAll(from, [api.id], (diffId) => diffId !== api.diffIds[0]);
    expect(blobs).toEqual([api.diffIds[1]]);
    expect(ends).toMatchObject([{ kind: "bound", blobs: [expect.any(String), expect.any(String)] }]);
  });

  it("are found by index digest in the containerd store", async () => {
    const files = new Map(archiveOf([]));
    const index = addIndex(files, [addManifest(files, api)]);
    files.set("index.json", jsonBytes({ schemaVersion: 2, manifests: [index] }));
    files.delete("manifest.json");
    const inspect = { Descriptor: { mediaType: "application/vnd.oci.image.index.v1+json" } };
    const from = await open({
      driverStatus: [["driver-type", "io.containerd.snapshotter.v1"]],
      answers: [holding([{ built: api, id: index.digest, inspect }]), saving(toTar(files))],
    });
    const [listed] = (await from.list(signal)).images;
    expect(listed).toMatchObject({ id: index.digest, idKind: "index" });
    const { ends } = await readAll(from, [index.digest]);
    expect(ends).toMatchObject([
      { kind: "bound", key: index.digest, image: { id: api.id, idKind: "config", listed: { id: index.digest } } },
    ]);
  });

  it("of an image that the engine refuses are asked for one by one, so that the others are read", async () => {
    const refuse = (path: string, query: URLSearchParams, response: Parameters<typeof json>[0]) => {
      if (path !== "/images/get" || !query.getAll("names").includes(job.id)) return false;
      json(response, { message: "layer is damaged" }, 500);
      return true;
    };
    const from = await open({
      answers: [refuse, holding([{ built: api }, { built: job }]), saving(toTar(archiveOf([api])))],
    });
    const { ends } = await readAll(from, [api.id, job.id]);
    expect(ends).toMatchObject([
      { kind: "bound", key: api.id },
      { kind: "failed", key: job.id, failure: { kind: "image-unreadable", cause: "500 layer is damaged" } },
    ]);
  });

  it("are failures with the cause when the engine stops half way", async () => {
    const tar = toTar(archiveOf([api], { era: "legacy" }));
    const cut = (path: string, _query: URLSearchParams, response: Parameters<typeof json>[0]) => {
      if (path !== "/images/get") return false;
      response.writeHead(200, { "Content-Length": tar.length });
      response.write(tar.subarray(0, 3000), () => response.destroy());
      return true;
    };
    const from = await open({ answers: [holding([{ built: api }]), cut] });
    const { ends } = await readAll(from, [api.id]);
    expect(ends).toMatchObject([
      {
        kind: "failed",
        failure: {
          kind: "image-unreadable",
          reference: "shop/api:1",
          cause: expect.stringMatching(/^the engine stopped after \d+ bytes/),
        },
      },
    ]);
  });

  it("that are not what their digest says end with an error", async () => {
    const files = new Map(archiveOf([api]));
    const name = `blobs/sha256/${sha256(Buffer.from("other")).slice(7)}`;
    files.set(name, Buffer.from("not this"));
    const from = await open({ answers: [holding([{ built: api }]), saving(toTar(files))] });
    const { problems, ends } = await readAll(from, [api.id]);
    expect(problems).toEqual([expect.stringContaining("not what their digest says")]);
    expect(ends).toMatchObject([{ kind: "bound" }]);
  });
});

describe("an engine that is not there", () => {
  const world = { env: {}, homeDir: "/nowhere", platform: "linux", arch: "x64", uid: 1000 } as const;

  it.each([
    ["no socket", "unix:///nowhere/d.sock", /no such socket.*--archive FILE or --sample/],
    ["nothing at the port", "tcp://127.0.0.1:1", /nothing listens there/],
  ])("gives one helpful line: %s", async (_, url, line) => {
    const absent = await openSource({ kind: "engine", url, insecure: true }, world, {});
    const failure = await failureFrom(absent.list(signal));
    expect(failure?.kind).toBe("engine-unreachable");
    if (failure !== null) expect(sayFailure(failure)).toMatch(line);
    await absent.close();
  });

  it("without TLS is refused, and accepted with a warning when the user insists", async () => {
    const url = "tcp://127.0.0.1:1";
    await expect(openSource({ kind: "engine", url }, world, {})).rejects.toMatchObject({
      failure: { kind: "engine-insecure" },
    });
  });
});

describe("cancelling", () => {
  it("ends a request that hangs", async () => {
    const hang = (path: string) => path === "/images/json";
    const from = await open({ answers: [hang] });
    const controller = new AbortController();
    const listing = from.list(controller.signal);
    setTimeout(() => controller.abort(), 50);
    expect(await failureFrom(listing)).toEqual({ kind: "cancelled" });
  });

  it("ends a save that hangs half way, and is no failure of the image", async () => {
    const tar = toTar(archiveOf([api]));
    const hang = (path: string, _query: URLSearchParams, response: Parameters<typeof json>[0]) => {
      if (path !== "/images/get") return false;
      response.writeHead(200);
      response.write(tar.subarray(0, 3000));
      return true;
    };
    const from = await open({ answers: [holding([{ built: api }]), hang] });
    const controller = new AbortController();
    const read = async () => {
      for await (const delivery of from.layers([api.id], () => true, controller.signal)) {
        if (delivery.kind === "blob") for await (const _ of delivery.blob.bytes);
        else throw new FailureError({ kind: "internal", cause: "the save ended" });
      }
    };
    setTimeout(() => controller.abort(), 50);
    expect(await failureFrom(read())).toEqual({ kind: "cancelled" });
  });
});
