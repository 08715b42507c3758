// What changed between two states of the data, and how it reads in both languages.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lifecycleChanges } from "../../../main/data/lifecycle-changes.ts";
import { LifecycleCatalogue } from "../../../shared/model/lifecycle.ts";
import { changePhrase } from "../../../shared/wording/lifecycle-changes.ts";
import { dataPhrases } from "../../../shared/wording/phrases/data.ts";
import { say } from "../../../shared/wording/say.ts";

const catalogue = (...products: object[]) =>
  LifecycleCatalogue.parse({
    schema: "plimsoll/lifecycle-catalogue@1",
    source: "endoflife.date",
    date: "2026-08-22",
    licence: "MIT",
    notice: "n",
    products: products.map((one) => ({ label: "Debian", category: "os", ...one })),
  });
const debian = (part: object, more: object[] = [], extra: object = {}) => ({
  id: "debian",
  phases: { eoes: "Debian LTS" },
  cycles: [{ cycle: "12", release: "2023-06-10", eol: "2026-07-11", eoes: "2028-06-30", ...part }, ...more],
  ...extra,
});
const go = { id: "go", label: "Go", cycles: [] };

const cases: [why: string, before: object[], after: object[], en: string[], de: string[]][] = [
  ["nothing", [debian({})], [debian({})], [], []],
  [
    "an end that moved, in the product's own words",
    [debian({})],
    [debian({ eoes: "2028-12-31" })],
    ["Debian 12: Debian LTS moved from 2028-06-30 to 2028-12-31"],
    ["Debian 12: Debian LTS von 2028-06-30 auf 2028-12-31 verschoben"],
  ],
  [
    "a phase without a name of its own",
    [debian({})],
    [debian({ eol: "2026-06-10" })],
    ["Debian 12: security support moved from 2026-07-11 to 2026-06-10"],
    ["Debian 12: Sicherheits-Support von 2026-07-11 auf 2026-06-10 verschoben"],
  ],
  [
    "an open end that got a day",
    [debian({ eol: false })],
    [debian({ eol: "2027-01-01" })],
    ["Debian 12: security support moved from open to 2027-01-01"],
    ["Debian 12: Sicherheits-Support von offen auf 2027-01-01 verschoben"],
  ],
  [
    "an end that is over without a day",
    [debian({ eol: false })],
    [debian({ eol: true })],
    ["Debian 12: security support moved from open to over"],
    ["Debian 12: Sicherheits-Support von offen auf beendet verschoben"],
  ],
  [
    "a phase that is stated now",
    [debian({})],
    [debian({ eoas: "2025-01-01" })],
    ["Debian 12: active support is now 2025-01-01"],
    ["Debian 12: aktiver Support ist jetzt 2025-01-01"],
  ],
  [
    "a phase that is stated no longer",
    [debian({})],
    [debian({ eoes: undefined })],
    ["Debian 12: Debian LTS is no longer stated, it was 2028-06-30"],
    ["Debian 12: Debian LTS wird nicht mehr genannt, war 2028-06-30"],
  ],
  [
    "a release day",
    [debian({})],
    [debian({ release: "2023-06-11" })],
    ["Debian 12: release day moved from 2023-06-10 to 2023-06-11"],
    ["Debian 12: Erscheinungstag von 2023-06-10 auf 2023-06-11 verschoben"],
  ],
  [
    "a new cycle",
    [debian({})],
    [debian({}, [{ cycle: "14", eol: "2030-07-01" }])],
    ["Debian 14 is new, security support: 2030-07-01"],
    ["Debian 14 ist neu, Sicherheits-Support: 2030-07-01"],
  ],
  [
    "a cycle that is gone",
    [debian({}, [{ cycle: "11" }])],
    [debian({})],
    ["Debian 11 is gone"],
    ["Debian 11 ist entfallen"],
  ],
  ["a new product", [debian({})], [debian({}), go], ["Go is new, cycles: 0"], ["Go ist neu, Zyklen: 0"]],
  ["a product that is gone", [debian({}), go], [debian({})], ["Go is gone"], ["Go ist entfallen"]],
  [
    "a product that was renamed, with a date that moved",
    [debian({})],
    [debian({ eoes: "2028-12-31" }, [], { id: "debian-gnu", aliases: ["debian"] })],
    ["Debian 12: Debian LTS moved from 2028-06-30 to 2028-12-31", "Debian was called debian and is now debian-gnu"],
    ["Debian 12: Debian LTS von 2028-06-30 auf 2028-12-31 verschoben", "Debian hieß debian und heißt nun debian-gnu"],
  ],
  [
    "an alias of a product that is still there, which is no renaming",
    [debian({}), go],
    [debian({}), { ...go, id: "golang", aliases: ["go"] }, go],
    ["Go is new, cycles: 0"],
    ["Go ist neu, Zyklen: 0"],
  ],
  ["a latest version, which is nobody's date", [debian({ latest: "12.1" })], [debian({ latest: "12.2" })], [], []],
];

describe("lifecycleChanges", () => {
  it.each(cases)("tells %s", (_why, before, after, en, de) => {
    const phrases = lifecycleChanges(catalogue(...before), catalogue(...after)).map(changePhrase);
    expect(phrases.map((one) => say(one, "en"))).toEqual(en);
    expect(phrases.map((one) => say(one, "de"))).toEqual(de);
  });

  it("puts moved dates before everything else", () => {
    const before = catalogue(debian({}), go);
    const after = catalogue(debian({ eol: "2026-07-12" }, [{ cycle: "14" }]));
    expect(lifecycleChanges(before, after).map(({ kind }) => kind)).toEqual([
      "date-moved",
      "new-cycle",
      "gone-product",
    ]);
  });

  it("makes labels of the source harmless where they are said", () => {
    const [change] = lifecycleChanges(catalogue(debian({})), catalogue(debian({}), { ...go, label: "Go\u001b[2J" }));
    expect(change === undefined ? "" : say(changePhrase(change), "en")).toBe("Go\\u001b[2J is new, cycles: 0");
  });
});

it("every sentence about data is said somewhere, and every one that is said exists", () => {
  const files = [...readdirSync("main/data").map((name) => `main/data/${name}`), "shared/wording/lifecycle-changes.ts"];
  const text = files.map((file) => readFileSync(file, "utf8")).join("\n");
  const used = new Set([...text.matchAll(/["`](data\.[a-z0-9-]+)["`]/g)].map((match) => match[1] ?? ""));
  for (const what of ["products", "cycles"]) used.add(`data.few-${what}`);
  expect([...used].sort()).toEqual(Object.keys(dataPhrases).sort());
});
