// dpkg and apk databases, the layer that brought a package, and databases that are seen but not read.
import { describe, expect, it } from "vitest";
import { parseApk } from "../../../../main/inspect/packages/apk.ts";
import { parseDpkg } from "../../../../main/inspect/packages/dpkg.ts";
import { installedPackages } from "../../../../main/inspect/packages/installed.ts";
import { sayUnreadDatabases } from "../../../../main/inspect/packages/unread.ts";
import { filesOf } from "../../../support/layer-of.ts";
import { dir, file, symlink, whiteout } from "../../../support/tar-entries.ts";

const stanza = (name: string, version: string, status = "install ok installed") =>
  `Package: ${name}\nStatus: ${status}\nArchitecture: amd64\nVersion: ${version}\nDescription: x\n more\n .\n more\n\n`;

describe("parseDpkg", () => {
  it.each([
    ["install ok installed", 1],
    ["hold ok installed", 1],
    ["deinstall ok config-files", 0],
    ["install ok half-configured", 0],
    ["purge ok not-installed", 0],
  ])("a package that is %j counts %d times", (status, count) => {
    const { packages, malformed } = parseDpkg(stanza("a", "1", status));
    expect([packages.length, malformed]).toEqual([count, 0]);
  });

  it.each([
    ["Source: glibc", { name: "glibc", version: "2:1.0-1+b1" }],
    ["Source: glibc (2.36-9)", { name: "glibc", version: "2.36-9" }],
    ["Section: libs", undefined],
  ])("knows the source of %j", (field, source) => {
    const { packages } = parseDpkg(`Package: libc6\nVersion: 2:1.0-1+b1\nArchitecture: amd64\n${field}\n`);
    expect(packages).toEqual([{ name: "libc6", version: "2:1.0-1+b1", arch: "amd64", ...(source ? { source } : {}) }]);
  });

  it("counts what is no package and goes on", () => {
    const text = `garbage\n\nPackage: \nVersion: 1\n\nPackage: b\n\nVersion: 1\nStatus: installed\n\n${stanza("ok", "1")}`;
    const { packages, malformed } = parseDpkg(text);
    expect(packages.map(({ name }) => name)).toEqual(["ok"]);
    expect(malformed).toBe(4);
  });

  it("reads CRLF, other cases of field names and a file without a last line feed", () => {
    expect(parseDpkg("package: a\r\nVERSION: 1\r\n\r\nPackage: b\r\nVersion: 2").packages).toMatchObject([
      { name: "a", version: "1" },
      { name: "b", version: "2" },
    ]);
  });
});

describe("parseApk", () => {
  it("reads name, version, architecture and origin, and passes over file lists", () => {
    const text =
      "C:Q1abc=\nP:libcrypto3\nV:3.1.4-r5\nA:x86_64\no:openssl\nF:lib\nR:libcrypto.so.3\na:0:0:755\n\nP:musl\nV:1.2.4-r2\nA:x86_64\no:musl\n\n";
    expect(parseApk(text)).toEqual({
      type: "apk",
      packages: [
        { name: "libcrypto3", version: "3.1.4-r5", arch: "x86_64", source: { name: "openssl", version: "3.1.4-r5" } },
        { name: "musl", version: "1.2.4-r2", arch: "x86_64" },
      ],
      malformed: 0,
      cut: false,
    });
  });

  it("counts paragraphs without a name or a version", () => {
    expect(parseApk("V:1\n\nP:a\n\nP:b\nV:2")).toMatchObject({ malformed: 2, packages: [{ name: "b" }] });
  });
});

describe("installedPackages", () => {
  const status = "/var/lib/dpkg/status";

  it("names the layer that brought each package in its present version", async () => {
    const files = await filesOf(
      [file(status, stanza("a", "1") + stanza("b", "1"))],
      [file(status, stanza("a", "1") + stanza("b", "2") + stanza("c", "1"))],
      [file("/other")],
      [file(status, stanza("a", "1") + stanza("b", "2") + stanza("d", "1"))],
    );
    expect(installedPackages(files).map(({ name, version, layer }) => [name, version, layer])).toEqual([
      ["a", "1", 0],
      ["b", "2", 1],
      ["d", "1", 3],
    ]);
  });

  it("reads the parts of status.d as installed, without their md5sums", async () => {
    const files = await filesOf([
      file("/var/lib/dpkg/status.d/tzdata", "Package: tzdata\nVersion: 2024a\nArchitecture: all\n"),
      file("/var/lib/dpkg/status.d/tzdata.md5sums", "d41d8cd9 usr/x\n"),
    ]);
    expect(installedPackages(files)).toEqual([
      { type: "deb", name: "tzdata", version: "2024a", arch: "all", layer: 0, path: "/var/lib/dpkg/status.d/tzdata" },
    ]);
    expect(files.limits.sorted()).toEqual([]);
  });

  it("reads apk's database under /usr, through links once", async () => {
    const text = "P:musl\nV:1\nA:x86_64\n\n";
    const files = await filesOf([symlink("/lib", "usr/lib"), file("/usr/lib/apk/db/installed", text)]);
    expect(installedPackages(files).map(({ type, name, path }) => [type, name, path])).toEqual([
      ["apk", "musl", "/lib/apk/db/installed"],
    ]);
  });

  it("takes nothing from a database that was deleted", async () => {
    const files = await filesOf([file(status, stanza("a", "1"))], [whiteout(status)]);
    expect(installedPackages(files)).toEqual([]);
  });

  it("makes a gap of a database without a single package and a note of a broken entry", async () => {
    const broken = await filesOf([file(status, "not a database at all")]);
    expect(installedPackages(broken)).toEqual([]);
    expect(broken.limits.sorted()).toMatchObject([{ fact: "packages", weight: "gap", where: status }]);
    const partly = await filesOf([file(status, `${stanza("a", "1")}rubbish\n`)]);
    expect(installedPackages(partly)).toHaveLength(1);
    expect(partly.limits.sorted()).toMatchObject([{ fact: "packages", weight: "note", where: status }]);
  });
});

describe("sayUnreadDatabases", () => {
  it.each([
    [dir("/var/lib/pacman/local"), "pacman"],
    [file("/usr/lib/opkg/status"), "opkg"],
    [file("/nix/var/nix/db/db.sqlite"), "nix"],
  ])("makes a gap of $path", async (member, kind) => {
    const files = await filesOf([member]);
    sayUnreadDatabases(files);
    expect(files.limits.sorted().filter(({ weight }) => weight === "gap")).toMatchObject([
      { fact: "packages", reason: `${kind} package database not read yet by this version` },
    ]);
  });

  it("says nothing of databases that are read", async () => {
    const files = await filesOf([file("/var/lib/dpkg/status", stanza("a", "1"))]);
    sayUnreadDatabases(files);
    expect(files.limits.sorted()).toEqual([]);
  });
});
