// Whose images these are, told by kept runs alone.
import { describe, expect, it } from "vitest";
import { nameOf, ownedImages, placeImages } from "../../main/portfolio.ts";
import type { KeptImage, RunEntry } from "../../shared/model/history.ts";
import type { LifecycleData } from "../../shared/model/lifecycle.ts";
import { lifecycleFactsOf } from "../../shared/model/lifecycle-facts.ts";
import { emptyCounts } from "../../shared/summary.ts";
import { factsWith } from "../support/facts.ts";
import { day, idOf } from "../support/kept-run.ts";

const summary = {
  byStatus: emptyCounts(),
  bySeverity: { high: 0, medium: 0, low: 0 },
  waived: 0,
  lifecycle: "none" as const,
  supportedUntil: null,
};

/** An image with the id of one digit, under these names. */
function image(digit: string, ...references: string[]): KeptImage {
  return { audit: digit.repeat(64), ids: [idOf(digit)], references, os: null, summary };
}

let count = 0;
function run(images: KeptImage[], change: Partial<RunEntry> = {}): RunEntry {
  count += 1;
  const stamp = `2026-11-${String(count % 28).padStart(2, "0")}T06:00:00Z`;
  const id = count.toString(16).padStart(64, "0");
  return {
    run: id,
    on: day("2026-11-20"),
    startedAt: stamp,
    finishedAt: stamp,
    source: "default",
    errors: 0,
    images,
    ...change,
  };
}
const whole = { whole: true as const };

/** `digit names` of each image that is there. */
const owned = (...runs: RunEntry[]): string[] =>
  ownedImages(runs).map(({ kept, references }) => `${(kept.ids[0] ?? "").slice(7, 8)} ${references.join()}`.trim());

describe("own images", () => {
  it.each<[string, RunEntry[], string[]]>([
    ["none where no run is kept", [], []],
    ["those of one run, by name", [run([image("2", "web:1"), image("1", "api:1")])], ["1 api:1", "2 web:1"]],
    [
      "each once, however often it was looked at",
      [run([image("1", "api:1")]), run([image("1", "api:1")])],
      ["1 api:1"],
    ],
    [
      "gone when a whole run of its source lists it no more",
      [run([image("1", "api:1"), image("2", "web:1")], whole), run([image("2", "web:1")], whole)],
      ["2 web:1"],
    ],
    ["all gone when a whole run finds nothing", [run([image("1", "api:1")], whole), run([], whole)], []],
    [
      "still there when a later run was partial",
      [run([image("1", "api:1"), image("2", "web:1")], whole), run([image("2", "web:1")])],
      ["1 api:1", "2 web:1"],
    ],
    ["still there when a later run failed", [run([image("1", "api:1")], whole), run([], { errors: 1 })], ["1 api:1"]],
    [
      "gone when another image has taken its only name",
      [run([image("1", "api:1")]), run([image("2", "api:1")])],
      ["2 api:1"],
    ],
    [
      "there under the names that it has left",
      [run([image("1", "api:1", "api:latest")]), run([image("2", "api:2", "api:latest")])],
      ["1 api:1", "2 api:2,api:latest"],
    ],
    ["there without a name that it never had", [run([image("1")]), run([image("2", "api:1")])], ["2 api:1", "1"]],
    [
      "those of every platform that share a name in one run",
      [run([image("1", "api:1"), image("2", "api:1")])],
      ["1 api:1", "2 api:1"],
    ],
    [
      "an image that gets a name back",
      [run([image("1", "api:1")]), run([image("2", "api:1")]), run([image("1", "api:1")])],
      ["1 api:1"],
    ],
    ["never the sample", [run([image("1", "sample/bad")], { sample: true, ...whole })], []],
    [
      "those of two sources; a whole run says nothing of the other",
      [run([image("1", "api:1")], whole), run([image("2", "web:1")], { source: "shop.tar", ...whole })],
      ["1 api:1", "2 web:1"],
    ],
    [
      "a name in another source takes none",
      [run([image("1", "api:1")], whole), run([image("2", "api:1")], { source: "shop.tar" })],
      ["1 api:1", "2 api:1"],
    ],
    [
      "one that is gone from one source and still in another",
      [run([image("1", "api:1")], whole), run([image("1", "api:1")], { source: "shop.tar" }), run([], whole)],
      ["1 api:1"],
    ],
  ])("are %s", (_what, runs, expected) => {
    expect(owned(...runs)).toEqual(expected);
  });

  it("of two sources are taken from the newest look, also within a day", () => {
    const first = run([image("1", "api:old")], { source: "a" });
    const second = run([image("1", "api:new")], { source: "b" });
    const third = run([image("1", "api:again")], { source: "a" });
    expect(owned(first, second)).toEqual(["1 api:new"]);
    const [found] = ownedImages([first, second, third]);
    expect([found?.references, found?.source, found?.run]).toEqual([["api:again"], "a", third.run]);
  });

  it("know the day and the run of their newest audit", () => {
    const later = run([image("1", "api:1")], { on: day("2026-11-24") });
    expect(ownedImages([run([image("1", "api:1")]), later])[0]).toMatchObject({ on: "2026-11-24", run: later.run });
  });

  it("are called by their first name, else by their id", () => {
    const [named, nameless] = ownedImages([run([image("1", "api:1", "api:2"), image("2")])]);
    expect([named, nameless].map((one) => (one === undefined ? null : nameOf(one)))).toEqual(["api:1", idOf("2")]);
  });
});

describe("placed images", () => {
  const data: LifecycleData = {
    schema: "plimsoll/lifecycle-catalogue@1",
    source: "endoflife.date",
    date: day("2026-08-22"),
    licence: "MIT",
    notice: "",
    products: [],
  };
  const images = ownedImages([run([image("1", "api:1"), image("2", "web:1")])]);
  const facts = lifecycleFactsOf(factsWith());

  it("have their components as they stand on the day", async () => {
    const placed = await placeImages(images, async () => facts, data, null, day("2026-11-24"));
    expect(placed.map(({ references, entries }) => [references, entries[0]?.status])).toEqual([
      [["api:1"], "none"],
      [["web:1"], "none"],
    ]);
  });

  it("leave out, and tell, what cannot be read; throw where nobody would hear", async () => {
    const read = async ({ audit }: KeptImage) => {
      if (audit.startsWith("1")) throw new Error("cut");
      return facts;
    };
    const heard: string[] = [];
    const placed = await placeImages(images, read, data, null, day("2026-11-24"), (one, error) =>
      heard.push(`${nameOf(one)} ${String(error)}`),
    );
    expect(placed.map(nameOf)).toEqual(["web:1"]);
    expect(heard).toEqual(["api:1 Error: cut"]);
    await expect(placeImages(images, read, data, null, day("2026-11-24"))).rejects.toThrow("cut");
  });
});
