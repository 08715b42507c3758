// What the time line shows for a view, and how zoom and pan move its range.
import { describe, expect, test } from "vitest";
import { type Line, linesOf } from "../../../../renderer/screens/lifecycle/lines.ts";
import { panned, zoomed } from "../../../../renderer/screens/lifecycle/use-range.ts";
import { type LineView, lineViewIn, lineViewPlace } from "../../../../renderer/screens/lifecycle/view.ts";
import { itemsInView } from "../../../../renderer/screens/lifecycle/visible.ts";
import { fakeTimeLine } from "../../../support/fake-time-line.ts";

const plain: LineView = lineViewIn("");
const answer = fakeTimeLine(12);
const labels = (part: Partial<LineView>): string[] =>
  linesOf(answer, { ...plain, ...part }).map(({ entry }) => entry.component.label);

describe("the rows of a view", () => {
  test("are every component once by product, and once an image by image", () => {
    expect(labels({}).length).toBe(12);
    const lines = linesOf(answer, { ...plain, group: "image" });
    const pairs = answer.rows.reduce((sum, { images }) => sum + images.length, 0);
    expect(lines.length).toBe(pairs);
    expect(lines.every(({ images }) => images.length === 1)).toBe(true);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(pairs);
    // All rows of an image stand together.
    const groups = lines.map(({ group }) => group).filter((group, index, all) => group !== all[index - 1]);
    expect(new Set(groups).size).toBe(groups.length);
  });

  test("end within the days asked for: what is over counts, what is unknown or goes on does not", () => {
    const soon = labels({ within: 160 });
    expect(soon).toContain("Alpine 3.22");
    expect(soon).toContain("Node.js 20");
    expect(soon).not.toContain("Debian 12");
    expect(soon).not.toContain("Wolfi");
    expect(soon).not.toContain("House Linux 9");
    expect(labels({ within: 159 })).not.toContain("Alpine 3.22");
  });

  test("are those that any chip lets through", () => {
    expect(labels({ filters: ["unknown"] })).toEqual(["House Linux 9"]);
    expect(labels({ filters: ["bought"] }).sort()).toEqual(["Debian 10", "Ubuntu 22.04 LTS"]);
    expect(labels({ filters: ["bought", "unknown"] }).length).toBe(3);
    expect(labels({ filters: ["uncovered"] })).not.toContain("House Linux 9");
  });

  test("are searched by component and image; a name narrows the images of a row", () => {
    const name = answer.images[3]?.name ?? "";
    const lines: Line[] = linesOf(answer, { ...plain, search: name });
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every(({ images }) => images.length === 1 && images[0]?.name === name)).toBe(true);
    expect(labels({ search: "NODE 24" })).toEqual(["Node.js 24"]);
    expect(labels({ search: "nothing of the kind" })).toEqual([]);
  });

  test("have no last day where nobody knows one", () => {
    const lines = linesOf(answer, plain);
    const untilOf = (label: string) => lines.find(({ entry }) => entry.component.label === label)?.until;
    expect([untilOf("House Linux 9"), untilOf("Wolfi"), untilOf("Debian 10")]).toEqual([null, null, "2027-06-30"]);
  });
});

describe("the address of a view", () => {
  test("is read as it was written, and what it does not know stays at its default", () => {
    const view: LineView = {
      group: "image",
      within: 90,
      filters: ["uncovered", "unknown"],
      search: "a b",
      part: "cover",
      on: "2027-01-31" as LineView["on"],
    };
    expect(lineViewIn(lineViewPlace(view).split("?")[1] ?? "")).toEqual(view);
    expect(lineViewPlace(plain)).toBe("/lifecycle");
    expect(lineViewIn("within=-4&group=x&show=y,unknown&on=2027-02-30&part=z")).toEqual({
      ...plain,
      filters: ["unknown"],
    });
    expect(lineViewIn("within=9999").within).toBe(1825);
  });
});

describe("the range", () => {
  test("zooms about a place that stays where it is, and no nearer or farther than the bounds", () => {
    const range = { start: -1000, span: 4000 };
    const near = zoomed(range, 0.5, 0.25);
    expect(near).toEqual({ start: -500, span: 2000 });
    expect(near.start + near.span * 0.25).toBe(range.start + range.span * 0.25);
    expect(zoomed(range, 0.0001, 0.5).span).toBe(120);
    expect(zoomed(range, 1e6, 0.5).span).toBe(14_600);
  });

  test("pans by a part of itself, and not without end", () => {
    expect(panned({ start: 0, span: 1000 }, 0.1)).toEqual({ start: 100, span: 1000 });
    let range = { start: 0, span: 1000 };
    for (let step = 0; step < 1000; step += 1) range = panned(range, 0.5);
    expect(range.start).toBe(14_100);
  });
});

test("only items in view, and a little around them, are drawn", () => {
  const items = Array.from({ length: 1000 }, (_, index) => ({ y: index * 30, height: 30 }));
  const { from, to } = itemsInView(items, 15_000, 600);
  expect(from).toBeLessThanOrEqual(500);
  expect(to).toBeGreaterThanOrEqual(520);
  expect(to - from).toBeLessThan(45);
  expect(itemsInView([], 0, 600)).toEqual({ from: 0, to: 0 });
  expect(itemsInView(items, 1e9, 600)).toEqual({ from: 1000, to: 1000 });
});
