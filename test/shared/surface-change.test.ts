import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Surface } from "../../shared/model/hardened.ts";
import { compareSurfaces, type SurfaceProfile, saySurfaceChange } from "../../shared/surface-change.ts";
import { surfacePhrases } from "../../shared/wording/phrases/surface.ts";

const fat: Surface = {
  shells: ["/bin/bash", "/bin/sh"],
  packageManagers: ["/usr/bin/apt"],
  interpreters: ["/usr/bin/perl"],
  setuid: 9,
  packages: 212,
  files: 9000,
  size: 1_000_000_000,
  root: true,
  ports: ["80/tcp"],
  writable: { everyone: 2, sticky: 1, first: ["/data"] },
  unread: [],
};
const slim: Surface = {
  ...fat,
  shells: [],
  packageManagers: [],
  interpreters: [],
  setuid: 0,
  packages: 3,
  files: 40,
  size: 60_000_000,
  root: false,
  ports: ["8080/tcp"],
  writable: { everyone: 0, sticky: 1, owned: 1, first: [] },
};
const said = (before: SurfaceProfile, after: SurfaceProfile, language: "en" | "de" = "en") =>
  saySurfaceChange(compareSurfaces(before, after), language);

describe("compareSurfaces", () => {
  it("says what a move brings in one sentence", () => {
    expect(said(fat, slim)).toBe(
      "94 % smaller, no shell, no package manager, no interpreter, 3 instead of 212 packages, no setuid files, " +
        "nothing that everyone may write, no longer runs as root, opens 8080/tcp in addition",
    );
    expect(said(fat, slim, "de")).toBe(
      "94 % kleiner, keine Shell mehr, kein Paketmanager mehr, kein Interpreter mehr, 3 statt 212 Pakete, " +
        "keine setuid-Dateien mehr, keine von allen beschreibbaren Pfade mehr, läuft nicht mehr als root, " +
        "öffnet zusätzlich 8080/tcp",
    );
  });

  it("says the way back as well", () => {
    expect(said(slim, fat)).toBe(
      "1567 % larger, now with a shell (/bin/bash, /bin/sh), now with a package manager (/usr/bin/apt), " +
        "now with an interpreter (/usr/bin/perl), 212 instead of 3 packages, 9 instead of 0 setuid files, " +
        "2 instead of 0 paths that everyone may write, now runs as root, opens 80/tcp in addition",
    );
  });

  it("says one sentence of two equal surfaces", () => {
    expect(said(fat, fat)).toBe("the same attack surface");
    expect(compareSurfaces(fat, fat).rows.map(({ change }) => change)).toEqual(Array(10).fill("same"));
  });

  it.each<[string, SurfaceProfile, SurfaceProfile, string]>([
    ["no percentage of nothing", { ...fat, size: 0 }, { ...fat, setuid: 8 }, "8 instead of 9 setuid files"],
    ["never 100 % smaller", fat, { ...fat, size: 1 }, "99 % smaller"],
    ["nothing left", fat, { ...fat, size: 0 }, "100 % smaller"],
    ["hardly anything", fat, { ...fat, size: fat.size - 1 }, "the same attack surface"],
    ["half a percent", fat, { ...fat, size: fat.size * 0.995 }, "1 % smaller"],
    ["fewer shells", fat, { ...fat, shells: ["/bin/sh"] }, "1 instead of 2 shells"],
    ["closed ports", fat, { ...fat, ports: [] }, "no longer opens 80/tcp"],
    [
      "many ports",
      { ...fat, ports: [] },
      { ...fat, ports: ["1", "2", "3", "4", "5"] },
      "opens 1, 2, 3, +2 in addition",
    ],
  ])("%s", (_what, before, after, sentence) => {
    expect(said(before, after)).toBe(sentence);
  });

  it("does not take an unread list for an empty one", () => {
    const unread: Surface = { ...slim, shells: [], packageManagers: [], interpreters: [], unread: ["programs"] };
    const { rows, summary } = compareSurfaces(fat, unread);
    const row = (measure: string) => rows.find((each) => each.measure === measure);
    expect(row("shells")).toEqual({ measure: "shells", before: fat.shells, after: null, change: "unknown" });
    expect(summary.at(-1)?.key).toBe("surface.unknown");
    expect(said(fat, unread)).toMatch(/, not comparable: shells, package managers, interpreters$/);
    expect(said(fat, unread)).not.toContain("no shell");
  });

  it("takes the lists of older audits only where they hold something", () => {
    const { unread: _unread, writable: _writable, ...old } = fat;
    expect(said(old, slim)).toContain("no shell");
    const { rows } = compareSurfaces({ ...old, shells: [] }, slim);
    expect(rows.filter(({ change }) => change === "unknown").map(({ measure }) => measure)).toEqual([
      "shells",
      "writable",
    ]);
  });

  it.each([
    ["packages", ["packages"]],
    ["files", ["size", "files", "setuid"]],
  ] as const)("compares nothing that rests on unread %s", (unread, measures) => {
    const { rows } = compareSurfaces(fat, { ...slim, unread: [unread] });
    expect(rows.filter(({ change }) => change === "unknown").map(({ measure }) => measure)).toEqual(measures);
  });

  it("compares with what a source states in part, and names the rest", () => {
    const sentence = said(fat, { shells: [], root: false, unread: [] });
    expect(sentence).toBe(
      "no shell, no longer runs as root, not comparable: size, package managers, interpreters, packages, " +
        "number of files, setuid files, writable paths, ports",
    );
  });

  it("turns around with its sides: smaller one way is larger the other", () => {
    const surface = fc.record({
      shells: fc.subarray(["/bin/sh", "/bin/bash"]),
      packageManagers: fc.subarray(["/usr/bin/apt"]),
      interpreters: fc.subarray(["/usr/bin/perl"]),
      setuid: fc.nat(5),
      packages: fc.nat(500),
      files: fc.nat(500),
      size: fc.nat(),
      root: fc.boolean(),
      ports: fc.subarray(["1/tcp", "2/tcp"]),
      unread: fc.subarray<"programs" | "packages" | "files">(["programs", "packages", "files"]),
    });
    const opposite = {
      smaller: "larger",
      larger: "smaller",
      same: "same",
      other: "other",
      unknown: "unknown",
    } as const;
    fc.assert(
      fc.property(surface, surface, (a, b) => {
        const there = compareSurfaces(a, b).rows;
        const back = compareSurfaces(b, a).rows;
        expect(back.map(({ change }) => change)).toEqual(there.map(({ change }) => opposite[change]));
        expect(said(a, b)).not.toMatch(/\{|\}/);
      }),
    );
  });
});

describe("the sentences of surfaces", () => {
  it("are all used", async () => {
    const { readFileSync } = await import("node:fs");
    const source = readFileSync("shared/surface-change.ts", "utf8");
    const used = [...source.matchAll(/"(surface\.[a-z0-9-]+)"/g)].map((match) => match[1]);
    expect([...new Set(used)].sort()).toEqual(Object.keys(surfacePhrases).sort());
  });
});
