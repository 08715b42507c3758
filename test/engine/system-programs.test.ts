// Programs that a real Debian built and its package database owns follow the system; the same program copied elsewhere runs
// by the clock of the Go release that it was built with.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { memoryFactCache } from "../../main/inspect/fact-cache.ts";
import { inspectImages } from "../../main/inspect/inspect-images.ts";
import { openSource } from "../../main/source/open-source.ts";
import type { Facts, Runtime } from "../../shared/model/facts.ts";
import type { Engine } from "../support/engine.ts";
import { installedImage } from "../support/installed-image.ts";
import { sharedEngine } from "../support/shared-engine.ts";

const never = new AbortController().signal;
/** As in quiet-images.test.ts, so that a run makes this image once. */
const packages = ["nginx-light", "gosu"];

async function factsOf(engine: Engine, reference: string): Promise<Facts> {
  const env = { DOCKER_HOST: `unix://${engine.socket}` };
  const world = { env, homeDir: "/nowhere", platform: process.platform, arch: process.arch, uid: 0 };
  const source = await openSource({ kind: "engine" }, world, {});
  try {
    const listed = (await source.list(never)).images.filter(({ references }) => references.includes(reference));
    const keys = listed.map(({ key }) => key);
    for await (const event of inspectImages(source, keys, { cache: memoryFactCache() }, never)) {
      if (event.kind === "facts" && event.inspected.facts.files.count > 0) return event.inspected.facts;
      if (event.kind === "failed") throw new Error(JSON.stringify(event.failure));
    }
    throw new Error(`no facts of ${reference}`);
  } finally {
    await source.close();
  }
}

const ownClock = ({ runtimes }: Facts) => runtimes.filter(({ distroPackaged }) => distroPackaged !== true);
const place = ({ product, evidence }: Runtime) => `${product} ${evidence}`;

describe("a real Debian with gosu, which is written in Go, and nginx", () => {
  it("has programs that follow the system and no runtime with a clock of its own", async (context) => {
    const engine = sharedEngine(context);
    const facts = await factsOf(engine, await installedImage(engine, "bookworm", packages));
    expect(ownClock(facts)).toEqual([]);
    const shown = facts.runtimes.map(place);
    expect(shown).toContain("go /usr/sbin/gosu");
    expect(shown.filter((each) => each.startsWith("nginx /usr/sbin/nginx"))).toHaveLength(1);
    expect(facts.limits.filter(({ fact }) => fact === "runtimes")).toEqual([]);
  });

  it("and a copy of the same program in a later layer has one beside it", async (context) => {
    const engine = sharedEngine(context);
    const base = await installedImage(engine, "bookworm", packages);
    const folder = await mkdtemp(join(tmpdir(), "plimsoll-copied-"));
    const reference = "plimsoll-programs:copied";
    try {
      await writeFile(join(folder, "Dockerfile"), `FROM ${base}\nRUN cp /usr/sbin/gosu /usr/local/bin/gosu\n`);
      await engine.docker("build", "--tag", reference, folder);
      const facts = await factsOf(engine, reference);
      expect(ownClock(facts).map(place)).toEqual(["go /usr/local/bin/gosu"]);
      expect(facts.runtimes.map(place)).toContain("go /usr/sbin/gosu");
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
