// The lists that dpkg and distroless images have of a package's files, and texts that only stand where such lists do.
import { describe, expect, it } from "vitest";
import { keepOf } from "../../../../../main/inspect/layer/capture.ts";
import { installedPackages } from "../../../../../main/inspect/packages/installed.ts";
import { isDpkgList, parseDpkgList } from "../../../../../main/inspect/packages/owned/dpkg-list.ts";
import { maxOwnedPaths } from "../../../../../main/inspect/packages/owned/owned-programs.ts";
import { filesOf } from "../../../../support/layer-of.ts";
import { file, symlink } from "../../../../support/tar-entries.ts";

const info = "/var/lib/dpkg/info";
const list = (text: string, path = `${info}/a.list`) => parseDpkgList(Buffer.from(text), path).programs;

describe("a list of a Debian package", () => {
  it("gives programs and signs of runtimes without folders and the rest", () => {
    const lines = [
      "/.",
      "/bin",
      "/bin/a",
      "/usr",
      "/usr/bin",
      "/usr/bin/b",
      "/usr/include/python3.11",
      "/usr/include/python3.11/patchlevel.h",
      "/usr/include/python3.11/pyport.h",
      "/usr/lib/docker/cli-plugins",
      "/usr/lib/docker/cli-plugins/docker-compose",
      "/usr/lib/podman/rootlessport",
      "/usr/lib/x86_64-linux-gnu/liba.so.1",
      "/usr/lib/postgresql/15/bin",
      "/usr/lib/postgresql/15/bin/postgres",
      "/usr/libexec/podman/quadlet",
      "/usr/share/doc/a",
      "/usr/share/doc/a/copyright",
    ];
    expect(list(`${lines.join("\n")}\n`)).toEqual({
      owners: [
        {
          name: "a",
          paths: [
            "/bin/a",
            "/usr/bin/b",
            "/usr/include/python3.11/patchlevel.h",
            "/usr/lib/docker/cli-plugins/docker-compose",
            "/usr/lib/podman/rootlessport",
            "/usr/lib/postgresql/15/bin/postgres",
            "/usr/libexec/podman/quadlet",
          ],
        },
      ],
      malformed: 0,
      cut: false,
    });
  });

  it.each([
    [`${info}/gosu.list`, "/usr/sbin/gosu\n", { name: "gosu" }],
    [`${info}/libc-bin:arm64.list`, "/usr/sbin/gosu\n", { name: "libc-bin", arch: "arm64" }],
    ["/var/lib/dpkg/status.d/gosu.md5sums", `${"0a".repeat(16)}  usr/sbin/gosu\n`, { name: "gosu" }],
  ])("at %s names its package", (path, text, owner) => {
    expect(keepOf(path)).toBe("deb-files");
    expect(list(text, path)?.owners).toEqual([{ ...owner, paths: ["/usr/sbin/gosu"] }]);
  });

  it.each([
    `${info}/gosu.md5sums`,
    `${info}/gosu.postinst`,
    `${info}/sub/gosu.list`,
    `${info}/.list`,
    "/etc/apt/sources.list",
    "/var/lib/dpkg/status.d/gosu",
    "/var/lib/dpkg/status.d/gosu.list",
  ])("is not what stands at %s", (path) => {
    expect(isDpkgList(path)).toBe(false);
  });

  it.each([
    ["a relative path", "usr/bin/a", 1],
    ["a way out", "/usr/bin/../../../etc/x", 1],
    ["a way back in", "/usr/bin/../bin/a", 1],
    ["a NUL", "/usr/bin/a\0b", 1],
    ["a path longer than Linux takes", `/usr/bin/${"a/".repeat(2200)}`, 1],
    ["a line of a megabyte", `/usr/bin/${"a".repeat(1_000_000)}`, 1],
    ["no text at all", "", 0],
    ["empty lines", "\n\n\n", 0],
  ])("with %s owns nothing by it, and counts it", (_, text, malformed) => {
    expect(list(text)).toEqual({ owners: [], malformed, cut: false });
  });

  it.each([
    ["no sum", "usr/sbin/a"],
    ["a short sum", "abc  usr/sbin/a"],
    ["an absolute path", `${"0".repeat(32)}  /usr/sbin/a`],
    ["a way out", `${"0".repeat(32)}  ../usr/sbin/a`],
  ])("of sums with %s owns nothing by it, and counts it", (_, line) => {
    const text = `${line}\n${"f".repeat(32)} *usr/sbin/b`;
    const found = list(text, "/var/lib/dpkg/status.d/a.md5sums");
    expect(found).toEqual({ owners: [{ name: "a", paths: ["/usr/sbin/b"] }], malformed: 1, cut: false });
  });

  it("that is cut in the middle of a line owns what stood before", () => {
    expect(list("/usr/bin/a\n/usr/bin/b\n/usr/sh")?.owners[0]?.paths).toEqual(["/usr/bin/a", "/usr/bin/b"]);
  });

  it("of a million lines is cut, and says so", () => {
    const text = Array.from({ length: 1_000_000 }, (_, at) => `/bin/${at}`).join("\n");
    const found = list(text);
    expect(found?.cut).toBe(true);
    expect(found?.owners[0]?.paths).toHaveLength(maxOwnedPaths);
    expect(list(Array.from({ length: 1_000_000 }, () => "/bin/a").join("\n"))?.owners).toEqual([
      { name: "a", paths: ["/bin/a"] },
    ]);
  });

  it("never passes for the database of packages that a link promises", async () => {
    const files = await filesOf([
      file(`${info}/a.list`, "/usr/bin/a\n"),
      symlink("/var/lib/dpkg/status", "info/a.list"),
    ]);
    expect(installedPackages(files)).toEqual([]);
    expect(files.missing).toEqual([{ layer: 0, path: `${info}/a.list`, keep: "deb" }]);
  });
});
