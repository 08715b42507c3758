// Which owners make a file follow the operating system: makers and versions as packages really have them.
import { describe, expect, it } from "vitest";
import type { Owner } from "../../../../main/inspect/packages/owned/program-owners.ts";
import { followSystem } from "../../../../main/inspect/runtimes/system-owner.ts";
import { writeTar } from "../../../../main/tar/write-tar.ts";
import type { Os, Package } from "../../../../shared/model/facts.ts";
import { goProgram } from "../../../support/go-program-builder.ts";
import { readLayers } from "../../../support/read-images.ts";
import { file } from "../../../support/tar-entries.ts";

const os = (id: string): Os => ({
  id,
  versionId: "1",
  prettyName: null,
  product: null,
  cycle: null,
  evidence: "/etc/os-release",
  release: {},
});
const owner = (type: Package["type"], name: string, version: string, maker: string | null): Owner => ({
  package: { type, name, version, arch: "amd64", layer: 0, path: "/db" },
  maker,
});

const goTeam = "Debian Go Packaging Team <team+pkg-go@tracker.debian.org>";
const ubuntu = "Ubuntu Developers <ubuntu-devel-discuss@lists.ubuntu.com>";

describe("a program of a package", () => {
  it.each<[id: string, type: Package["type"], name: string, version: string, maker: string | null, follows: boolean]>([
    ["debian", "deb", "gosu", "1.14-1+b10", "pkg-go <pkg-go-maintainers@lists.alioth.debian.org>", true],
    ["debian", "deb", "podman", "4.3.1+ds1-8+deb12u1+b3", goTeam, true],
    ["debian", "deb", "crun", "1.8.1-1+deb12u1", "Faidon Liambotis <paravoid@debian.org>", true],
    ["debian", "deb", "nginx-light", "1.22.1-9", "Debian Nginx Maintainers <n@alioth-lists.debian.net>", true],
    // Judged as the runtime that it is, by its version.
    ["debian", "deb", "nginx", "1.22.1-9+deb12u1", null, true],
    ["debian", "deb", "nginx", "1.29.8-1~bookworm", "NGINX Packaging <nginx-packaging@f5.com>", false],
    [
      "debian",
      "deb",
      "postgresql-17",
      "17.9-1.pgdg12+1",
      "Debian PostgreSQL Maintainers <p@tracker.debian.org>",
      false,
    ],
    ["debian", "deb", "libpq5", "17.9-1.pgdg12+1", "Debian PostgreSQL Maintainers <p@tracker.debian.org>", false],
    ["debian", "deb", "docker-ce-cli", "5:27.3.1-1~debian.12~bookworm", "Docker <support@docker.com>", false],
    ["debian", "deb", "docker-ce", "5:27.3.1-1", goTeam, false],
    ["debian", "deb", "kubectl", "1.31.1-1.1", "Kubernetes Authors <dev@kubernetes.io>", false],
    ["debian", "deb", "gh", "2.40.1", "GitHub", false],
    ["debian", "deb", "caddy", "2.8.4", "Matthew Holt <matt@caddyserver.com>", false],
    ["debian", "deb", "podman", "5.4.2+ds1-1~bpo12+1", goTeam, false],
    ["debian", "deb", "x", "1-1", null, false],
    ["debian", "deb", "x", "1-1", "Somebody <x@debian.org.example.com>", false],
    ["debian", "deb", "x", "1-1", "Somebody <x@notdebian.org>", false],
    ["debian", "deb", "x", "1-1", "me@debian.org <me@example.com>", false],
    ["debian", "deb", "x", "1-1", "<me@debian.org> Somebody", false],
    ["debian", "deb", "x", "1-1", ubuntu, false],
    ["ubuntu", "deb", "docker.io", "24.0.5-0ubuntu1~22.04.1", ubuntu, true],
    ["ubuntu", "deb", "gosu", "1.14-1ubuntu0.3", ubuntu, true],
    ["ubuntu", "deb", "gosu", "1.14-1", goTeam, false],
    ["ubuntu", "deb", "tool", "1.0-0ppa1~ubuntu22.04", ubuntu, false],
    ["kali", "deb", "gosu", "1.14-1", goTeam, false],
    ["fedora", "rpm", "podman", "5:5.2.3-1.fc40", "Fedora Project", true],
    ["fedora", "rpm", "podman", "5:5.2.3-1.fc40", "Fedora Copr - user someone", false],
    ["rocky", "rpm", "podman", "2:4.9.4-1.el9", "Rocky Enterprise Software Foundation", true],
    ["rocky", "rpm", "golang-github-x", "1-1.el9", "Fedora Project", false],
    ["rhel", "rpm", "podman", "2:4.9.4-1.el9", "Red Hat, Inc.", true],
    ["rhel", "rpm", "java-17-openjdk-jmods", "1:17.0.10.0.7-2.el9", "Red Hat, Inc.", false],
    ["rhel", "rpm", "docker-ce", "3:27.3.1-1.el9", "Docker", false],
    ["rhel", "rpm", "x", "1-1", null, false],
    ["azurelinux", "rpm", "moby-engine", "25.0.3-6.azl3", "Microsoft Corporation", true],
    ["rhel", "rpm", "moby-engine", "25.0.3-6", "Microsoft Corporation", false],
    ["alpine", "apk", "su-exec", "0.2-r3", "Natanael Copa <ncopa@alpinelinux.org>", true],
    ["alpine", "apk", "tool", "1-r0", "Somebody <x@gmail.com>", false],
    ["wolfi", "apk", "tool", "1-r0", "Natanael Copa <ncopa@alpinelinux.org>", false],
  ])("on %s, %s %s %s of %s, follows the system: %s", (id, type, name, version, maker, follows) => {
    expect(followSystem([owner(type, name, version, maker)], os(id))).toBe(follows);
  });

  it("follows the system only if all its owners do, if it has one, and if there is a system", () => {
    const [own, foreign] = [owner("deb", "a", "1-1", goTeam), owner("deb", "b", "1-1", "Docker <support@docker.com>")];
    const verdicts = [[own], [own, own], [own, foreign], []].map((owners) => followSystem(owners, os("debian")));
    expect(verdicts).toEqual([true, true, false, false]);
    expect(followSystem([own], null)).toBe(false);
  });
});

describe("an image", () => {
  const go = (version: string) => goProgram({ version, modules: "path\tx\n" });
  const program = (path: string, version = "go1.19.8") => file(path, go(version), { mode: 0o755 });
  const release = file("/etc/os-release", 'ID=debian\nVERSION_ID="12"\n');
  const system = (maker: string, more = "") => [
    release,
    program("/usr/sbin/gosu"),
    file("/usr/sbin/nginx", "\0nginx version: nginx/1.22.1\0", { mode: 0o755 }),
    file(
      "/var/lib/dpkg/status",
      `Package: gosu\nStatus: install ok installed\nVersion: 1.14-1\nMaintainer: ${maker}\n\n` +
        `Package: nginx-bin\nStatus: install ok installed\nVersion: 1.22.1-9\nMaintainer: ${maker}\n\n${more}`,
    ),
    file("/var/lib/dpkg/info/gosu.list", "/usr\n/usr/sbin\n/usr/sbin/gosu\n"),
    file("/var/lib/dpkg/info/nginx-bin.list", "/usr\n/usr/sbin\n/usr/sbin/nginx\n"),
  ];
  const runtimes = async (...layers: readonly Parameters<typeof writeTar>[0][]) => {
    const { facts } = await readLayers(...layers.map((members) => writeTar(members)));
    expect(facts.limits.filter(({ fact }) => fact === "runtimes")).toEqual([]);
    return facts.runtimes.map((each) => `${each.evidence} ${each.version} ${each.distroPackaged ?? false}`);
  };

  it("shows programs of the distribution as its own, and makers as no fact of packages", async () => {
    expect(await runtimes(system(goTeam))).toEqual(["/usr/sbin/gosu 1.19.8 true", "/usr/sbin/nginx 1.22.1 true"]);
    const { facts } = await readLayers(writeTar(system(goTeam)));
    expect(JSON.stringify(facts.packages)).not.toContain("Go Packaging");
  });

  it("shows programs of somebody else's package by their own clock", async () => {
    const found = await runtimes(system("Docker <support@docker.com>"));
    expect(found).toEqual(["/usr/sbin/gosu 1.19.8 false", "/usr/sbin/nginx 1.22.1 false"]);
  });

  it("shows a copy, or what a later layer put in its place, beside the distribution's, whatever comes first", async () => {
    const nginx = "/usr/sbin/nginx 1.22.1 true";
    expect(await runtimes(system(goTeam), [program("/usr/local/bin/gosu")])).toEqual([
      "/usr/local/bin/gosu 1.19.8 false",
      "/usr/sbin/gosu 1.19.8 true",
      nginx,
    ]);
    expect(await runtimes(system(goTeam), [program("/usr/sbin/later")])).toEqual([
      "/usr/sbin/gosu 1.19.8 true",
      "/usr/sbin/later 1.19.8 false",
      nginx,
    ]);
    expect(await runtimes(system(goTeam), [program("/usr/sbin/gosu")])).toEqual(["/usr/sbin/gosu 1.19.8 false", nginx]);
  });

  it("with the distribution's Go compiler says nothing by it of programs that were built elsewhere", async () => {
    const compiler = "Package: golang-1.19-go\nStatus: install ok installed\nVersion: 1.19.8-2\n\n";
    const found = await runtimes(system(goTeam, compiler), [program("/usr/bin/mine")]);
    expect(found).toContain("/usr/bin/mine 1.19.8 false");
  });

  it("without an operating system has nothing that follows one", async () => {
    const found = await runtimes(system(goTeam).filter((member) => member !== release));
    expect(found).toEqual(["/usr/sbin/gosu 1.19.8 false", "/usr/sbin/nginx 1.22.1 false"]);
  });
});
