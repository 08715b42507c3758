// `data import FILE`: the same checks without a network, and what is in use afterwards.
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { embeddedLifecycle, loadCatalogues } from "../../../main/catalogues.ts";
import { loadCurrentLifecycle } from "../../../main/data/current-lifecycle.ts";
import { type ImportRequest, importLifecycle } from "../../../main/data/import-lifecycle.ts";
import { loadLifecycle } from "../../../main/data/lifecycle-catalogue.ts";
import { snapshotText } from "../../../main/data/lifecycle-snapshot.ts";
import { FailureError } from "../../../shared/model/failure.ts";
import { say } from "../../../shared/wording/say.ts";
import { apiAnswer } from "../../support/api-answer.ts";

const embeddedFile = embeddedLifecycle("assets");
const embedded = await loadLifecycle(embeddedFile);
const { digest: _, ...catalogue } = embedded;
const answer = JSON.stringify(apiAnswer(embedded, "2026-11-20"));
const now = new Date("2026-11-24T10:00:00Z");

let folder = "";
let data = "";
let path = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "plimsoll-import-"));
  data = join(folder, "data");
  path = join(folder, "full.json");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function imported(bytes: string | Uint8Array, part: Partial<ImportRequest> = {}) {
  await writeFile(path, bytes);
  return importLifecycle({ folder: data, known: embedded, path, now, ...part });
}
async function reasonOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FailureError)) throw new Error(`no FailureError but ${String(error)}`);
  return error.failure.kind === "data-refused" ? say(error.failure.why, "en") : JSON.stringify(error.failure);
}

describe("importLifecycle", () => {
  it.each<[why: string, bytes: string | Uint8Array]>([
    ["the source's answer", answer],
    ["the same with gzip", gzipSync(answer)],
    ["a catalogue that Plimsoll wrote", snapshotText({ ...catalogue, date: "2026-11-20" as typeof catalogue.date })],
  ])("takes %s", async (_why, bytes) => {
    expect(await imported(bytes)).toMatchObject({ outcome: "new", date: "2026-11-20", from: path });
    const current = await loadCurrentLifecycle(embeddedFile, data);
    expect(current).toMatchObject({ used: "refreshed", record: { origin: "import", from: path } });
    expect(current.catalogue.products).toHaveLength(464);
  });

  it("takes nothing from a foreign catalogue that only a file of own dates may say", async () => {
    const [first, ...others] = catalogue.products;
    const [cycle, ...more] = first?.cycles ?? [];
    const own = { source: "s", asOf: "2026-01-01", dates: ["eol"] };
    const products = [{ ...first, osRelease: ["debian"], cycles: [{ ...cycle, own }, ...more] }, ...others];
    await imported(JSON.stringify({ ...catalogue, products }));
    const { products: taken } = (await loadCurrentLifecycle(embeddedFile, data)).catalogue;
    expect(JSON.stringify(taken)).not.toMatch(/osRelease|"own"/);
  });

  it("checks a digest before it reads anything", async () => {
    const sha256 = createHash("sha256").update(answer).digest("hex");
    expect(await imported(answer, { digest: `sha256:${sha256}` })).toMatchObject({ outcome: "new" });
    expect(await imported(answer, { digest: sha256.toUpperCase() })).toMatchObject({ outcome: "new" });
    expect(await reasonOf(imported("{", { digest: `sha256:${sha256}` }))).toMatch(/its digest is sha256:.*wanted is/);
    expect(await reasonOf(imported(answer, { digest: "md5:00" }))).toMatch(/"usage"/);
  });

  it.each<[why: string, bytes: string | Uint8Array, reason: RegExp]>([
    ["no JSON", "<html>", /no JSON/],
    ["half a file", answer.slice(0, 90_000), /no JSON/],
    ["v0's list of names", JSON.stringify(["debian", "ubuntu"]), /shape of endoflife\.date's API v1/],
    ["gzip that is cut", gzipSync(answer).subarray(0, 5000), /cannot be unpacked/],
    ["a small file that unpacks to a large one", gzipSync(Buffer.alloc(65 * 2 ** 20)), /larger than 64 MiB/],
    ["an older state", JSON.stringify(apiAnswer(embedded, "2026-08-01")), /older than what is here/],
  ])("refuses %s and leaves nothing behind", async (_why, bytes, reason) => {
    expect(await reasonOf(imported(bytes))).toMatch(reason);
    await expect(readdir(data)).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("refuses what is no file", async () => {
    await mkdir(path);
    expect(await reasonOf(importLifecycle({ folder: data, known: embedded, path, now }))).toMatch(/not-readable/);
    expect(await reasonOf(importLifecycle({ folder: data, known: embedded, path: join(folder, "no"), now }))).toMatch(
      /no such file/,
    );
  });
});

describe("which data is in use", () => {
  const snapshot = async () => (await readdir(data)).find((name) => name.startsWith("lifecycle-")) ?? "";

  it("is the embedded where it is the newer, and the refreshed on the same day", async () => {
    await imported(answer);
    const newer = join(folder, "newer.json");
    await writeFile(newer, snapshotText({ ...catalogue, date: "2026-11-21" as typeof catalogue.date }));
    expect(await loadCurrentLifecycle(newer, data)).toMatchObject({
      used: "embedded",
      catalogue: { date: "2026-11-21" },
      notes: [],
    });
    const same = join(folder, "same.json");
    await writeFile(same, snapshotText({ ...catalogue, date: "2026-11-20" as typeof catalogue.date }));
    expect(await loadCurrentLifecycle(same, data)).toMatchObject({ used: "refreshed" });
  });

  it.each<[why: string, harm: () => Promise<void>, said: RegExp]>([
    [
      "changed",
      async () => writeFile(join(data, await snapshot()), snapshotText(catalogue)),
      /its bytes are not what its digest says/,
    ],
    ["cut", async () => writeFile(join(data, await snapshot()), '{ "schema"'), /cannot be used/],
    ["gone", async () => rm(join(data, await snapshot())), /no such file|ENOENT/],
    ["unnamed, since its record does not parse", () => writeFile(join(data, "current.json"), "{"), /current\.json/],
    ["named outside the folder", () => writeFile(join(data, "current.json"), '{"file":"../../x"}'), /current\.json/],
  ])("is the embedded where the refreshed was %s: set aside, and said once", async (_why, harm, said) => {
    await imported(answer);
    await harm();
    const current = await loadCurrentLifecycle(embeddedFile, data);
    expect(current).toMatchObject({ used: "embedded", catalogue: { date: embedded.date } });
    expect(current.notes.map((note) => say(note, "en"))).toEqual([expect.stringMatching(said)]);
    expect(await readdir(data)).toContain("set-aside-current.json");
    expect((await loadCurrentLifecycle(embeddedFile, data)).notes).toEqual([]);
  });

  it("reaches every command through loadCatalogues, and says what was set aside there too", async () => {
    await imported(answer);
    const home = { data, ownLifecycle: join(folder, "lifecycle.yaml") };
    expect((await loadCatalogues("assets", [], home)).lifecycle.date).toBe("2026-11-20");
    expect((await loadCatalogues("assets")).lifecycle.date).toBe(embedded.date);
    await writeFile(join(data, "current.json"), "{");
    const { lifecycle, notes } = await loadCatalogues("assets", [], home);
    expect([lifecycle.date, notes.length]).toEqual([embedded.date, 1]);
  });

  it("is byte for byte the same for the same input", async () => {
    await imported(answer);
    const first = await readFile(join(data, await snapshot()));
    await imported(answer, { now: new Date("2027-01-01T00:00:00Z") });
    expect(await readFile(join(data, await snapshot()))).toEqual(first);
  });
});
