// Which rpm database of an image counts, which layer brought a package, and what is said of the rest.
import { describe, expect, it } from "vitest";
import { keepLimit } from "../../../../../main/inspect/layer/capture.ts";
import { installedPackages } from "../../../../../main/inspect/packages/installed.ts";
import type { NewMember } from "../../../../../main/tar/write-tar.ts";
import { berkeleyFile } from "../../../../support/berkeley-file.ts";
import { filesOf } from "../../../../support/layer-of.ts";
import { ndbFile } from "../../../../support/ndb-file.ts";
import { headerBlob } from "../../../../support/rpm-fixtures.ts";
import { sqliteFile } from "../../../../support/sqlite-file.ts";
import { file, symlink, whiteout } from "../../../../support/tar-entries.ts";

const rpm = (name: string, version = "1") => headerBlob({ name, version, release: "1", arch: "noarch" });
const dpkg = "Package: bash\nStatus: install ok installed\nVersion: 5\nArchitecture: amd64\n";
const old = "/var/lib/rpm";
const sysimage = "/usr/lib/sysimage/rpm";

async function read(...layers: readonly (readonly NewMember[])[]) {
  const files = await filesOf(...layers);
  const packages = installedPackages(files).map(({ name, layer, path }) => `${name} ${layer} ${path}`);
  const limits = files.limits.sorted().map(({ weight, fact, reason }) => `${weight} ${fact}: ${reason}`);
  return { packages, limits, missing: files.missing };
}

describe("rpm packages of an image", () => {
  it.each([
    [`${old}/rpmdb.sqlite`, sqliteFile],
    [`${old}/Packages.db`, ndbFile],
    [`${old}/Packages`, berkeleyFile],
    [`${sysimage}/rpmdb.sqlite`, sqliteFile],
    ["/usr/share/rpm/rpmdb.sqlite", sqliteFile],
  ])("are read from %s, each with the layer that brought it", async (path, write) => {
    const { packages, limits } = await read(
      [file(path, write([rpm("a"), rpm("b"), rpm("gone")]))],
      [file(path, write([rpm("a"), rpm("b", "2"), rpm("c")]))],
    );
    expect(packages).toEqual([`a 0 ${path}`, `b 1 ${path}`, `c 1 ${path}`]);
    expect(limits).toEqual([]);
  });

  it("are read once where a link leads to the same folder", async () => {
    const path = `${sysimage}/rpmdb.sqlite`;
    const link = symlink(old, "../../usr/lib/sysimage/rpm");
    const { packages, limits } = await read([link, file(path, sqliteFile([rpm("a")]))]);
    expect(packages).toEqual([`a 0 ${path}`]);
    expect(limits).toEqual([]);
  });

  it("are those of the form that rpm would open; what only another tells is noted", async () => {
    const { packages, limits } = await read([
      file(`${old}/Packages`, berkeleyFile([rpm("a"), rpm("old")])),
      file(`${old}/Packages.db`, ndbFile([rpm("a")])),
      file(`${old}/rpmdb.sqlite`, sqliteFile([rpm("a"), rpm("b")])),
    ]);
    expect(packages).toEqual([`a 0 ${old}/rpmdb.sqlite`, `b 0 ${old}/rpmdb.sqlite`]);
    expect(limits).toEqual([
      `note packages: ${old}/Packages lists 1 packages that ${old}/rpmdb.sqlite does not; only ${old}/rpmdb.sqlite was taken as the list of what is installed`,
    ]);
  });

  it("are not sure where two folders have databases that differ", async () => {
    const { packages, limits } = await read([
      file(`${old}/rpmdb.sqlite`, sqliteFile([rpm("b")])),
      file(`${sysimage}/rpmdb.sqlite`, sqliteFile([rpm("a")])),
    ]);
    expect(packages).toEqual([`a 0 ${sysimage}/rpmdb.sqlite`]);
    expect(limits).toEqual([expect.stringMatching(/^gap packages: \/var\/lib\/rpm\/rpmdb\.sqlite lists 1 packages/)]);
  });

  it("are none of a database that a later layer deleted", async () => {
    const path = `${old}/rpmdb.sqlite`;
    expect(await read([file(path, sqliteFile([rpm("a")]))], [whiteout(path)])).toMatchObject({
      packages: [],
      limits: [],
    });
  });

  it("are also those that a distroless image lists in its manifest", async () => {
    const path = "/var/lib/rpmmanifest/container-manifest-2";
    const line = (name: string, epoch: string, number: string) =>
      `${name}\t1.2-3.cm2\t1690000000\t1680000000\tMicrosoft Corporation\t${epoch}\t100\tx86_64\t${number}\tsrc-1.2-3.cm2.src.rpm\n`;
    const files = await filesOf([
      file(path, `${line("a", "(none)", "0")}${line("b", "2", "2")}${line("c", "(none)", "1")}broken\n`),
    ]);
    const source = { name: "src", version: "1.2-3.cm2" };
    const each = { type: "rpm", arch: "x86_64", source, layer: 0, path };
    expect(installedPackages(files)).toEqual([
      { ...each, name: "a", version: "1.2-3.cm2" },
      { ...each, name: "b", version: "2:1.2-3.cm2" },
      { ...each, name: "c", version: "1:1.2-3.cm2" },
    ]);
    expect(files.limits.sorted()).toMatchObject([{ weight: "note", fact: "packages", where: path }]);
  });
});

describe("what is not known of rpm packages", () => {
  const path = `${old}/rpmdb.sqlite`;
  const whole = sqliteFile(Array.from({ length: 20 }, (_, at) => rpm(`p${at}`)));

  it("is said of a database that is cut, with what could be read", async () => {
    const { packages, limits } = await read([file(path, whole.subarray(0, whole.length - 9000))]);
    expect(packages.length).toBeGreaterThan(10);
    expect(limits).toEqual([
      `gap packages: ${path} is cut or damaged; ${packages.length} packages were read from it and others may be missing`,
    ]);
  });

  it.each([
    ["cut before the first package", `${old}/Packages`, berkeleyFile([rpm("a")]).subarray(0, 4096)],
    ["of an unknown form", `${old}/Packages`, Buffer.from("something else")],
    ["empty", path, sqliteFile([])],
    ["of no bytes", path, Buffer.alloc(0)],
  ])("is a gap when the only database is %s", async (_, place, body) => {
    const { packages, limits } = await read([file(place, body)]);
    expect(packages).toEqual([]);
    expect(limits).toEqual([expect.stringMatching(/^gap packages: /)]);
  });

  it("is nothing when rpm's database is empty beside a full one of dpkg", async () => {
    const { limits } = await read([file(path, sqliteFile([])), file("/var/lib/dpkg/status", dpkg)]);
    expect(limits).toEqual([]);
  });

  it("is a note with a count where single headers are none", async () => {
    const { packages, limits } = await read([file(path, sqliteFile([rpm("a"), Buffer.alloc(50)]))]);
    expect(packages).toHaveLength(1);
    expect(limits).toEqual([`note packages: 1 entries of ${path} are no package and were left out`]);
  });

  it.each(["wal", "journal"])("is a gap when SQLite left changes in a -%s file", async (tail) => {
    const { packages, limits } = await read([file(path, whole), file(`${path}-${tail}`, "changes")]);
    expect(packages).toHaveLength(20);
    expect(limits).toEqual([
      `gap packages: ${path}-${tail} holds changes that were never written into ${path}; packages in them are not seen`,
    ]);
  });

  it("is nothing when that file is empty, as rpm leaves it", async () => {
    expect((await read([file(path, whole), file(`${path}-wal`, ""), file(`${path}-shm`, "x")])).limits).toEqual([]);
  });

  it("is a gap when the database is larger than what is held", async () => {
    const { limits } = await read([file(path, Buffer.alloc(keepLimit.rpm + 1))]);
    expect(limits).toEqual([expect.stringMatching(/^gap packages: .* has \d+ bytes; no more than \d+ are read$/)]);
  });
});
