// What the databases of apk and rpm say of files: their lists in every form, damaged ones, and the bounds of a layer.
import { describe, expect, it } from "vitest";
import { parseApk } from "../../../../../main/inspect/packages/apk.ts";
import {
  maxOwnedPaths,
  mayBeOwnedProgram,
  OwnedProgramsBudget,
  OwnedProgramsCollector,
} from "../../../../../main/inspect/packages/owned/owned-programs.ts";
import { parseRpm } from "../../../../../main/inspect/packages/rpm/parse-rpm.ts";
import { berkeleyFile } from "../../../../support/berkeley-file.ts";
import { layerOf } from "../../../../support/layer-of.ts";
import { bigEndian, headerOfTags, type Tag, textTag } from "../../../../support/rpm-fixtures.ts";
import { file } from "../../../../support/tar-entries.ts";

describe("a path", () => {
  it.each([
    ["/bin/busybox", true],
    ["/usr/bin/python3.11", true],
    ["/usr/games/x", true],
    ["/usr/lib/go-1.19/bin/go", true],
    ["/usr/lib/go-1.19/pkg/tool/linux_amd64/compile", true],
    ["/usr/lib64/plugins/a", true],
    ["/opt/tool/tool", true],
    ["/usr/lib/jvm/java-17-openjdk-amd64/release", true],
    ["/usr/lib/dotnet/shared/Microsoft.NETCore.App/8.0.8/System.Private.CoreLib.dll", true],
    ["/usr/include/node/node_version.h", true],
    ["/usr/share/man/man1/a.1.gz", false],
    ["/usr/share/doc/a/README", false],
    ["/usr/lib/python3/dist-packages/a.py", false],
    ["/etc/init.d/a", false],
    ["/", false],
  ])("%s may show a runtime: %s", (path, wanted) => {
    expect(mayBeOwnedProgram(path)).toBe(wanted);
  });
});

describe("the files of an apk database", () => {
  it("belong to the paragraph that they stand in, and a folder does not outlast it", () => {
    const text =
      "P:a\nV:1\nF:\nF:usr\nF:usr/bin\nR:b\na:0:0:755\nZ:Q1=\nR:a\nF:etc\nR:a.conf\n\nP:c\nV:2\nR:lost\nF:sbin\nR:c\n\n";
    expect(parseApk(text).programs).toEqual({
      owners: [
        { name: "a", version: "1", paths: ["/usr/bin/a", "/usr/bin/b"] },
        { name: "c", version: "2", paths: ["/sbin/c"] },
      ],
      malformed: 1,
      cut: false,
    });
  });

  it.each([
    ["a folder that leads out", "F:usr/../../bin\nR:a"],
    ["an absolute folder", "F:/usr/bin\nR:a"],
    ["a name with a folder", "F:usr\nR:bin/a"],
    ["no name", "F:usr/bin\nR:"],
  ])("with %s are counted and not kept", (_, lines) => {
    expect(parseApk(`P:a\nV:1\n${lines}\n`).programs).toEqual({ owners: [], malformed: 1, cut: false });
  });

  it("of a paragraph that is no package belong to nobody", () => {
    const { programs } = parseApk("P:a\nF:bin\nR:a\n\nP:b\nV:1\nF:bin\nR:b\n");
    expect(programs?.owners).toEqual([{ name: "b", version: "1", paths: ["/bin/b"] }]);
  });
});

const strings = (tag: number, values: readonly string[]): Tag => [
  tag,
  8,
  values.length,
  Buffer.from(values.map((value) => `${value}\0`).join("")),
];
const numbers = (tag: number, ...values: readonly number[]): Tag => [tag, 4, values.length, bigEndian(...values)];
const head = [textTag(1000, "a"), textTag(1001, "1"), textTag(1002, "2.el9"), textTag(1022, "x86_64")];
const programsOf = (...tags: readonly Tag[]) =>
  parseRpm(berkeleyFile([headerOfTags([...head, ...tags])]), "/var/lib/rpm/Packages").programs;
const lists = [
  numbers(1116, 0, 1, 0),
  strings(1117, ["a", "x.h", "b"]),
  strings(1118, ["/usr/bin/", "/usr/include/"]),
] as const;
const owned = (...paths: readonly string[]) => [{ name: "a", version: "1-2.el9", arch: "x86_64", paths }];

describe("the files of an rpm header", () => {
  it("are put together from names, folders and numbers", () => {
    expect(programsOf(...lists)).toEqual({ owners: owned("/usr/bin/a", "/usr/bin/b"), malformed: 0, cut: false });
  });

  it("stand in one list in headers of old", () => {
    expect(programsOf(strings(1027, ["/sbin/a", "/usr/share/doc/a"]))?.owners).toEqual(owned("/sbin/a"));
  });

  it("that were replaced, left out or never part of it are not its own", () => {
    const states: Tag = [1029, 1, 3, Buffer.from([1, 0, 0])];
    expect(programsOf(...lists, states)?.owners).toEqual(owned("/usr/bin/b"));
    expect(programsOf(...lists, numbers(1037, 0, 0, 1 << 6))?.owners).toEqual(owned("/usr/bin/a"));
  });

  it.each<[string, readonly Tag[]]>([
    ["fewer numbers than names", [numbers(1116, 0), ...lists.slice(1)]],
    ["states of another count", [...lists, [1029, 1, 1, Buffer.from([0])]]],
    ["names that do not end", [numbers(1116, 0, 0), [1117, 8, 2, Buffer.from("aaaa")], strings(1118, ["/bin/"])]],
    ["a number without a folder", [numbers(1116, 7), strings(1117, ["a"]), strings(1118, ["/bin/"])]],
    ["a folder that leads out", [numbers(1116, 0), strings(1117, ["a"]), strings(1118, ["/bin/../../"])]],
    ["a relative folder", [numbers(1116, 0), strings(1117, ["a"]), strings(1118, ["bin/"])]],
    ["a name that leads out", [numbers(1116, 0), strings(1117, ["../a"]), strings(1118, ["/bin/"])]],
  ])("with %s are counted and not kept", (_, tags) => {
    const found = programsOf(...tags);
    expect(found?.owners).toEqual([]);
    expect(found?.malformed).toBeGreaterThan(0);
  });

  it("say nothing where there are none", () => {
    expect(programsOf()).toBeUndefined();
  });

  it("come with the vendor of the package", () => {
    const blob = headerOfTags([...head, textTag(1011, "Fedora Project")]);
    expect(parseRpm(berkeleyFile([blob]), "/var/lib/rpm/Packages").packages).toMatchObject([
      { maker: "Fedora Project" },
    ]);
  });
});

describe("bounds", () => {
  it("hold for long folders that are named over and over", () => {
    const collector = new OwnedProgramsCollector();
    const long = `/usr/share/${"a".repeat(200)}/`.padEnd(4000, "b/");
    let seen = 0;
    for (; seen < 1_000_000 && !collector.full; seen++) collector.see(`${long}${seen}`);
    expect(seen).toBeLessThan(100_000);
    expect(collector.end().cut).toBe(true);
  });

  it("hold for all lists together", () => {
    const half = (name: string) => {
      const paths = Array.from({ length: maxOwnedPaths / 2 }, (_, at) => `/bin/${name}${at}`);
      return { owners: [{ name, paths }], malformed: 0, cut: false };
    };
    const budget = new OwnedProgramsBudget();
    const taken = ["a", "b", "c"].map((name) => budget.take(half(name)));
    expect(taken.map(({ owners, cut }) => [owners.length, cut])).toEqual([
      [1, false],
      [1, false],
      [0, true],
    ]);
  });

  it("hold for a layer", async () => {
    const lines = (from: string) => Array.from({ length: 150_000 }, (_, at) => `/bin/${from}${at}`).join("\n");
    const { databases } = await layerOf(
      ["a", "b", "c"].map((name) => file(`/var/lib/dpkg/info/${name}.list`, lines(name))),
    );
    expect([...databases.values()].map(({ programs }) => programs?.cut)).toEqual([false, true, true]);
  });
});
