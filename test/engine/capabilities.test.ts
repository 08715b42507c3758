// File capabilities against the engine's own: what `docker export` of a created container has of `security.capability`.
import { createReadStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readTar } from "../../main/tar/read-tar.ts";
import { archiveOf, dir, file, hardlink, image, toTar, whiteout } from "../support/image-builder.ts";
import { readPlace } from "../support/read-images.ts";
import { sharedEngine } from "../support/shared-engine.ts";

const xattrs = { "security.capability": Buffer.from("0100000200200000000000000000000000000000", "hex") };

it("the files with capabilities are those that docker export shows with them", async (context) => {
  const engine = sharedEngine(context);
  const built = image()
    .layer(
      dir("/bin"),
      file("/bin/alone", "x", { mode: 0o755, xattrs }),
      file("/bin/linked", "x", { xattrs }),
      hardlink("/bin/linked-too", "/bin/linked", { xattrs }),
      file("/bin/taken", "x", { xattrs }),
      hardlink("/bin/taken-by", "/bin/taken"),
      file("/bin/given", "x"),
      hardlink("/bin/given-by", "/bin/given", { xattrs }),
      file("/bin/replaced", "x", { xattrs }),
      file("/bin/removed", "x", { xattrs }),
      file("/bin/later", "x"),
    )
    .layer(file("/bin/replaced", "x"), whiteout("/bin/removed"), file("/bin/later", "x", { xattrs }))
    .tag("plimsoll-test/capable:1");
  const folder = await mkdtemp(join(tmpdir(), "plimsoll-capable-"));
  try {
    const archive = toTar(archiveOf([built], { era: "legacy" }));
    await writeFile(join(folder, "image.tar"), archive);
    await engine.docker("load", "--quiet", "--input", join(folder, "image.tar"));
    const id = (await engine.docker("create", "plimsoll-test/capable:1", "none")).trim();
    await engine.docker("export", "--output", join(folder, "export.tar"), id);
    await engine.docker("rm", id);
    const theirs: string[] = [];
    const exported = createReadStream(join(folder, "export.tar"));
    for await (const { entry } of readTar(exported, new AbortController().signal)) {
      if (entry.xattrs?.has("security.capability") === true) theirs.push(`/${entry.path}`);
    }
    const { inspected } = await readPlace(archive);
    const ours = inspected[0]?.facts.files.capabilities?.flatMap(({ path, links = [] }) => [path, ...links]);
    expect(theirs).toHaveLength(6);
    expect(ours?.sort()).toEqual(theirs.sort());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
