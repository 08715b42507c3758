// What modes and owners of the merged view become.
import { describe, expect, it } from "vitest";
import { walkView } from "../../../../main/inspect/layer/merged-view.ts";
import { accountsOf } from "../../../../main/inspect/system/accounts.ts";
import { FileModes } from "../../../../main/inspect/system/file-modes.ts";
import type { NewMember } from "../../../../main/tar/write-tar.ts";
import type { FileFacts } from "../../../../shared/model/facts.ts";
import { filesOf } from "../../../support/layer-of.ts";
import { device, dir, file, hardlink, symlink, whiteout } from "../../../support/tar-entries.ts";

async function factsOf(...layers: readonly (readonly NewMember[])[]): Promise<FileFacts> {
  const files = await filesOf(...layers);
  const modes = new FileModes(files.view, accountsOf(files));
  walkView(files.view, (path, node) => modes.see(path, node));
  return modes.facts(files.limits);
}

const passwd = file("/etc/passwd", "root:x:0:0::/:\napp:x:1000:1000::/:\n");
const group = file("/etc/group", "root:x:0:\napp:x:1000:\n");

describe("FileModes", () => {
  it("lists setuid and setgid files, not folders, each once with its further names", async () => {
    const facts = await factsOf([
      file("/bin/su", "x", { mode: 0o4755 }),
      hardlink("/bin/another", "/bin/su", { mode: 0o4755 }),
      file("/bin/write", "x", { mode: 0o2755 }),
      file("/bin/both", "x", { mode: 0o6755 }),
      dir("/srv", { mode: 0o2775 }),
      symlink("/su", "bin/su"),
    ]);
    expect(facts.setuid).toEqual([
      { path: "/bin/another", mode: "4755", uid: 0, gid: 0, layer: 0, links: ["/bin/su"] },
      { path: "/bin/both", mode: "6755", uid: 0, gid: 0, layer: 0 },
    ]);
    expect(facts.setgid.map(({ path }) => path)).toEqual(["/bin/both", "/bin/write"]);
  });

  it("lists files and folders that everyone may write, no links and no devices", async () => {
    const facts = await factsOf([
      dir("/tmp", { mode: 0o1777 }),
      file("/etc/open", "", { mode: 0o666 }),
      symlink("/link", "etc/open"),
      device("/dev/null", "character", 1, 3, { mode: 0o666 }),
    ]);
    expect(facts.worldWritable.map(({ path, mode, folder }) => [path, mode, folder])).toEqual([
      ["/etc/open", "666", undefined],
      ["/tmp", "1777", true],
    ]);
  });

  it("lists what no account or group of the image owns, root aside", async () => {
    const owned = [
      file("/a", "", { uid: 1000, gid: 1000 }),
      file("/b", "", { uid: 1001 }),
      dir("/c", { gid: 77 }),
      symlink("/d", "a", { uid: 5 }),
      file("/e"),
    ];
    const paths = async (...extra: NewMember[]) =>
      (await factsOf([...extra, ...owned])).unowned.map(({ path }) => path);
    expect(await paths(passwd, group)).toEqual(["/b", "/c", "/d"]);
    expect(await paths()).toEqual(["/a", "/b", "/c", "/d"]);
  });

  it("lists setuid files that a later layer removed or disarmed, not those still there under another name", async () => {
    const armed = { mode: 0o4755 };
    const facts = await factsOf(
      [
        file("/gone", "", armed),
        file("/disarmed", "", armed),
        file("/again", "", armed),
        file("/one", "", armed),
        hardlink("/two", "/one", armed),
        file("/same", "", armed),
        file("/same", "", { mode: 0o755 }),
      ],
      [whiteout("/gone"), file("/disarmed", "", { mode: 0o755 }), file("/again", "", armed), whiteout("/one")],
    );
    expect(facts.removed).toEqual([
      { path: "/disarmed", mode: "4755", uid: 0, gid: 0, layer: 0, removedInLayer: 1 },
      { path: "/gone", mode: "4755", uid: 0, gid: 0, layer: 0, removedInLayer: 1 },
    ]);
    expect(facts.setuid.map(({ path, layer }) => [path, layer])).toEqual([
      ["/again", 1],
      ["/two", 0],
    ]);
  });

  it("counts entries, and the bytes of a file with several names once", async () => {
    const facts = await factsOf([dir("/d"), file("/d/a", "12345"), hardlink("/d/b", "/d/a"), file("/d/c", "1")]);
    expect([facts.count, facts.bytes]).toEqual([5, 6]);
  });
});
