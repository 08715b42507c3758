// The file of own dates: read whole, every fault at its place, and worked into the catalogue with its source and age.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadCatalogues } from "../../../main/catalogues.ts";
import { withOwnDates } from "../../../main/data/apply-own-lifecycle.ts";
import { loadLifecycle } from "../../../main/data/lifecycle-catalogue.ts";
import { loadOwnLifecycle, loadOwnLifecycleIfThere } from "../../../main/data/own-lifecycle.ts";
import { FailureError } from "../../../shared/model/failure.ts";
import type { Cycle, LifecycleData } from "../../../shared/model/lifecycle.ts";
import { say } from "../../../shared/wording/say.ts";

const embedded = await loadLifecycle("assets/data/lifecycle.json");
let folder = "";
let path = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plimsoll-own-"));
  path = join(folder, "lifecycle.yaml");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const head = "schema: plimsoll/own-lifecycle@1\n";
async function own(text: string) {
  await writeFile(path, `${head}${text}`);
  return loadOwnLifecycle(path);
}
const cycleIn = (data: LifecycleData, product: string, cycle: string): Cycle | undefined =>
  data.products.find(({ id }) => id === product)?.cycles.find((one) => one.cycle === cycle);
const said = (notes: readonly Parameters<typeof say>[0][]) => notes.map((note) => say(note, "en"));

const date = (part: string) =>
  `dates:\n  - product: debian\n    cycle: "12"\n    source: s\n    asOf: 2026-11-01\n${part}`;
const product = (part: string) =>
  `products:\n  - id: a\n    label: A\n    category: os\n    source: s\n    asOf: 2026-11-01\n    cycles:\n${part}`;

describe("the example file", () => {
  it("reads, and everything in it meets the data", async () => {
    const { products, dates } = await loadOwnLifecycle("docs/examples/lifecycle.yaml");
    expect(products.map(({ id }) => id)).toEqual(["azurelinux", "openeuler", "billing"]);
    expect(dates).toHaveLength(1);
    const { notes } = withOwnDates(embedded, await loadOwnLifecycle("docs/examples/lifecycle.yaml"));
    expect(said(notes)).toEqual([]);
  });
});

describe("loadOwnLifecycle", () => {
  it("takes an empty file of the right kind, and none where there is none", async () => {
    expect(await own("products:\ndates:\n")).toMatchObject({ products: [], dates: [] });
    expect((await own("")).digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(await loadOwnLifecycleIfThere(join(folder, "none.yaml"))).toBeNull();
    await expect(loadOwnLifecycle(join(folder, "none.yaml"))).rejects.toMatchObject({
      failure: { kind: "not-readable" },
    });
  });

  it.each<[why: string, text: string, place: [number, number], cause: RegExp]>([
    ["another schema", "schema: x\n", [2, 1], /unique|schema/i],
    ["a key that nobody knows", "product: []\n", [2, 1], /product/],
    ["a cycle that YAML reads as a number", product("      - cycle: 3.0\n        eol: true\n"), [9, 9], /cycle/],
    ["no source", "dates: [{product: debian, cycle: '12', eol: true, asOf: 2026-01-01}]\n", [2, 9], /source/],
    ["a day that does not exist", date("    eol: 2026-02-30\n"), [7, 5], /eol/],
    ["a date that states nothing", date(""), [3, 5], /states no date/],
    [
      "ends in the wrong order",
      date("    eol: 2027-01-01\n    eoes: 2026-01-01\n"),
      [8, 5],
      /eoes: 2026-01-01 lies before eol/,
    ],
    [
      "an end before the release",
      product('      - cycle: "1"\n        release: 2026-01-01\n        eol: 2025-01-01\n'),
      [11, 9],
      /before release/,
    ],
    ["a cycle twice", product('      - cycle: "1"\n      - cycle: "1"\n'), [10, 9], /stands twice/],
    [
      "dates twice",
      `${date("    eol: true\n")}  - {product: debian, cycle: "12", source: s, asOf: 2026-11-01, eol: true}\n`,
      [8, 23],
      /stand twice/,
    ],
    [
      "dates of a product of the same file",
      `${product('      - cycle: "1"\n')}dates: [{product: a, cycle: "1", source: s, asOf: 2026-01-01, eol: true}]\n`,
      [10, 10],
      /product of this file/,
    ],
    ["no cycles", product("").replace("    cycles:\n", "    cycles: []\n"), [8, 5], /cycles/],
    ["YAML that does not parse", "products: [\n", [3, 1], /./],
  ])("refuses %s at its line and column", async (_why, text, [line, column], cause) => {
    const error = await own(text).then(
      () => null,
      (reason: unknown) => reason,
    );
    const failure = error instanceof FailureError ? error.failure : null;
    expect(failure).toMatchObject({ kind: "catalogue-invalid", file: path, cause: expect.stringMatching(cause) });
    expect(failure).toMatchObject({ line, column });
  });
});

describe("withOwnDates", () => {
  it("puts one date in the place of the source's, which stays as a second opinion", async () => {
    const file = await own(date("    eol: 2026-06-10\n    eoes: 2028-06-30\n"));
    const { data, notes } = withOwnDates<LifecycleData>(embedded, file);
    expect(notes).toEqual([]);
    expect(cycleIn(data, "debian", "12")).toMatchObject({
      eol: "2026-06-10",
      eoes: "2028-06-30",
      own: { source: "lifecycle.yaml: s", asOf: "2026-11-01", dates: ["eol"] },
    });
    expect(data.opinions).toEqual([
      {
        product: "debian",
        cycle: "12",
        phase: "eol",
        until: "2026-07-11",
        source: "endoflife.date",
        asOf: embedded.date,
      },
    ]);
    expect(data.own).toEqual({ file: path, digest: file.digest });
    // What was handed in is as before.
    expect(cycleIn(embedded, "debian", "12")).toMatchObject({ eol: "2026-07-11" });
    expect(cycleIn(embedded, "debian", "12")?.own).toBeUndefined();
  });

  it("finds a product by its alias, and states several cycles of it", async () => {
    const text = ["22", "24"].map(
      (cycle) => `  - {product: node, cycle: "${cycle}", eol: 2026-12-31, source: s, asOf: 2026-11-01}\n`,
    );
    const { data, notes } = withOwnDates<LifecycleData>(embedded, await own(`dates:\n${text.join("")}`));
    expect(notes).toEqual([]);
    for (const cycle of ["22", "24"]) expect(cycleIn(data, "nodejs", cycle)).toMatchObject({ eol: "2026-12-31" });
  });

  it("adds products, with IDs of os-release in lower case", async () => {
    const text = `products:\n  - {id: openEuler, label: openEuler, category: os, osRelease: [EulerX], source: s, asOf: 2026-11-01,\n     cycles: [{cycle: "24.03", eol: 2028-05-31, source: other}]}\n`;
    const { data } = withOwnDates<LifecycleData>(embedded, await own(text));
    expect(data.products.at(-1)).toEqual({
      id: "openEuler",
      label: "openEuler",
      category: "os",
      osRelease: ["openeuler", "eulerx"],
      cycles: [
        {
          cycle: "24.03",
          eol: "2028-05-31",
          own: { source: "lifecycle.yaml: other", asOf: "2026-11-01", dates: ["eol"] },
        },
      ],
    });
    expect(data.products).toHaveLength(465);
  });

  it.each<[why: string, text: string, note: RegExp]>([
    ["a cycle that the data does not have", date("    eol: true\n").replace('"12"', '"99"'), /has no debian 99/],
    ["a date that is the source's by now", date("    eol: 2026-07-11\n"), /Debian 12 are by now the same/],
    [
      "a product that the source has by now",
      product('      - cycle: "1"\n').replace("id: a", "id: debian"),
      /has Debian as well/,
    ],
    [
      "an end that crosses another",
      date("    eol: 2029-01-01\n"),
      /Debian 12 would end on 2028-06-30, before support itself on 2029-01-01/,
    ],
  ])("says %s, since catalogues change and files stay", async (_why, text, note) => {
    expect(said(withOwnDates(embedded, await own(text)).notes)).toEqual([expect.stringMatching(note)]);
  });

  it("reaches what judges through loadCatalogues, with the digest of the file", async () => {
    const file = await own(date("    eol: 2026-06-10\n"));
    const home = { data: join(folder, "data"), ownLifecycle: path };
    const { lifecycle, upstream } = await loadCatalogues("assets", [], home);
    expect(cycleIn(lifecycle, "debian", "12")?.eol).toBe("2026-06-10");
    expect(lifecycle.own?.digest).toBe(file.digest);
    expect(cycleIn(upstream, "debian", "12")?.eol).toBe("2026-07-11");
    const none = { ...home, ownLifecycle: join(folder, "none.yaml") };
    expect((await loadCatalogues("assets", [], none)).lifecycle.own).toBeUndefined();
    await expect(loadCatalogues("assets", [], { ...none, named: true })).rejects.toBeInstanceOf(FailureError);
  });

  it("gives the same for the same file and data", async () => {
    const file = await loadOwnLifecycle("docs/examples/lifecycle.yaml");
    expect(JSON.stringify(withOwnDates(embedded, file))).toBe(JSON.stringify(withOwnDates(embedded, file)));
    expect(await readFile("docs/examples/lifecycle.yaml", "utf8")).toContain("azurelinux");
  });
});
