// Layers over each other as overlayfs shows them, with the layer that made and the one that removed each file.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { walkView } from "../../../../main/inspect/layer/merged-view.ts";
import type { NewMember } from "../../../../main/tar/write-tar.ts";
import { listView, viewOf } from "../../../support/layer-of.ts";
import { dir, file, hardlink, opaque, symlink, whiteout } from "../../../support/tar-entries.ts";

type Layers = readonly (readonly NewMember[])[];

const cases: readonly { name: string; layers: Layers; view: readonly string[] }[] = [
  {
    name: "a later file hides an earlier one",
    layers: [[file("/a", "1"), file("/b")], [file("/a", "2", { mode: 0o600, uid: 5 })]],
    view: ["/a file 600 5 1", "/b file 644 0 0"],
  },
  {
    name: "a whiteout removes a file and a folder with all below it",
    layers: [
      [file("/d/e/f"), file("/d/g"), file("/h")],
      [whiteout("/d/e"), whiteout("/h")],
    ],
    view: ["/d directory 755 0 0", "/d/g file 644 0 0"],
  },
  {
    name: "a whiteout reaches lower layers alone, wherever it stands in the archive",
    layers: [
      [file("/a"), file("/d/x")],
      [file("/a", "new"), whiteout("/a"), file("/d/y"), whiteout("/d")],
    ],
    view: ["/a file 644 0 1", "/d directory 755 0 1", "/d/y file 644 0 1"],
  },
  {
    name: "an opaque folder hides what lower layers have in it and keeps what its own layer has",
    layers: [
      [dir("/d"), file("/d/a"), file("/d/b/c")],
      [dir("/d"), file("/d/new"), opaque("/d")],
    ],
    view: ["/d directory 755 0 0", "/d/new file 644 0 1"],
  },
  {
    name: "a whiteout of what is not there changes nothing",
    layers: [[file("/a")], [whiteout("/b")]],
    view: ["/a file 644 0 0"],
  },
  {
    name: "a folder becomes a file and a folder again, empty",
    layers: [[file("/x/a"), file("/x/b")], [file("/x")], [dir("/x"), file("/x/c")]],
    view: ["/x directory 755 0 2", "/x/c file 644 0 2"],
  },
  {
    name: "a name that is first a file and then a folder in one layer merges with the folder below",
    layers: [[file("/x/a")], [file("/x"), dir("/x", { mode: 0o700 })]],
    view: ["/x directory 700 0 1", "/x/a file 644 0 0"],
  },
  {
    name: "a folder's new attributes are its own, what it holds stays",
    layers: [[dir("/tmp", { mode: 0o755 }), file("/tmp/a")], [dir("/tmp", { mode: 0o1777 })]],
    view: ["/tmp directory 1777 0 1", "/tmp/a file 644 0 0"],
  },
  {
    name: "a folder that is only passed through keeps its maker",
    layers: [
      [dir("/etc"), file("/etc/a")],
      [dir("/etc"), file("/etc/b")],
    ],
    view: ["/etc directory 755 0 0", "/etc/a file 644 0 0", "/etc/b file 644 0 1"],
  },
  {
    name: "the last of several entries of one name counts",
    layers: [[file("/a", "1", { mode: 0o4755 }), file("/a", "2", { mode: 0o755 }), dir("/b"), file("/b")]],
    view: ["/a file 755 0 0", "/b file 644 0 0"],
  },
  {
    name: "a hard link outlives its first name",
    layers: [
      [file("/bin/a", "x", { mode: 0o4755 }), hardlink("/bin/b", "/bin/a", { mode: 0o4755 })],
      [whiteout("/bin/a")],
    ],
    view: ["/bin directory 755 0 0", "/bin/b file 4755 0 0"],
  },
  {
    name: "attributes of a hard link's header reach the file itself",
    layers: [[file("/a", "x", { mode: 0o755 }), hardlink("/b", "/a", { mode: 0o4755 })]],
    view: ["/a file 4755 0 0", "/b file 4755 0 0"],
  },
  {
    name: "one name of a hard link is replaced, the other stays",
    layers: [[file("/a", "x"), hardlink("/b", "/a")], [file("/a", "y", { mode: 0o600 })]],
    view: ["/a file 600 0 1", "/b file 644 0 0"],
  },
  {
    name: "a link of the same layer is followed, as unpacking does",
    layers: [[dir("/usr/lib"), symlink("/lib", "usr/lib"), file("/lib/x")]],
    view: ["/lib symlink 777 0 0", "/usr directory 755 0 0", "/usr/lib directory 755 0 0", "/usr/lib/x file 644 0 0"],
  },
  {
    name: "a folder hides a link of a lower layer",
    layers: [[file("/usr/lib/x"), symlink("/lib", "usr/lib")], [file("/lib/y")]],
    view: [
      "/lib directory 755 0 1",
      "/lib/y file 644 0 1",
      "/usr directory 755 0 0",
      "/usr/lib directory 755 0 0",
      "/usr/lib/x file 644 0 0",
    ],
  },
  {
    name: "names lead to the same place however they are written",
    layers: [
      [
        { ...file("/x"), path: "./a//b/../c" },
        { ...file("/x"), path: "/abs" },
      ],
    ],
    view: ["/a directory 755 0 0", "/a/c file 644 0 0", "/abs file 644 0 0"],
  },
  {
    name: "what leads out of the image is left out",
    layers: [[{ ...file("/x"), path: "../../etc/cron.d/x" }, { ...file("/x"), path: "a/../../b" }, file("/ok")]],
    view: ["/ok file 644 0 0"],
  },
  {
    name: "a link into a link of its own layer ends somewhere",
    layers: [[symlink("/a", "b"), symlink("/b", "a"), file("/a/x"), file("/ok")]],
    view: ["/a symlink 777 0 0", "/b symlink 777 0 0", "/ok file 644 0 0"],
  },
];

describe("mergeLayers", () => {
  it.each(cases)("$name", async ({ layers, view }) => {
    expect(listView(await viewOf(...layers))).toEqual(view);
  });

  it("says who removed a setuid file and whether its successor is setuid again", async () => {
    const armed = { mode: 0o4755 };
    const view = await viewOf(
      [file("/a", "", armed), file("/b", "", armed), file("/c", "", armed), file("/d/e", "", armed), file("/plain")],
      [whiteout("/a"), file("/b", "", { mode: 0o755 }), whiteout("/plain")],
      [file("/c", "", armed), file("/d")],
    );
    const removed = view.removed.map(({ path, node, removedInLayer, rearmed }) => [
      path,
      node.layer,
      removedInLayer,
      rearmed,
    ]);
    expect(removed.sort()).toEqual([
      ["/a", 0, 1, false],
      ["/b", 0, 1, false],
      ["/c", 0, 2, true],
      ["/d/e", 0, 2, false],
    ]);
  });

  it("counts what cannot be unpacked", async () => {
    const view = await viewOf([
      file("/f"),
      file("/f/below"),
      hardlink("/h", "/nothing"),
      { ...file("/x"), path: "d/.wh." },
    ]);
    expect(view.problems.map(({ kind, count, example }) => [kind, count, example]).sort()).toEqual([
      ["below-a-file", 1, "/f/below"],
      ["no-link-target", 1, "/h"],
      ["whiteout", 1, "/d/.wh."],
    ]);
  });

  it("holds folders of the greatest depth that Linux takes, and no deeper ones", async () => {
    const deep = "d/".repeat(2000);
    const view = await viewOf([file(`/${deep}x`), file(`/${"e/".repeat(50_000)}x`)], [whiteout("/d")]);
    expect(listView(view)).toEqual([]);
    expect(view.layers[0]?.skipped).toMatchObject([{ reason: "too-long", count: 1 }]);
  });

  it("equals a naive model for any layers of folders, files, whiteouts and opaque folders", async () => {
    const name = fc.constantFrom("a", "b", "c");
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => `/${parts.join("/")}`);
    const member = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.tuple(path, fc.integer({ min: 1, max: 9 })).map(([at, uid]) => file(at, "", { uid })),
      },
      { weight: 2, arbitrary: fc.tuple(path, fc.integer({ min: 1, max: 9 })).map(([at, uid]) => dir(at, { uid })) },
      { weight: 2, arbitrary: path.map(whiteout) },
      { weight: 1, arbitrary: path.map(opaque) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(member, { maxLength: 6 }), { maxLength: 4 }), async (layers) => {
        const found = new Map<string, string>();
        const view = await viewOf(...layers);
        walkView(view, (at, node) => {
          if (at !== "/") found.set(at, `${node.type} ${node.uid}`);
        });
        expect(Object.fromEntries([...found].sort())).toEqual(Object.fromEntries([...naiveMerge(layers)].sort()));
      }),
      { numRuns: 400 },
    );
  });
});

/** The same by the words of the specification: each layer a map of paths, laid over the one before. */
function naiveMerge(layers: Layers): Map<string, string> {
  const under = (at: string, folder: string) => at.startsWith(`${folder}/`);
  let below = new Map<string, string>();
  for (const members of layers) {
    const upper = new Map<string, string>();
    const hides: ((at: string) => boolean)[] = [];
    for (const { path, type, uid } of members) {
      const at = `/${path.replace(/\/$/, "")}`;
      const folder = at.slice(0, at.lastIndexOf("/"));
      const hidden = at.replace("/.wh.", "/");
      if (at.endsWith("/.wh..wh..opq")) hides.push((each) => under(each, folder));
      else if (hidden !== at) hides.push((each) => each === hidden || under(each, hidden));
      const parts = at.split("/").slice(1, -1);
      const parents = parts.map((_, length) => `/${parts.slice(0, length + 1).join("/")}`);
      // A file of this layer in the way: the entry cannot be unpacked.
      if (parents.some((parent) => upper.get(parent)?.startsWith("file"))) continue;
      for (const parent of parents) if (!upper.has(parent)) upper.set(parent, "implied");
      if (at.includes("/.wh.")) continue;
      if (type === "file") for (const each of [...upper.keys()]) if (under(each, at)) upper.delete(each);
      upper.set(at, `${type} ${uid}`);
    }
    const merged = new Map([...below].filter(([at]) => !hides.some((hide) => hide(at))));
    for (const [at, what] of [...upper].sort()) {
      if (what.startsWith("file")) for (const each of [...merged.keys()]) if (under(each, at)) merged.delete(each);
      if (what !== "implied") merged.set(at, what);
      else if (merged.get(at)?.startsWith("directory") !== true) merged.set(at, "directory 0");
    }
    below = merged;
  }
  return below;
}
