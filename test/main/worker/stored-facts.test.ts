// What an audit leaves on disk, used by the next one: no transfer where everything is known, the same result to the byte,
// and nothing believed that does not hold.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { noFactCache } from "../../../main/inspect/fact-cache.ts";
import type { InspectDeps } from "../../../main/inspect/inspect-images.ts";
import { inspectImages } from "../../../main/inspect/inspect-images.ts";
import { openSource } from "../../../main/source/open-source.ts";
import { storedFacts } from "../../../main/worker/stored-facts.ts";
import type { InspectEvent } from "../../../shared/model/inspection.ts";
import { type FakeEngine, type HeldImage, holding, saving, startFakeEngine } from "../../support/fake-engine.ts";
import {
  archiveOf,
  blobName,
  type Files,
  file,
  type ImageBuilder,
  image,
  memorySource,
  sha256,
  symlink,
  toTar,
  whiteout,
} from "../../support/image-builder.ts";

const never = new AbortController().signal;
const uid = process.getuid?.() ?? null;
let root = "";
let folder = "";
let engine: FakeEngine | null = null;
let troubles: string[] = [];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "plimsoll-facts-"));
  folder = join(root, "cache");
  troubles = [];
});
afterEach(async () => {
  await engine?.stop();
  engine = null;
  await rm(root, { recursive: true, force: true });
});

const stored = (build = "one") =>
  storedFacts({ folder, uid, now: Date.now, build, trouble: (cause) => troubles.push(cause) });
const nothing: InspectDeps = { cache: noFactCache };

const debian = image().layer(
  symlink("/etc/os-release", "../usr/lib/os-release"),
  file("/usr/lib/os-release", 'ID=debian\nVERSION_ID="12"\n'),
  file("/etc/passwd", "root:x:0:0:root:/root:/bin/sh\n"),
  file("/etc/shadow", "root:$6$saltsalt$thehashitself:1::::::\n"),
  file("/var/lib/dpkg/status", "Package: a\nStatus: install ok installed\nVersion: 1\nArchitecture: all\n"),
  file("/usr/bin/su", "", { mode: 0o4755 }),
);
const app = debian
  .layer(whiteout("/usr/bin/su"), file("/app", "x"))
  .config({ Env: ["DB_PASSWORD=hunter2hunter2", "A=b"], User: "app" })
  .history([
    { created_by: "ADD rootfs /", created: "2026-01-01T01:02:03.456789Z" },
    { created_by: "ENV DB_PASSWORD=hunter2hunter2", empty_layer: true },
    { created_by: "RUN rm /usr/bin/su" },
  ])
  .tag("shop/app:1");
const cron = debian.layer(file("/cron", "y")).tag("shop/cron:1");

/** Starts an engine that holds these images, in place of the one before. */
async function engineWith(
  held: readonly HeldImage[],
  files: Files,
  more: { containerd?: boolean } = {},
): Promise<void> {
  await engine?.stop();
  engine = await startFakeEngine({
    answers: [holding(held), saving(toTar(files))],
    ...(more.containerd === true ? { driverStatus: [["driver-type", "io.containerd.snapshotter.v1"]] } : {}),
  });
}
const classic = (...images: ImageBuilder[]): Promise<void> =>
  engineWith(
    images.map((built) => ({ built })),
    archiveOf(images),
  );

interface Look {
  readonly events: readonly InspectEvent[];
  /** The facts of all images as JSON. */
  readonly result: string;
  /** Requests for image contents. */
  readonly transfers: number;
}
async function look(deps: InspectDeps): Promise<Look> {
  if (engine === null) throw new Error("no engine");
  const before = engine.requests.length;
  const world = { env: {}, homeDir: root, platform: process.platform, arch: "x64", uid };
  const source = await openSource({ kind: "engine", url: `unix://${engine.socket}` }, world, {});
  try {
    const keys = (await source.list(never)).images.map(({ key }) => key);
    const events: InspectEvent[] = [];
    for await (const event of inspectImages(source, keys, deps, never)) events.push(event);
    const facts = events.flatMap((event) => (event.kind === "facts" ? [event.inspected] : []));
    const transfers = engine.requests.slice(before).filter((request) => request.includes("/images/get")).length;
    return { events, result: JSON.stringify(sorted(facts)), transfers };
  } finally {
    await source.close();
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  );
}

describe("a second look at an engine's images", () => {
  it("transfers nothing and finds the same to the byte, as does one without the cache", async () => {
    await classic(app, cron);
    const first = await look(stored());
    expect(first.transfers).toBe(1);
    expect(first.events.filter(({ kind }) => kind === "facts")).toHaveLength(2);
    const second = await look(stored());
    expect(second.transfers).toBe(0);
    expect(second.events.map(({ kind }) => kind)).toEqual(["facts", "facts", "progress"]);
    expect(second.result).toBe(first.result);
    const third = await look(nothing);
    expect(third.transfers).toBe(1);
    expect(third.result).toBe(first.result);
    expect(first.result).toContain('"origin":"config"');
    expect(troubles).toEqual([]);
  });

  it("by another build makes facts anew of the layers and the config that are kept", async () => {
    await classic(app, cron);
    const first = await look(stored());
    const second = await look(stored("two"));
    expect(second.transfers).toBe(0);
    expect(second.events.map(({ kind }) => kind)).toEqual(["config", "config", "facts", "facts", "progress"]);
    expect(second.result).toBe(first.result);
  });

  it("takes names and use from today's list", async () => {
    await classic(app, cron);
    await look(stored());
    await classic(app.tag("shop/app:latest"), cron);
    const second = await look(stored());
    expect(second.transfers).toBe(0);
    expect(second.result).toContain('"references":["shop/app:1","shop/app:latest"]');
  });

  it("reads a layer again whose entry is damaged, and finds the same", async () => {
    await classic(app, cron);
    const first = await look(stored());
    const names = (await readdir(folder)).filter((name) => name.startsWith("layer-"));
    expect(names).toHaveLength(3);
    for (const name of names) {
      const bytes = await readFile(join(folder, name));
      bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
      await writeFile(join(folder, name), bytes);
    }
    const second = await look(stored("two"));
    expect(second.transfers).toBe(1);
    expect(second.result).toBe(first.result);
    expect((await look(stored("three"))).transfers).toBe(0);
  });

  it("transfers again for an image that is new, for only the engine's copy of its config is known", async () => {
    await classic(app);
    await look(stored());
    await classic(app, app.config({ Labels: { a: "b" } }).tag("shop/app:2"));
    const grown = await look(stored());
    expect(grown.transfers).toBe(1);
    expect(grown.result).toBe((await look(nothing)).result);
  });

  it("does not take the facts of an id of which the engine now names other layers", async () => {
    await classic(app);
    await look(stored());
    await engineWith(
      [{ built: app, inspect: { RootFS: { Type: "layers", Layers: [cron.diffIds[0], cron.diffIds[1]] } } }],
      archiveOf([app]),
    );
    expect((await look(stored())).transfers).toBe(1);
  });

  it("of a containerd store goes by the manifest's digest, and keeps the config's id", async () => {
    const files = archiveOf([app]);
    const index = JSON.parse(Buffer.from(files.get("index.json") ?? []).toString()) as {
      manifests: { digest: string }[];
    };
    const id = index.manifests[0]?.digest ?? "";
    expect(files.has(blobName(id))).toBe(true);
    const held = [
      { built: app, id, inspect: { Descriptor: { mediaType: "application/vnd.oci.image.manifest.v1+json" } } },
    ];
    await engineWith(held, files, { containerd: true });
    const first = await look(stored());
    const second = await look(stored());
    expect([first.transfers, second.transfers]).toEqual([1, 0]);
    expect(second.result).toBe(first.result);
    expect(second.result).toContain(`"id":"${app.id}"`);
    expect(second.result).toContain(`"listedAs":{"id":"${id}","idKind":"manifest"}`);
  });

  it("asks again for an image of which something could not be fetched", async () => {
    const hidden = image().layer(symlink("/etc/os-release", "/opt/r"), file("/opt/r", "ID=x\n")).tag("h:1");
    let transfers = 0;
    engine = await startFakeEngine({
      answers: [
        holding([{ built: hidden }]),
        (path, query, response) => {
          if (path !== "/images/get") return false;
          // The second pass of the first look fails.
          if (++transfers === 2) return Boolean(response.destroy());
          return saving(toTar(archiveOf([hidden])))(path, query, response);
        },
      ],
    });
    const first = await look(stored());
    expect(first.result).toContain("inspect.not-fetched");
    const second = await look(stored());
    expect(second.result).not.toContain("inspect.not-fetched");
    expect(second.result).toContain('"id":"x"');
    expect((await look(stored())).transfers).toBe(0);
  });
});

describe("what is kept", () => {
  it("holds no value of a secret and no password hash", async () => {
    await classic(app, cron);
    await look(stored());
    const names = await readdir(folder);
    expect(names.map((name) => name.split("-")[0]).sort()).toEqual([
      "config",
      "config",
      "facts",
      "facts",
      "layer",
      "layer",
      "layer",
    ]);
    for (const name of names) {
      const text = (await readFile(join(folder, name))).toString("latin1");
      for (const secret of ["hunter2hunter2", "thehashitself", "saltsalt"]) expect(text).not.toContain(secret);
    }
  });

  it("is nothing of an archive, and an archive is always read", async () => {
    await classic(app);
    await look(stored());
    const before = await readdir(folder);
    const evil = { ...app, layers: [app.layers[0] ?? new Uint8Array(), Buffer.from(debian.layers[0] ?? [])] };
    const events: InspectEvent[] = [];
    for await (const event of inspectImages(memorySource([evil]), [app.id], stored(), never)) events.push(event);
    expect(sha256(evil.layers[1] ?? new Uint8Array())).not.toBe(app.diffIds[1]);
    expect(events.map(({ kind }) => kind)).toEqual(["config", "failed", "progress"]);
    expect(await readdir(folder)).toEqual(before);
  });
});
