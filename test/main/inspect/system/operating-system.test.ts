// os-release in all its spellings, where it is looked for, and what stands in for it.
import { describe, expect, it } from "vitest";
import { operatingSystemOf } from "../../../../main/inspect/system/operating-system.ts";
import { parseOsRelease } from "../../../../main/inspect/system/os-release.ts";
import type { NewMember } from "../../../../main/tar/write-tar.ts";
import { filesOf } from "../../../support/layer-of.ts";
import { dir, file, symlink, whiteout } from "../../../support/tar-entries.ts";

describe("parseOsRelease", () => {
  it.each([
    [
      "double quotes",
      'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"',
      { PRETTY_NAME: "Debian GNU/Linux 12 (bookworm)" },
    ],
    ["single quotes, where nothing is special", "NAME='a \\\"b\\\" $c'", { NAME: 'a \\"b\\" $c' }],
    ["no quotes, kept as a string", "VERSION_ID=5.0", { VERSION_ID: "5.0" }],
    ["escapes", 'NAME="a \\"b\\" \\$c \\\\ \\d"', { NAME: 'a "b" $c \\ \\d' }],
    ["escapes without quotes", "NAME=a\\ b", { NAME: "a b" }],
    ["comments, blank lines and rubbish", "# ID=no\n\nrubbish\n  ID=yes\n=x", { ID: "yes" }],
    ["CRLF and a byte order mark", '\uFEFFID=debian\r\nVERSION_ID="12"\r\n', { ID: "debian", VERSION_ID: "12" }],
    ["the last of a key", "ID=a\nID=b", { ID: "b" }],
    ["an empty value", 'ID=\nNAME=""', { ID: "", NAME: "" }],
    ["a quote that never ends", 'ID="debian\nVERSION_ID=1', { ID: "debian", VERSION_ID: "1" }],
    ["keys that look like an object's own", "__proto__=x\nconstructor=y", { ["__proto__"]: "x", constructor: "y" }],
  ])("reads %s", (_, text, expected) => {
    expect(Object.entries(parseOsRelease(text))).toEqual(Object.entries(expected));
  });
});

const debian = 'ID=debian\nVERSION_ID="12"\nPRETTY_NAME="Debian 12"\n';

interface Case {
  readonly name: string;
  readonly layers: readonly (readonly NewMember[])[];
  readonly os: Readonly<Record<string, unknown>> | null;
}
const cases: readonly Case[] = [
  {
    name: "follows the usual relative link across layers",
    layers: [[symlink("/etc/os-release", "../usr/lib/os-release")], [file("/usr/lib/os-release", debian)]],
    os: { id: "debian", versionId: "12", evidence: "/etc/os-release", layer: 1 },
  },
  {
    name: "takes /etc/os-release as a whole and never merges",
    layers: [[file("/etc/os-release", "ID=alpine\n"), file("/usr/lib/os-release", debian)]],
    os: { id: "alpine", versionId: null, prettyName: null },
  },
  {
    name: "takes /usr/lib/os-release where the other was removed",
    layers: [[file("/etc/os-release", "ID=x\n"), file("/usr/lib/os-release", debian)], [whiteout("/etc/os-release")]],
    os: { id: "debian", evidence: "/usr/lib/os-release" },
  },
  {
    name: "takes /usr/lib/os-release where the link dangles",
    layers: [[symlink("/etc/os-release", "/nowhere"), file("/usr/lib/os-release", debian)]],
    os: { id: "debian", evidence: "/usr/lib/os-release" },
  },
  {
    name: "adds debian_version and the repositories of apk, without logins",
    layers: [
      [
        file("/etc/os-release", debian),
        file("/etc/debian_version", "12.4\n"),
        file("/etc/apk/repositories", "# x\nhttps://me:pw@mirror/edge/main\n\n"),
      ],
    ],
    os: { debianVersion: "12.4", apkRepositories: ["https://mirror/edge/main"] },
  },
  {
    name: "knows CentOS before os-release",
    layers: [[file("/etc/redhat-release", "CentOS release 6.10 (Final)\n")]],
    os: { id: "centos", versionId: "6.10", prettyName: "CentOS release 6.10 (Final)", evidence: "/etc/redhat-release" },
  },
  {
    name: "knows Red Hat by its platform name",
    layers: [[file("/etc/system-release-cpe", "cpe:/o:redhat:enterprise_linux:6server:ga:server\n")]],
    os: { id: "rhel", versionId: "6" },
  },
  {
    name: "knows Debian by debian_version alone",
    layers: [[file("/etc/debian_version", "4.0\n")]],
    os: { id: "debian", versionId: null, debianVersion: "4.0" },
  },
  {
    name: "knows BusyBox by its banner",
    layers: [[file("/bin/busybox", `\0\x7fELF${"x".repeat(5000)}BusyBox v? BusyBox v1.36.1 (2024-01-01)\0`)]],
    os: { id: "busybox", versionId: "1.36.1", evidence: "/bin/busybox" },
  },
  { name: "finds none in an image without any", layers: [[file("/app", "x"), dir("/etc")]], os: null },
];

describe("operatingSystemOf", () => {
  it.each(cases)("$name", async ({ layers, os }) => {
    const files = await filesOf(...layers);
    const found = operatingSystemOf(files);
    if (os === null) expect(found).toBeNull();
    else expect(found).toMatchObject(os);
    expect(files.limits.sorted()).toEqual([]);
    expect(files.missing).toEqual([]);
  });

  it.each([
    [
      "an os-release that names nothing",
      [file("/etc/os-release", "garbage")],
      "/etc/os-release names no operating system",
    ],
    [
      "an empty one",
      [file("/etc/os-release", ""), file("/usr/lib/os-release", debian)],
      "/etc/os-release names no operating system",
    ],
    ["a folder of that name, nothing else", [dir("/etc/os-release")], null],
    [
      "one of 5 MB",
      [file("/etc/os-release", "#".repeat(5_000_000))],
      "/etc/os-release has 5000000 bytes; no more than 4194304 are read",
    ],
    [
      "a link loop",
      [symlink("/etc/os-release", "os-release")],
      "/etc/os-release leads through more than 40 symbolic links",
    ],
  ])("says what is wrong with %s", async (_, members, reason) => {
    const files = await filesOf(members);
    expect(operatingSystemOf(files)).toBeNull();
    const limits = files.limits.sorted();
    if (reason === null) expect(limits).toEqual([]);
    else expect(limits).toMatchObject([{ fact: "os", weight: "gap", where: "/etc/os-release", reason }]);
  });

  it("asks for a body that only links lead to", async () => {
    const files = await filesOf([symlink("/etc/os-release", "/opt/release.txt"), file("/opt/release.txt", debian)]);
    expect(operatingSystemOf(files)).toBeNull();
    expect(files.missing).toEqual([{ layer: 0, path: "/opt/release.txt", keep: "text" }]);
  });
});
