// Hostile input through the real pipeline, a row an item: one clear line names the image and the layer, the good image
// beside it is read, nothing is thrown that is not meant for people. Memory and the host's files: test/e2e/hostile.test.ts.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { memoryFactCache } from "../../../main/inspect/fact-cache.ts";
import { inspectImages } from "../../../main/inspect/inspect-images.ts";
import { openArchive } from "../../../main/source/archive/open-archive.ts";
import { hostPlatform } from "../../../main/source/platform.ts";
import type { Excluded } from "../../../shared/model/image.ts";
import { InspectEvent } from "../../../shared/model/inspection.ts";
import { sayFailure } from "../../../shared/wording/failure.ts";
import { judgeInput } from "../../support/fuzz/judge-input.ts";
import { editor } from "../../support/fuzz/mutation.ts";
import { bake, type Form, type Site } from "../../support/fuzz/recipe.ts";
import { seeds } from "../../support/fuzz/seeds.ts";
import { bad, good, hostileArchives } from "../../support/hostile/documents.ts";
import { hostileLayers } from "../../support/hostile/layers.ts";
import { archiveOf, type Files, image, layoutOf, toTar } from "../../support/image-builder.ts";

const never = new AbortController().signal;
let folder = "";
let path = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plimsoll-hostile-"));
  path = join(folder, "input.tar");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Reading {
  /** Facts by the first name of their image, as JSON. */
  readonly facts: ReadonlyMap<string, string>;
  readonly failures: readonly string[];
  readonly excluded: readonly Excluded[];
}

async function read(bytes: Uint8Array): Promise<Reading> {
  await writeFile(path, bytes);
  const source = await openArchive(path, { wanted: null, host: hostPlatform("x64") }, never);
  const facts = new Map<string, string>();
  const failures: string[] = [];
  try {
    const { images, excluded } = await source.list(never);
    const keys = images.map(({ key }) => key);
    for await (const event of inspectImages(source, keys, { cache: memoryFactCache() }, never)) {
      InspectEvent.parse(event);
      if (event.kind === "failed") failures.push(sayFailure(event.failure));
      else if (event.kind === "facts") {
        facts.set(event.inspected.image.references[0] ?? "", JSON.stringify(event.inspected.facts));
      }
    }
    return { facts, failures, excluded };
  } finally {
    await source.close();
  }
}

/** The good image came through as if it were alone. */
function expectGood({ facts }: Reading): void {
  expect(facts.get("good:1")).toContain('"id":"debian"');
}

describe("a hostile layer", () => {
  const forms = (bytes: Uint8Array): readonly (readonly [string, Uint8Array])[] => {
    const built = image().rawLayer(bytes).tag("bad:1");
    const plain = toTar(archiveOf([good, built]));
    const bomb = bytes.length > 100_000;
    return [
      ["docker save", plain],
      ["docker save, gzip", gzipSync(plain)],
      ...(bomb ? [] : ([["OCI, gzip", toTar(layoutOf([good, built], { compression: "gzip" }))]] as const)),
      ...(bomb ? [] : ([["OCI, zstd", toTar(layoutOf([good, built], { compression: "zstd" }))]] as const)),
      ["old docker save", toTar(archiveOf([good, built], { era: "legacy" }))],
    ];
  };

  it.each(hostileLayers)("with $name", async ({ bytes, fails, limit, absent }) => {
    for (const [form, archive] of forms(bytes())) {
      const reading = await read(archive);
      expectGood(reading);
      const facts = reading.facts.get("bad:1");
      if (fails === null) {
        expect(reading.failures, form).toEqual([]);
        if (limit !== undefined) expect(facts, form).toMatch(limit);
        if (absent !== undefined) expect(facts, form).not.toContain(absent);
      } else {
        expect(facts, form).toBeUndefined();
        expect(reading.failures, form).toEqual([expect.stringMatching(/^bad:1: layer 1 of 1: [^\n]+$/)]);
        expect(reading.failures[0], form).toMatch(fails);
      }
    }
  });

  it("that is compressed a thousandfold is read as what it is", async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const built = image().rawLayer(bomb).tag("bad:1");
    const reading = await read(toTar(archiveOf([good, built])));
    expectGood(reading);
    // The config says the digest of the compressed bytes, which no layer has: so it is refused after being read.
    expect(reading.failures).toEqual([expect.stringMatching(/^bad:1: layer 1 of 1: it is not what its digest says/)]);
  });
});

describe("a hostile archive", () => {
  it.each(hostileArchives)("with $name", async ({ files, fails, excluded }) => {
    for (const archive of [toTar(files()), gzipSync(toTar(files()))]) {
      const reading = await read(archive);
      expectGood(reading);
      expect(reading.failures).toEqual(fails === null ? [] : [expect.stringMatching(fails)]);
      if (excluded !== undefined) expect(reading.excluded).toMatchObject([{ reason: expect.stringMatching(excluded) }]);
      else if (fails === null) expect(reading.facts.has("bad:1")).toBe(true);
    }
  });

  it("that is cut anywhere loses what lies behind the cut and nothing else", async () => {
    // The good image first, whole: whatever is cut later leaves it as it is.
    const files = archiveOf([good, bad]);
    const documents = (name: string) => (/json$|oci-layout/.test(name) ? 0 : 1);
    const ownFirst: Files = new Map(
      [...files].sort(([a], [b]) => documents(a) - documents(b) || Number(isOf(b)) - Number(isOf(a))),
    );
    const whole = toTar(ownFirst);
    const seen = { refused: 0, good: 0, both: 0 };
    for (let length = 0; length < whole.length; length += 331) {
      const result = await read(whole.subarray(0, length)).catch((error: unknown) => {
        expect(error).toMatchObject({ failure: { kind: "not-an-archive" } });
        return null;
      });
      if (result === null) seen.refused++;
      else if (result.facts.size === 2) seen.both++;
      else {
        for (const line of result.failures) expect(line).toMatch(/^(?:good|bad):1: .*(?:cut short|not stored here)/);
        expect(result.failures.length + result.facts.size + result.excluded.length).toBeGreaterThan(0);
        if (result.facts.size === 1) expectGood(result);
        seen.good += result.facts.size;
      }
    }
    expect(seen.refused).toBeGreaterThan(0);
    expect(seen.good).toBeGreaterThan(3);
  });

  function isOf(name: string): boolean {
    return [good.id, ...good.diffIds].some((digest) => name.endsWith(digest.slice(7)));
  }

  const broken = Buffer.from([0x22, 0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0, 0x80, 0x22]);
  it.each<readonly [Site, Form]>([
    ["config", { layout: "docker" }],
    ["manifest", { layout: "oci" }],
    ["index", { layout: "oci", platforms: true }],
    ["docker-manifest", { layout: "legacy" }],
  ])("with bytes that are no UTF-8 in every string of its %s", async (site, form) => {
    const draft = { layers: bad.layers, config: JSON.parse(Buffer.from(bad.configBytes).toString()), tag: "bad:1" };
    for (let at = 0, more = true; more; at++) {
      const bytes = bake([draft], form, (here, made) => {
        if (here !== site) return made;
        const text = Buffer.from(made).toString("latin1");
        const match = [...text.matchAll(/"(?:[^"\\]|\\.)*"/g)][at];
        more = match !== undefined;
        if (match === undefined) return made;
        const parts = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
        return Buffer.concat([Buffer.from(parts[0] ?? "", "latin1"), broken, Buffer.from(parts[1] ?? "", "latin1")]);
      });
      expect(await judgeInput(bytes, path, { schema: true, secrets: [] })).toMatchObject({ ok: true });
    }
  });

  it("seeds of the fuzz run are whole: each gives facts and no failure", async () => {
    for (const seed of seeds) {
      const reading = await read(seed.build(editor([]).edit));
      expect(reading.failures, seed.name).toEqual([]);
      expect(reading.facts.size, seed.name).toBeGreaterThan(0);
    }
  });
});
