// From the API's answer to the catalogue: the whole snapshot there and back, and the forms a release may have.
import { describe, expect, it } from "vitest";
import { catalogueOfAnswer, FullAnswer } from "../../../main/data/lifecycle-api.ts";
import { loadLifecycle } from "../../../main/data/lifecycle-catalogue.ts";
import { snapshotText } from "../../../main/data/lifecycle-snapshot.ts";
import { LifecycleCatalogue, type Product } from "../../../shared/model/lifecycle.ts";
import { apiAnswer } from "../../support/api-answer.ts";

const { digest: _, ...embedded } = await loadLifecycle("assets/data/lifecycle.json");
const head = { licence: "MIT", notice: "n" };

const release = (part: object) => ({
  name: "1",
  codename: null,
  label: "1",
  releaseDate: "2020-01-01",
  isLts: false,
  ltsFrom: null,
  isEol: false,
  eolFrom: null,
  isMaintained: true,
  latest: null,
  custom: null,
  ...part,
});
const product = (part: object) => ({
  name: "thing",
  aliases: [],
  label: "Thing",
  category: "app",
  tags: ["app"],
  versionCommand: null,
  identifiers: [],
  labels: { eoas: null, discontinued: null, eol: null, eoes: null },
  links: { icon: null, html: "https://endoflife.date/thing", releasePolicy: null },
  releases: [release({})],
  ...part,
});
const answer = (part: object, ...products: object[]) => ({
  schema_version: "1.2.1",
  generated_at: "2026-09-01T04:00:00+00:00",
  total: products.length,
  result: products,
  ...part,
});
const read = (value: unknown) => catalogueOfAnswer(FullAnswer.parse(value), head);
const cycleFor = (part: object) => read(answer({}, product({ releases: [release(part)] }))).products[0]?.cycles[0];

describe("catalogueOfAnswer", () => {
  it("gives back the whole embedded snapshot from an answer that says the same", () => {
    const back = read(JSON.parse(JSON.stringify(apiAnswer(embedded))));
    expect(back).toMatchObject({ source: "endoflife.date", date: embedded.date, ...head });
    expect(back.products.map(({ id }) => id)).toEqual(embedded.products.map(({ id }) => id));
    const differing = back.products.filter(
      (one, index) => JSON.stringify(plain(one)) !== JSON.stringify(plain(embedded.products[index])),
    );
    expect(differing.map(({ id }) => id)).toEqual([]);
  });

  it("writes what the embedded file's reader and schema accept", () => {
    const back = read(apiAnswer(embedded));
    expect(LifecycleCatalogue.safeParse(JSON.parse(snapshotText(back))).error).toBeUndefined();
    expect(snapshotText(embedded)).toHaveLength(snapshotText(JSON.parse(snapshotText(embedded))).length);
  });

  it.each<[why: string, part: object, cycle: object]>([
    [
      "a date before its word, which is of the day the site was built",
      { isEol: false, eolFrom: "2020-01-01" },
      { eol: "2020-01-01" },
    ],
    ["over without a day", { isEol: true, eolFrom: null }, { eol: true }],
    ["not over or not decided", { isEol: false, eolFrom: null }, { eol: false }],
    ["a phase that is absent", {}, { eol: false }],
    ["a phase that is null: not eligible", { isEoes: null, eoesFrom: null }, { eol: false }],
    ["extended cover that is sold, no end set", { isEoes: false, eoesFrom: null }, { eol: false, eoes: false }],
    ["active support that ended some day", { isEoas: true, eoasFrom: null }, { eol: false, eoas: true }],
    ["LTS from a day to come", { isLts: false, ltsFrom: "2026-10-28" }, { eol: false, lts: "2026-10-28" }],
    ["LTS for all its life", { isLts: true }, { eol: false, lts: true }],
    ["names that are empty", { codename: "", latest: { name: "", date: null, link: null } }, { eol: false }],
    [
      "a latest version without its day",
      { latest: { name: "1.4", date: null, link: null } },
      { eol: false, latest: "1.4" },
    ],
    ["a release without its day", { releaseDate: null }, { eol: false }],
    ["keys that nobody knows yet", { isNew: { deep: [1] }, eolFrom: "2027-02-01" }, { eol: "2027-02-01" }],
  ])("reads %s", (_why, part, cycle) => {
    expect(cycleFor(part)).toEqual(expect.objectContaining(cycle));
    const known = new Set(["cycle", "release", ...Object.keys(cycle)]);
    expect(Object.keys(cycleFor(part) ?? {}).filter((key) => !known.has(key))).toEqual([]);
  });

  it("reads aliases, package URLs, phases with names of their own and the policy", () => {
    const { products } = read(
      answer(
        {},
        product({
          aliases: ["thingy"],
          category: "brand-new-category",
          identifiers: [
            { type: "cpe", id: "cpe:/a:b:c" },
            { type: "purl", id: "pkg:npm/thing" },
          ],
          labels: { eoas: "Active Support", discontinued: "x", eol: "Support", eoes: "ELS" },
          links: { icon: null, html: "h", releasePolicy: "https://example.org/policy" },
          releases: [release({ isLts: false, ltsFrom: "2030-01-01", label: "1 (Upcoming ELS)" })],
        }),
      ),
    );
    expect(products[0]).toMatchObject({
      aliases: ["thingy"],
      category: "brand-new-category",
      purls: ["pkg:npm/thing"],
      phases: { eol: "Support", eoes: "ELS" },
      policy: "https://example.org/policy",
      ltsLabel: "ELS",
    });
  });

  it.each<[why: string, value: unknown]>([
    ["another version of the API", answer({ schema_version: "2.0.0" }, product({}))],
    ["v0's bare list", [{ cycle: "1", eol: false }]],
    ["no products", answer({})],
    ["a day that does not exist", answer({}, product({ releases: [release({ eolFrom: "2026-02-30" })] }))],
    ["an instant for a day", answer({}, product({ releases: [release({ eolFrom: "2026-02-03T00:00:00Z" })] }))],
    ["a product without a name", answer({}, product({ name: null }))],
    ["a name that leads out of a folder", answer({}, product({ name: "../etc" }))],
    ["no time of making", answer({ generated_at: "yesterday" }, product({}))],
  ])("refuses %s", (_why, value) => {
    expect(FullAnswer.safeParse(value).success).toBe(false);
  });
});

/** Without what reads the same: phase names that every product has, and an own word for LTS that no release bears. */
function plain(product: Product | undefined): unknown {
  if (product === undefined) return undefined;
  const { phases = {}, ltsLabel, cycles, ...rest } = product;
  const named = {
    ...(phases.eoas === undefined || /^active support$/i.test(phases.eoas) ? {} : { eoas: phases.eoas }),
    ...(phases.eol === undefined || /^security support$/i.test(phases.eol) ? {} : { eol: phases.eol }),
    ...(phases.eoes === undefined ? {} : { eoes: phases.eoes }),
  };
  const hasLts = cycles.some(({ lts }) => lts !== undefined);
  const { id, label, category, aliases, policy, purls } = rest;
  const ordered = cycles.map(({ cycle, codename, lts, release, eoas, eol, eoes, latest }) => [
    cycle,
    codename,
    lts,
    release,
    eoas,
    eol,
    eoes,
    latest,
  ]);
  return { id, label, category, aliases, policy, purls, named, lts: hasLts ? ltsLabel : undefined, ordered };
}
