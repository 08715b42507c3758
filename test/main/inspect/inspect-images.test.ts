// From a source to events: order of events, shared layers, layers that are not what they should be, a second pass, the
// cache, cancellation.
import { describe, expect, it } from "vitest";
import { memoryFactCache } from "../../../main/inspect/fact-cache.ts";
import { inspectImages } from "../../../main/inspect/inspect-images.ts";
import { memorySource as filesSource } from "../../../main/source/archive/memory-source.ts";
import type { ImageSource, LayerDelivery } from "../../../main/source/image-source.ts";
import { writeTar } from "../../../main/tar/write-tar.ts";
import { DiffId } from "../../../shared/model/digest.ts";
import { Facts } from "../../../shared/model/facts.ts";
import { InspectEvent } from "../../../shared/model/inspection.ts";
import { sayFailure } from "../../../shared/wording/failure.ts";
import { archiveOf, type BuiltImage, blobName, type Files, image, memorySource } from "../../support/image-builder.ts";
import { layerOf } from "../../support/layer-of.ts";
import { dir, file, hardlink, symlink, whiteout } from "../../support/tar-entries.ts";

const never = new AbortController().signal;

async function keysOf(source: ImageSource): Promise<string[]> {
  return (await source.list(never)).images.map(({ key }) => key);
}

async function inspect(source: ImageSource, cache = memoryFactCache()): Promise<InspectEvent[]> {
  const events: InspectEvent[] = [];
  for await (const event of inspectImages(source, await keysOf(source), { cache }, never)) {
    events.push(InspectEvent.parse(event));
  }
  return events;
}

function factsIn(events: readonly InspectEvent[], reference: string): Facts {
  const event = events.find((each) => each.kind === "facts" && each.inspected.image.references.includes(reference));
  if (event?.kind !== "facts") throw new Error(`no facts of ${reference}: ${JSON.stringify(events)}`);
  return Facts.parse(event.inspected.facts);
}

function failureIn(events: readonly InspectEvent[]): string[] {
  return events.flatMap((event) => (event.kind === "failed" ? [sayFailure(event.failure)] : []));
}

/** A source of these files, with what is done to its deliveries. */
function changed(files: Files, change: (delivery: LayerDelivery) => LayerDelivery | null): ImageSource {
  const source = filesSource(files, { kind: "archive", name: "memory" });
  return {
    ...source,
    async *layers(keys, wanted, signal) {
      for await (const delivery of source.layers(keys, wanted, signal)) {
        const given = change(delivery);
        if (given !== null) yield given;
      }
    },
  };
}

/** An engine by its own word, which counts the blobs it had to give. */
function engineOf(images: readonly BuiltImage[]): ImageSource & { given: number } {
  const source = memorySource(images);
  const engine = {
    ...source,
    given: 0,
    describe: async () => ({ kind: "engine", name: "fake" }) as const,
    async *layers(...args: Parameters<ImageSource["layers"]>) {
      for await (const delivery of source.layers(...args)) {
        if (delivery.kind === "blob") engine.given++;
        yield delivery;
      }
    },
  };
  return engine;
}

// The form of a key around bytes that are none.
const fakeKey = [
  "-----BEGIN RSA PRIVATE KEY-----",
  ...Array.from({ length: 12 }, (_, at) =>
    Buffer.from(`not a key, line ${at} of a test`.padEnd(48, ".")).toString("base64"),
  ),
  "-----END RSA PRIVATE KEY-----",
  "",
].join("\n");

const debian = [
  symlink("/etc/os-release", "../usr/lib/os-release"),
  file("/usr/lib/os-release", 'ID=debian\nVERSION_ID="12"\n'),
  file("/etc/passwd", "root:x:0:0:root:/root:/bin/bash\n"),
  file("/var/lib/dpkg/status", "Package: bash\nStatus: install ok installed\nVersion: 5.2-1\nArchitecture: amd64\n"),
  file("/bin/bash", "", { mode: 0o755 }),
];
const base = image().layer(...debian);
const app = base
  .layer(file("/usr/bin/sudo", "", { mode: 0o4755 }), file("/root/key.pem", fakeKey))
  .layer(whiteout("/usr/bin/sudo"), whiteout("/root/key.pem"), dir("/data", { mode: 0o777 }))
  .history([
    { created_by: "/bin/sh -c #(nop) ADD file:1 in / " },
    { created_by: 'ENV A="1"', empty_layer: true },
    { created_by: "RUN /bin/sh -c make # buildkit" },
    { created_by: "RUN /bin/sh -c rm -f /root/key.pem # buildkit" },
  ])
  .tag("shop/app:1");

describe("inspectImages", () => {
  it("gives config facts of all images first, then the whole of each", async () => {
    const events = await inspect(memorySource([app, base.layer(file("/x")).tag("shop/x:1")]));
    expect(events.map(({ kind }) => kind)).toEqual(["config", "config", "facts", "facts", "progress"]);
    const [first] = events;
    if (first?.kind !== "config") throw new Error("no config event");
    const gaps = first.inspected.facts.limits.filter(({ weight }) => weight === "gap").map(({ fact }) => fact);
    expect(gaps.sort()).toEqual([
      "accounts",
      "files",
      "os",
      "packageTrust",
      "packages",
      "runtimes",
      "secrets",
      "system",
    ]);
    expect(first.inspected.image.layers.map(({ size }) => size)).toEqual([null, null, null]);
  });

  it("reads system, packages, files, keys and executables, each with its layer", async () => {
    const facts = factsIn(await inspect(memorySource([app])), "shop/app:1");
    expect(facts.os).toMatchObject({ id: "debian", versionId: "12", layer: 0 });
    expect(facts.packages).toMatchObject([{ type: "deb", name: "bash", version: "5.2-1", layer: 0 }]);
    expect(facts.accounts).toMatchObject([{ name: "root", password: "none" }]);
    expect(facts.files.removed).toMatchObject([{ path: "/usr/bin/sudo", layer: 1, removedInLayer: 2 }]);
    expect(facts.files.worldWritable).toMatchObject([{ path: "/data", layer: 2 }]);
    expect(facts.executables).toEqual(["/bin/bash"]);
    expect(facts.secrets).toMatchObject([
      { where: "file", path: "/root/key.pem", layer: 1, removedInLayer: 2, ground: "pattern" },
    ]);
    expect(JSON.stringify(facts)).not.toContain(fakeKey.split("\n")[3]);
  });

  it("says for each layer its size and the step that made it", async () => {
    const events = await inspect(memorySource([app]));
    const event = events.find(({ kind }) => kind === "facts");
    if (event?.kind !== "facts") throw new Error("no facts");
    expect(event.inspected.image).toMatchObject({ id: app.id, idKind: "config", references: ["shop/app:1"] });
    expect(event.inspected.image.layers).toEqual(
      ["ADD file:1 in /", "RUN make", "RUN rm -f /root/key.pem"].map((step, at) => ({
        diffId: app.diffIds[at],
        size: app.layers[at]?.length,
        step,
      })),
    );
    expect(event.inspected.facts.history.map(({ layer }) => layer)).toEqual([0, undefined, 1, 2]);
  });

  it("reads the same from plain, gzip and zstd layers", async () => {
    const [plain, ...others] = await Promise.all(
      (["none", "gzip", "zstd"] as const).map(async (compression) => {
        const source = filesSource(app.ociLayout({ compression }), { kind: "layout", name: "memory" });
        return factsIn(await inspect(source), "shop/app:1");
      }),
    );
    for (const other of others) expect(other).toEqual(plain);
  });

  it("fetches a wanted file that links hide, in a second pass", async () => {
    const hidden = image()
      .layer(symlink("/etc/os-release", "/opt/vendor/release.txt"), hardlink("/etc/passwd", "/srv/accounts"))
      .layer(
        file("/opt/vendor/release.txt", "ID=wolfi\n"),
        file("/srv/accounts", "root::0:0::/:\n"),
        hardlink("/etc/passwd", "/srv/accounts"),
      )
      .tag("h:1");
    const facts = factsIn(await inspect(memorySource([hidden])), "h:1");
    expect(facts.os).toMatchObject({ id: "wolfi", layer: 1 });
    expect(facts.accounts).toMatchObject([{ name: "root", password: "empty" }]);
    expect(facts.limits.filter(({ weight }) => weight === "gap")).toEqual([]);
  });

  it("says so when the second pass does not bring the file", async () => {
    const hidden = image().layer(symlink("/etc/os-release", "/opt/r"), file("/opt/r", "ID=x\n")).tag("h:1");
    let passes = 0;
    const source = memorySource([hidden]);
    const once: ImageSource = {
      ...source,
      layers(...args) {
        if (++passes > 1) throw new Error("gone away");
        return source.layers(...args);
      },
    };
    const facts = factsIn(await inspect(once), "h:1");
    expect(facts.os).toBeNull();
    expect(facts.limits).toContainEqual(
      expect.objectContaining({
        fact: "os",
        weight: "gap",
        reason: "/opt/r could not be read in a second pass: gone away",
      }),
    );
  });

  it("takes an image without layers and without an operating system for what it is", async () => {
    const facts = factsIn(await inspect(memorySource([image().tag("empty:1")])), "empty:1");
    expect(facts).toMatchObject({ os: null, packages: [], accounts: [], files: { count: 1 } });
    expect(facts.limits.filter(({ weight }) => weight === "gap")).toEqual([]);
  });

  it.each([
    ["cut", (tar: Buffer) => tar.subarray(0, 700), /layer 2 of 3: cut short at byte 700/],
    [
      "malformed",
      (tar: Buffer) => Buffer.concat([Buffer.alloc(512, "x"), tar]),
      /layer 2 of 3: malformed tar header at byte 0/,
    ],
    ["another one", () => Buffer.from(writeTar([file("/other")])), /layer 2 of 3: it is not what its digest says/],
    ["cut gzip", () => Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 75]), /layer 2 of 3: gzip data broken/],
  ])("names image and layer when a layer is %s, and audits the others", async (_, damage, message) => {
    const name = blobName(app.diffIds[1] ?? "");
    const other = base.layer(file("/y")).tag("shop/y:1");
    const files = archiveOf([app, other]);
    const source = changed(files, (delivery) => {
      if (delivery.kind !== "blob" || delivery.blob.key !== name) return delivery;
      const bytes = async function* () {
        yield damage(Buffer.from(app.layers[1] ?? []));
      };
      return { kind: "blob", blob: { ...delivery.blob, bytes: bytes() } };
    });
    const events = await inspect(source);
    expect(failureIn(events)).toEqual([expect.stringMatching(message)]);
    expect(failureIn(events)[0]).toMatch(/^shop\/app:1: /);
    expect(factsIn(events, "shop/y:1").os).toMatchObject({ id: "debian" });
  });

  it("names the layer that the source does not have, has failed to give or counts differently", async () => {
    const files = archiveOf([app]);
    const bind = (change: (blobs: readonly (string | null)[]) => readonly (string | null)[]) =>
      changed(files, (delivery) =>
        delivery.kind === "bound" ? { ...delivery, blobs: change(delivery.blobs) } : delivery,
      );
    expect(failureIn(await inspect(bind((blobs) => [null, ...blobs.slice(1)])))).toEqual([
      "shop/app:1: layer 1 of 3: it is missing",
    ]);
    expect(failureIn(await inspect(bind((blobs) => blobs.slice(1))))).toEqual([
      "shop/app:1: its config names 3 layers, its manifest 2",
    ]);
    const silent = changed(files, (delivery) => (delivery.kind === "blob" ? null : delivery));
    expect(failureIn(await inspect(silent))).toEqual(["shop/app:1: layer 1 of 3: the source did not deliver it"]);
    const mute = changed(files, () => null);
    expect(failureIn(await inspect(mute))[0]).toMatch(/the source ended without this image/);
  });

  it("does not believe a second blob that claims to be a layer already read", async () => {
    const claimed = app.diffIds[0] ?? "";
    const evil = image()
      .rawLayer(writeTar([file("/evil", "", { mode: 0o4755 })]))
      .top({ rootfs: { type: "layers", diff_ids: [claimed] } });
    const liar = { ...evil, diffIds: evil.diffIds, tags: ["liar:1"] };
    const events = await inspect(memorySource([app, liar]));
    expect(failureIn(events)).toEqual([expect.stringMatching(/^liar:1: layer 1 of 1: it is not what its digest says/)]);
    expect(factsIn(events, "shop/app:1").files.setuid).toEqual([]);
  });

  it("needs no layer of an engine twice, and reads those of an archive again", async () => {
    const cache = memoryFactCache();
    const engine = engineOf([app]);
    const first = factsIn(await inspect(engine, cache), "shop/app:1");
    expect(engine.given).toBe(3);
    expect(factsIn(await inspect(engine, cache), "shop/app:1")).toEqual(first);
    expect(engine.given).toBe(3);
    const grown = engineOf([app.layer(file("/new")).tag("shop/app:2")]);
    await inspect(grown, cache);
    expect(grown.given).toBe(1);
  });

  it("opens what can be opened", async () => {
    const source = memorySource([app]);
    const events: InspectEvent[] = [];
    const keys = [...(await keysOf(source)), "nothing"];
    for await (const event of inspectImages(source, keys, { cache: memoryFactCache() }, never)) events.push(event);
    expect(events.filter(({ kind }) => kind === "failed")).toHaveLength(1);
    expect(factsIn(events, "shop/app:1").os).not.toBeNull();
  });

  it("passes a broken source on after what could be finished", async () => {
    const source = memorySource([app]);
    const broken: ImageSource = {
      ...source,
      async *layers(...args) {
        yield* source.layers(...args);
        throw new Error("the engine closed the connection");
      },
    };
    const kinds: string[] = [];
    const reading = (async () => {
      for await (const { kind } of inspectImages(broken, await keysOf(source), { cache: memoryFactCache() }, never)) {
        kinds.push(kind);
      }
    })();
    await expect(reading).rejects.toThrow("the engine closed the connection");
    expect(kinds).toEqual(["config", "facts"]);
  });

  it("ends when cancelled, also while the source hangs in the middle of a layer", async () => {
    const controller = new AbortController();
    const source = changed(archiveOf([app]), (delivery) => {
      if (delivery.kind !== "blob") return delivery;
      const bytes = async function* () {
        yield Buffer.from(app.layers[0] ?? []).subarray(0, 1000);
        controller.abort();
        await new Promise(() => undefined);
      };
      return { kind: "blob", blob: { ...delivery.blob, bytes: bytes() } };
    });
    const reading = (async () => {
      const events = inspectImages(source, await keysOf(source), { cache: memoryFactCache() }, controller.signal);
      for await (const _ of events);
    })();
    await expect(reading).rejects.toThrow(/abort/i);
  });
});

describe("memoryFactCache", () => {
  it("lets the least recently used go when it is full, and keeps versions of the reader apart", async () => {
    const layers = await Promise.all([1, 2, 3].map((at) => layerOf([file("/etc/os-release", "x".repeat(1000 * at))])));
    const [a, b, c] = layers;
    if (a === undefined || b === undefined || c === undefined) throw new Error("no layers");
    const cache = memoryFactCache(7000);
    await cache.put(a, 1);
    await cache.put(b, 1);
    expect(await cache.get(a.diffId, 1)).toBe(a);
    expect(await cache.get(a.diffId, 2)).toBeNull();
    await cache.put(c, 1);
    expect(await cache.get(b.diffId, 1)).toBeNull();
    expect(await cache.get(a.diffId, 1)).toBe(a);
    expect(await cache.get(c.diffId, 1)).toBe(c);
    expect(await cache.get(DiffId.parse(`sha256:${"0".repeat(64)}`), 1)).toBeNull();
  });
});
