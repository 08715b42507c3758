// Paths inside the merged view: links never leave the image.
import { describe, expect, it } from "vitest";
import { resolvePath } from "../../../../main/inspect/layer/symlinks.ts";
import { viewOf } from "../../../support/layer-of.ts";
import { dir, file, symlink } from "../../../support/tar-entries.ts";

const chain = Array.from({ length: 60 }, (_, at) => symlink(`/chain/${at}`, `${at + 1}`));
const members = [
  file("/usr/lib/os-release"),
  dir("/etc"),
  symlink("/etc/os-release", "../usr/lib/os-release"),
  symlink("/etc/absolute", "/usr/lib/os-release"),
  symlink("/lib", "usr/lib"),
  symlink("/up", "../../../../usr/lib/os-release"),
  symlink("/loop", "loop2"),
  symlink("/loop2", "/loop"),
  symlink("/dangling", "nowhere"),
  symlink("/host", "/proc/self/root/etc/shadow"),
  symlink("/file-slash", "usr/lib/os-release/"),
  ...chain,
  file("/chain/60"),
];

describe("resolvePath", () => {
  it.each([
    ["/etc/os-release", "/usr/lib/os-release"],
    ["/etc/absolute", "/usr/lib/os-release"],
    ["/lib/os-release", "/usr/lib/os-release"],
    ["/up", "/usr/lib/os-release"],
    ["/../../lib/./../lib/os-release", "/usr/lib/os-release"],
    ["/chain/25", "/chain/60"],
    ["/", "/"],
    ["/lib", "/usr/lib"],
  ])("%s is %s", async (path, real) => {
    expect(resolvePath(await viewOf(members), path)).toMatchObject({ kind: "found", path: real });
  });

  it.each([
    ["/dangling", "missing"],
    ["/host", "missing"],
    ["/usr/lib/os-release/x", "missing"],
    ["/loop", "loop"],
    ["/loop2/x", "loop"],
    ["/chain/0", "loop"],
  ])("%s is %s", async (path, kind) => {
    expect(resolvePath(await viewOf(members), path).kind).toBe(kind);
  });

  it("resolves over layers: the link in one, its target in another", async () => {
    const view = await viewOf([symlink("/etc/os-release", "../usr/lib/os-release")], [file("/usr/lib/os-release")]);
    const found = resolvePath(view, "/etc/os-release");
    expect(found).toMatchObject({ kind: "found", path: "/usr/lib/os-release", node: { layer: 1 } });
  });
});
