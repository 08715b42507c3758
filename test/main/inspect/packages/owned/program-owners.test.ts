// Who owns a file as a container sees it: deleted lists, folders that are links, files laid over those of a package.
import { describe, expect, it } from "vitest";
import { installedPackages } from "../../../../../main/inspect/packages/installed.ts";
import { ProgramOwners } from "../../../../../main/inspect/packages/owned/program-owners.ts";
import type { NewMember } from "../../../../../main/tar/write-tar.ts";
import { filesOf } from "../../../../support/layer-of.ts";
import { dir, file, symlink, whiteout } from "../../../../support/tar-entries.ts";

const info = "/var/lib/dpkg/info";
const maker = "A Team <team@tracker.debian.org>";
const stanza = (name: string, arch = "amd64") =>
  `Package: ${name}\nStatus: install ok installed\nArchitecture: ${arch}\nVersion: 1\nMaintainer: ${maker}\n\n`;
const status = (...names: readonly string[]) =>
  file("/var/lib/dpkg/status", names.map((name) => stanza(name)).join(""));
const tool = file("/usr/bin/tool", "x", { mode: 0o755 });
const system = [tool, status("tool"), file(`${info}/tool.list`, "/.\n/usr\n/usr/bin\n/usr/bin/tool\n")];

async function ownersOf(path: string, ...layers: readonly (readonly NewMember[])[]) {
  const files = await filesOf(...layers);
  const owners = new ProgramOwners(files, installedPackages(files));
  const found = owners.of(path).map(({ package: { name } }) => name);
  owners.sayLimits();
  const notes = files.limits.sorted().filter(({ fact }) => fact === "runtimes");
  return { owners, found, notes };
}

describe("the owner of a program", () => {
  it("is the package whose list names it, with its maker", async () => {
    const { owners, notes } = await ownersOf("/usr/bin/tool", system);
    expect(owners.of("/usr/bin/tool")).toMatchObject([{ package: { type: "deb", name: "tool", version: "1" }, maker }]);
    expect(notes).toEqual([]);
  });

  const usrmerge = symlink("/bin", "usr/bin");
  const cases: readonly (readonly [what: string, path: string, ...layers: (readonly NewMember[])[]])[] = [
    [
      "listed below a folder that is a link",
      "/usr/bin/tool",
      [usrmerge, tool, status("tool"), file(`${info}/tool.list`, "/bin/tool\n")],
    ],
    ["asked for below a folder that is a link", "/bin/tool", [usrmerge, ...system]],
    ["asked for by a link to it", "/usr/bin/other", [...system, symlink("/usr/bin/other", "tool")]],
    [
      "listed for an architecture",
      "/usr/bin/tool",
      [tool, status("tool"), file(`${info}/tool:amd64.list`, "/usr/bin/tool\n")],
    ],
    [
      "of a distroless image",
      "/usr/bin/tool",
      [
        tool,
        file("/var/lib/dpkg/status.d/tool", stanza("tool")),
        file("/var/lib/dpkg/status.d/tool.md5sums", `${"0".repeat(32)}  usr/bin/tool\n`),
      ],
    ],
    ["of an apk package", "/usr/bin/tool", [tool, file("/lib/apk/db/installed", "P:tool\nV:1\nF:usr/bin\nR:tool\n\n")]],
    ["that a later layer installed anew", "/usr/bin/tool", system, system],
    [
      "in an image to which a later layer adds packages",
      "/usr/bin/tool",
      system,
      [status("tool", "more"), file(`${info}/more.list`, "/usr/bin/more\n")],
    ],
  ];
  it.for(cases)("is known for one %s", async ([, path, ...layers]) => {
    expect((await ownersOf(path, ...layers)).found).toEqual(["tool"]);
  });

  const none: typeof cases = [
    ["that no list names", "/usr/bin/else", [...system, file("/usr/bin/else")]],
    ["at another path", "/usr/local/bin/tool", [...system, file("/usr/local/bin/tool")]],
    ["that a later layer laid over it", "/usr/bin/tool", system, [tool]],
    [
      "of apk that a later layer laid over it",
      "/usr/bin/tool",
      [tool, file("/lib/apk/db/installed", "P:tool\nV:1\nF:usr/bin\nR:tool\n\n")],
      [tool],
    ],
    ["whose list was deleted", "/usr/bin/tool", system, [whiteout(`${info}/tool.list`)]],
    ["whose package was removed, list or not", "/usr/bin/tool", system, [status("another")]],
    [
      "of another architecture",
      "/usr/bin/tool",
      [tool, status("tool"), file(`${info}/tool:i386.list`, "/usr/bin/tool\n")],
    ],
    [
      "behind a link that a package owns",
      "/usr/local/bin/mine",
      [file("/usr/local/bin/mine"), symlink("/usr/bin/tool", "/usr/local/bin/mine"), ...system.slice(1)],
    ],
    ["that is not there", "/usr/bin/tool", system, [whiteout("/usr/bin/tool")]],
    ["of which one owner is not installed", "/usr/bin/tool", [...system, file(`${info}/gone.list`, "/usr/bin/tool\n")]],
  ];
  it.for(none)("is nobody for one %s", async ([, path, ...layers]) => {
    expect((await ownersOf(path, ...layers)).found).toEqual([]);
  });

  it("of a folder owns the files in it that show a runtime, all of them", async () => {
    const folder = "/usr/lib/dotnet/shared/Microsoft.NETCore.App/8.0.8";
    const core = `${folder}/System.Private.CoreLib.dll`;
    const layer = [dir(folder), file(core), status("net"), file(`${info}/net.list`, `${folder}\n${core}\n`)];
    expect((await ownersOf(folder, layer)).found).toEqual(["net"]);
    expect((await ownersOf(folder, layer, [file(core)])).found).toEqual([]);
  });

  it("of two packages is both", async () => {
    const both = [tool, status("a", "b"), ...["a", "b"].map((name) => file(`${info}/${name}.list`, "/usr/bin/tool\n"))];
    expect((await ownersOf("/usr/bin/tool", both)).found).toEqual(["a", "b"]);
  });
});

describe("what is not known of owners", () => {
  it.each([
    ["a list with lines that are no paths", [file(`${info}/tool.list`, "usr/bin/x\n")]],
    ["a list that is too large", [file(`${info}/tool.list`, "x".repeat(17 * 1024 * 1024))]],
    ["a list that is a folder", [dir(`${info}/tool.list`)]],
    ["a list that is a link in a circle", [symlink(`${info}/tool.list`, "tool.list")]],
  ])("becomes one note: %s", async (_, more) => {
    const { found, notes } = await ownersOf("/usr/bin/tool", system.slice(0, 2), more);
    expect(found).toEqual([]);
    expect(notes).toMatchObject([{ weight: "note", where: `${info}/tool.list`, phrase: { params: { count: 1 } } }]);
  });

  it("is bounded when folders lead through links without end", async () => {
    const lists = Array.from({ length: 6000 }, (_, at) => `/loop/${at}/bin/tool`).join("\n");
    const layer = [symlink("/loop", "/loop"), tool, status("tool"), file(`${info}/tool.list`, lists)];
    const { found, notes } = await ownersOf("/usr/bin/tool", layer);
    expect(found).toEqual([]);
    expect(notes).toMatchObject([{ weight: "note", phrase: { params: { count: 5500 } } }]);
  });
});
