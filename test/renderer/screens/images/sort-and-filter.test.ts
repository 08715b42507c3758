import { describe, expect, test } from "vitest";
import { idleAudit } from "../../../../renderer/bridge/audit-state.ts";
import { nameOf } from "../../../../renderer/parts/image-name.ts";
import { filterLines, matchesSearch } from "../../../../renderer/screens/images/filter.ts";
import { movedBy } from "../../../../renderer/screens/images/grid-keys.ts";
import { type ImageLine, linesOf } from "../../../../renderer/screens/images/image-line.ts";
import { type Direction, type SortKey, sortKeys, sortLines } from "../../../../renderer/screens/images/sort.ts";
import { fakeAudit } from "../../../support/fake-audits.ts";
import { fakeImage, fakeToday } from "../../../support/fake-images.ts";

/** Forty images; the last ten were never audited. */
const lines: ImageLine[] = linesOf(
  Array.from({ length: 40 }, (_, index) => {
    const listed = fakeImage(index);
    if (index >= 30) return { listed };
    const { summary, hardened, facts } = fakeAudit(index);
    const last = { on: fakeToday, finishedAt: "", summary, os: facts.os?.prettyName ?? null, hardened: hardened.state };
    return { listed, last };
  }),
  idleAudit,
  { kind: "engine" },
);

describe("sorting", () => {
  test.each(
    sortKeys.flatMap((key): [SortKey, Direction][] => [
      [key, "ascending"],
      [key, "descending"],
    ]),
  )("by %s, %s, keeps every image", (key, direction) => {
    expect(new Set(sortLines(lines, key, direction).map((line) => line.key)).size).toBe(40);
  });

  test.each(["ascending", "descending"] as const)("puts images never audited last, %s alike", (direction) => {
    for (const key of ["controls", "hardened"] as const) {
      expect(
        sortLines(lines, key, direction)
          .slice(-10)
          .every((line) => line.last === null),
      ).toBe(true);
    }
  });

  test("by controls puts most fails first", () => {
    const fails = sortLines(lines, "controls", "descending").map((line) => line.last?.summary.byStatus.fail ?? -1);
    expect(fails).toEqual([...fails].sort((a, b) => b - a));
  });

  test("reads numbers inside names as numbers", () => {
    const named = ["w:10.0", "w:2.4", "w:1.2"].map((name, index) => ({ ...fakeImage(index), references: [name] }));
    const sorted = sortLines(
      linesOf(
        named.map((listed) => ({ listed })),
        idleAudit,
        { kind: "engine" },
      ),
      "image",
      "ascending",
    );
    expect(sorted.map((line) => nameOf(line.listed))).toEqual(["w:1.2", "w:2.4", "w:10.0"]);
  });
});

describe("filters", () => {
  test("join: every one that is on must hold", () => {
    const failing = filterLines(lines, ["failing"], "", fakeToday);
    const both = filterLines(lines, ["failing", "unused"], "", fakeToday);
    expect(failing.every((line) => (line.last?.summary.byStatus.fail ?? 0) > 0)).toBe(true);
    expect(both).toEqual(failing.filter(({ listed: { usedBy } }) => usedBy.running + usedBy.stopped === 0));
    expect(both.length).toBeGreaterThan(0);
  });

  test("by end of support take what has ended and what ends within 90 days, and nothing undated", () => {
    const ending = filterLines(lines, ["ending"], "", fakeToday);
    const systems = new Set(ending.map((line) => line.last?.os));
    expect(systems).toEqual(
      new Set(["Debian GNU/Linux 10 (buster)", "Alpine Linux v3.20", "Debian GNU/Linux 11 (bullseye)"]),
    );
  });

  test("unread are those never audited", () => {
    expect(filterLines(lines, ["unread"], "", fakeToday)).toHaveLength(10);
  });

  test("search wants every word, anywhere in names, digest, platform or system", () => {
    const [line] = lines;
    if (line === undefined) throw new Error("no line");
    for (const text of ["SHOP", "api bookworm", line.listed.id.slice(7, 19), "linux/amd64"]) {
      expect(matchesSearch(line, text)).toBe(true);
    }
    expect(matchesSearch(line, "shop alpine")).toBe(false);
  });
});

test.each([
  ["ArrowDown", 3, 4],
  ["ArrowUp", 0, 0],
  ["End", 3, 9],
  ["Home", 3, 0],
  ["PageDown", 3, 8],
  ["PageUp", 3, 0],
  ["x", 3, null],
])("%s moves from row %d to %s of ten", (key, from, to) => {
  expect(movedBy(key, from, 10, 5)).toBe(to);
  expect(movedBy(key, 0, 0, 5)).toBeNull();
});
