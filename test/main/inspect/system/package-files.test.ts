// Files of Debian packages against their digests: changed, missing, diverted, replaced by another package, and lists that
// cannot be read.
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { keptSums, packageOfSums, parseSum } from "../../../../main/inspect/system/package-sums.ts";
import { systemOf } from "../../../support/system-of.ts";
import { dir, file, symlink, whiteout } from "../../../support/tar-entries.ts";

const info = "/var/lib/dpkg/info";
const sum = (path: string, content: string) => `${createHash("md5").update(content).digest("hex")}  ${path}\n`;
const tool = (...lines: readonly string[]) => file(`${info}/tool.md5sums`, lines.join(""));

describe("the files of packages", () => {
  it("are what their package says, or are named with the layer that changed them", async () => {
    const { system, limits } = await systemOf([
      [
        dir("/usr/lib"),
        symlink("/lib", "usr/lib"),
        file("/usr/bin/tool", "one"),
        file("/usr/bin/other", "two"),
        file("/usr/bin/gone", "three"),
        file("/usr/lib/empty"),
        file("/usr/share/doc/tool/copyright", "changed, and not compared"),
        tool(
          sum("usr/bin/tool", "one"),
          sum("usr/bin/other", "two"),
          sum("usr/bin/gone", "three"),
          sum("lib/empty", ""),
          sum("usr/share/doc/tool/copyright", "x"),
        ),
      ],
      [file("/usr/bin/other", "2"), whiteout("/usr/bin/gone")],
    ]);
    expect(system.packageFiles).toEqual({
      compared: 3,
      changed: [{ path: "/usr/bin/other", package: "tool", layer: 1 }],
      missing: [{ path: "/usr/bin/gone", package: "tool" }],
      more: 0,
    });
    expect(limits).toEqual([]);
  });

  it("changed by a single bit within the very layer of their package are seen", async () => {
    const { system } = await systemOf([[file("/usr/bin/tool", "onf"), tool(sum("usr/bin/tool", "one"))]]);
    expect(system.packageFiles?.changed).toEqual([{ path: "/usr/bin/tool", package: "tool", layer: 0 }]);
  });

  it("lie where a diversion put them, but for those of the package that asked for it", async () => {
    const { system } = await systemOf([
      [
        file("/usr/bin/sh", "new"),
        file("/usr/bin/sh.distrib", "old"),
        file(`${info}/old:amd64.md5sums`, sum("usr/bin/sh", "old")),
        file(`${info}/new.md5sums`, sum("usr/bin/sh", "new")),
        file("/var/lib/dpkg/diversions", "/usr/bin/sh\n/usr/bin/sh.distrib\nnew\n"),
      ],
    ]);
    expect(system.packageFiles).toEqual({ compared: 2, changed: [], missing: [], more: 0 });
  });

  it("that another package replaced are no change", async () => {
    const { system } = await systemOf([
      [
        file("/usr/bin/both", "second"),
        file(`${info}/first.md5sums`, sum("usr/bin/both", "first")),
        file(`${info}/second.md5sums`, sum("usr/bin/both", "second")),
      ],
    ]);
    expect(system.packageFiles?.changed).toEqual([]);
  });

  it("of which a link or a folder took the place", async () => {
    const { system, limits } = await systemOf([
      [
        file("/usr/bin/real", "one"),
        symlink("/usr/bin/moved", "real"),
        symlink("/usr/bin/dangling", "nowhere"),
        symlink("/usr/bin/outside", "/opt/own"),
        file("/usr/bin/else", "two"),
        symlink("/usr/bin/replaced", "else"),
        file("/opt/own", "mine"),
        dir("/usr/bin/folder"),
        tool(
          sum("usr/bin/moved", "one"),
          sum("usr/bin/else", "two"),
          sum("usr/bin/replaced", "one"),
          sum("usr/bin/dangling", "one"),
          sum("usr/bin/folder", "one"),
          sum("usr/bin/outside", "one"),
        ),
      ],
    ]);
    expect(system.packageFiles?.changed.map(({ path }) => path)).toEqual([
      "/usr/bin/dangling",
      "/usr/bin/folder",
      "/usr/bin/replaced",
    ]);
    // What stands outside the folders of programs was not hashed, and that is said.
    expect(limits).toMatchObject([{ weight: "note", where: "/usr/bin/outside" }]);
  });

  it("of distroless images are compared by their lists in status.d, which also say whose programs they are", async () => {
    const { system } = await systemOf([
      [
        file("/usr/bin/tool", "2"),
        file("/var/lib/dpkg/status.d/tool", "Package: tool\nVersion: 1\nArchitecture: amd64\n"),
        file("/var/lib/dpkg/status.d/tool.md5sums", sum("usr/bin/tool", "one")),
      ],
    ]);
    expect(system.packageFiles?.changed).toEqual([{ path: "/usr/bin/tool", package: "tool", layer: 0 }]);
  });

  it("are not known where no list has digests; what apk and rpm have is said not to be compared", async () => {
    expect((await systemOf([[file("/usr/bin/tool", "x")]])).system.packageFiles).toBeNull();
    const apk = await systemOf([[file("/lib/apk/db/installed", "P:musl\nV:1\nA:x\nF:lib\nR:libc.so\nZ:Q1abc=\n\n")]]);
    expect(apk.system.packageFiles).toBeNull();
    expect(apk.limits.map(({ reason }) => reason)).toEqual([
      "the digests that apk keeps of its packages' files are not compared by this version",
    ]);
  });

  it("in lists that are not understood, too large or in files of another kind are a note", async () => {
    const large = file(`${info}/large.md5sums`, Buffer.alloc(16 * 1024 * 1024 + 1, "x\n"));
    const { system, limits } = await systemOf([
      [
        file("/usr/bin/tool", "one"),
        tool(sum("usr/bin/tool", "one"), "nonsense\n", sum("usr/bin/../../etc/passwd", "x")),
        large,
        dir(`${info}/folder.md5sums`),
      ],
    ]);
    expect(system.packageFiles).toEqual({ compared: 1, changed: [], missing: [], more: 0 });
    expect(limits[0]?.reason).toMatch(/^3 files or lists of packages could not be compared/);
  });

  it("are listed up to a bound, and the rest is counted", async () => {
    const lines = Array.from({ length: 2500 }, (_, at) => sum(`usr/bin/f${at}`, "x"));
    const { system } = await systemOf([[dir("/usr/bin"), tool(...lines)]]);
    expect([system.packageFiles?.missing.length, system.packageFiles?.more]).toEqual([1000, 1500]);
  });
});

describe("a list of digests", () => {
  it("keeps the lines that are compared, and says when others were not understood", () => {
    const md5 = "0123456789abcdef0123456789abcdef";
    const body = (text: string) => keptSums(Buffer.from(text)).toString();
    expect(body(`${md5}  usr/bin/a\n${md5} *lib/b\n${md5}  /sbin/c\n${md5}  usr/share/d`)).toBe(
      `${md5}  usr/bin/a\n${md5}  lib/b\n${md5}  sbin/c\n`,
    );
    expect(body(`${md5}  usr/bin/a\nx\n`)).toBe(`${md5}  usr/bin/a\n?\n`);
    expect(body(`${md5}  usr/bin/${"a".repeat(6000)}\n`)).toBe("?\n");
    expect(body(`${md5}  usr/bin/a\n`.repeat(100_001))).toMatch(/\n\?\n$/);
  });

  it("is told by its path, and names its package", () => {
    expect(packageOfSums("/var/lib/dpkg/info/libc6:amd64.md5sums")).toBe("libc6");
    expect(packageOfSums("/var/lib/dpkg/status.d/base.md5sums")).toBe("base");
    expect(packageOfSums("/var/lib/dpkg/info/libc6.list")).toBeNull();
    expect(packageOfSums("/var/lib/dpkg/alternatives/x.md5sums")).toBeNull();
  });

  it.each(["", "?", "0".repeat(32), `${"0".repeat(32)}  `, `${"0".repeat(32)}  a/../b`, `${"0".repeat(31)}g  a`])(
    "%j is no line of one",
    (line) => expect(parseSum(line)).toBeNull(),
  );
});
