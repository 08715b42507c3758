// What an audit of a real engine leaves behind for the next: no transfer, the same result, and an image that is new.
import { mkdtemp, rm } from "node:fs/promises";
import { createConnection, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runAudit } from "../../main/audit.ts";
import { loadCatalogues } from "../../main/catalogues.ts";
import { noFactCache } from "../../main/inspect/fact-cache.ts";
import type { InspectDeps } from "../../main/inspect/inspect-images.ts";
import { openSource } from "../../main/source/open-source.ts";
import { localScanner } from "../../main/worker/local-scanner.ts";
import { storedFacts } from "../../main/worker/stored-facts.ts";
import { readableJson } from "../../shared/canonical-json.ts";
import type { AuditRun } from "../../shared/model/audit.ts";
import { debianImage } from "../support/debian-image.ts";
import { day } from "../support/kept-run.ts";
import { sharedEngine } from "../support/shared-engine.ts";

let root = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plimsoll-engine-cache-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

interface Watched {
  readonly socket: string;
  /** Requests for image contents so far. */
  readonly transfers: () => number;
  readonly server: Server;
}

/** A socket before the engine's that counts what is asked through it. */
async function watched(target: string): Promise<Watched> {
  let transfers = 0;
  const server = createServer((near) => {
    const far = createConnection(target);
    near.on("data", (bytes) => {
      transfers += bytes.toString("latin1").split(/GET \S*\/images\/get\?/).length - 1;
    });
    near.pipe(far).pipe(near);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on("error", () => other.destroy());
      one.on("close", () => other.destroy());
    }
  });
  const socket = join(root, "watched.sock");
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  return { socket, transfers: () => transfers, server };
}

async function audit(socket: string, references: string[], inspect: InspectDeps): Promise<AuditRun> {
  const world = { env: {}, homeDir: "/nonexistent", platform: process.platform, arch: process.arch, uid: 0 };
  const source = await openSource({ kind: "engine", url: `unix://${socket}` }, world, {});
  const scanner = localScanner(source, inspect);
  const deps = {
    ...(await loadCatalogues("assets")),
    on: day("2026-11-24"),
    scanner,
    clock: { today: () => day("2026-11-24"), now: () => "2026-11-24T06:00:00Z", zone: () => "UTC" },
    tool: { version: "0.1.0" },
    previous: async () => null,
  };
  const steps = runAudit(deps, { images: references }, new AbortController().signal);
  try {
    for (;;) {
      const step = await steps.next();
      if (step.done === true) return step.value;
    }
  } finally {
    await scanner.close();
  }
}

it("a second audit transfers nothing and says the same, as does one without the cache", async (ctx) => {
  const engine = sharedEngine(ctx);
  const references = [await debianImage(engine, "bookworm"), await debianImage(engine, "trixie")];
  const watch = await watched(engine.socket);
  const troubles: string[] = [];
  const stored = (build: string) =>
    storedFacts({
      folder: join(root, "cache"),
      uid: process.getuid?.() ?? null,
      now: Date.now,
      build,
      trouble: (cause) => troubles.push(cause),
    });
  try {
    const first = await audit(watch.socket, references, stored("one"));
    expect(first.errors).toEqual([]);
    expect(first.images.map(({ facts }) => facts.packages.length > 75)).toEqual([true, true]);
    expect(watch.transfers()).toBe(1);

    const second = await audit(watch.socket, references, stored("one"));
    expect(watch.transfers()).toBe(1);
    expect(readableJson(second)).toBe(readableJson(first));

    // Another build: facts made anew from kept layers.
    const third = await audit(watch.socket, references, stored("two"));
    expect(watch.transfers()).toBe(1);
    expect(readableJson(third)).toBe(readableJson(first));

    const without = await audit(watch.socket, references, { cache: noFactCache });
    expect(watch.transfers()).toBe(2);
    expect(readableJson(without)).toBe(readableJson(first));

    await engine.docker("tag", "debian:bookworm", "cache-test:again");
    const tagged = await audit(watch.socket, ["cache-test:again"], stored("one"));
    expect(tagged.images.map(({ image }) => image.references)).toEqual([["cache-test:again", "debian:bookworm"]]);
    expect(watch.transfers()).toBe(2);
    expect(troubles).toEqual([]);
  } finally {
    watch.server.close();
    await engine.docker("rmi", "cache-test:again").catch(() => undefined);
  }
});
