// The merged view against the engine's own: every entry of `docker export` of a created container, and the packages
// against dpkg-query inside it. The layers come from real builds: whiteouts, opaque folders, links, changed modes.

import { createReadStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ImageFiles } from "../../main/inspect/layer/image-files.ts";
import type { LayerFacts } from "../../main/inspect/layer/layer-facts.ts";
import { normalisePath } from "../../main/inspect/layer/layer-path.ts";
import { mergeLayers } from "../../main/inspect/layer/merge-layers.ts";
import { type MergedView, walkView } from "../../main/inspect/layer/merged-view.ts";
import { readLayer } from "../../main/inspect/layer/read-layer.ts";
import { Limits } from "../../main/inspect/limit.ts";
import { installedPackages } from "../../main/inspect/packages/installed.ts";
import { memorySource } from "../../main/source/archive/memory-source.ts";
import { decompress } from "../../main/tar/decompress.ts";
import { readTar } from "../../main/tar/read-tar.ts";
import { debianImage, type Suite } from "../support/debian-image.ts";
import type { Engine } from "../support/engine.ts";
import { sharedEngine } from "../support/shared-engine.ts";

const never = new AbortController().signal;
const suites: readonly Suite[] = ["bullseye", "bookworm", "trixie"];

/** What a container gets from the engine when it is created, whatever the image holds. */
const engineOwn = /^\/(?:\.dockerenv|dev(?:\/.*)?|proc|sys|etc\/(?:hosts|hostname|resolv\.conf|mtab)|etc|)$/;

const steps = [
  "mkdir -p /t/opaque /t/gone/deep /t/swap && touch /t/opaque/a /t/opaque/b /t/gone/deep/x /t/swap/in /t/kept",
  "chmod 4755 /t/kept && ln /t/kept /t/second && ln -s /t/kept /t/link && mkfifo /t/pipe",
  "rm -rf /t/opaque && mkdir /t/opaque && touch /t/opaque/new && rm -rf /t/gone",
  "rm -rf /t/swap && touch /t/swap",
  "rm /t/swap && mkdir -m 1777 /t/swap && touch /t/swap/again",
  "rm /t/kept && chown 1234:4321 /t/link -h",
  "chmod u-s /usr/bin/passwd && rm -rf /usr/share/doc/bash && printf 'x' > '/t/\\303\\274 \\377name'",
];

async function build(engine: Engine, suite: Suite): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "plimsoll-view-"));
  try {
    const lines = [`FROM ${await debianImage(engine, suite)}`, ...steps.map((step) => `RUN ${step}`)];
    await writeFile(join(folder, "Dockerfile"), `${lines.join("\n")}\n`);
    const tag = `view:${suite}`;
    await engine.docker("build", "--network", "none", "--tag", tag, folder);
    return tag;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The files that `docker save` writes, by name. Layers of these images fit into memory. */
async function saved(engine: Engine, tag: string, path: string): Promise<Map<string, Uint8Array>> {
  await engine.docker("save", "--output", path, tag);
  const files = new Map<string, Uint8Array>();
  for await (const { entry, body } of readTar(createReadStream(path), never)) {
    const pieces: Uint8Array[] = [];
    for await (const piece of body) pieces.push(Uint8Array.from(piece));
    files.set(entry.path, Buffer.concat(pieces));
  }
  return files;
}

async function viewOf(files: ReadonlyMap<string, Uint8Array>): Promise<MergedView> {
  const source = memorySource(files, { kind: "archive", name: "saved" });
  const blobs = new Map<string, LayerFacts>();
  const [listed] = (await source.list(never)).images;
  for await (const delivery of source.layers([listed?.key ?? ""], () => true, never)) {
    if (delivery.kind === "failed") throw new Error(JSON.stringify(delivery.failure));
    if (delivery.kind === "blob") {
      blobs.set(delivery.blob.key, await readLayer(decompress(delivery.blob.bytes), new Map(), never));
    } else {
      const layers = delivery.blobs.flatMap((key) => blobs.get(key ?? "") ?? []);
      expect(layers.map(({ diffId }) => diffId)).toEqual(delivery.image.config.diffIds);
      return mergeLayers(layers);
    }
  }
  throw new Error("nothing was bound");
}

async function exported(engine: Engine, tag: string, path: string): Promise<Map<string, string>> {
  const id = (await engine.docker("create", tag, "true")).trim();
  try {
    await engine.docker("export", "--output", path, id);
  } finally {
    await engine.docker("rm", id);
  }
  const entries = new Map<string, string>();
  for await (const { entry } of readTar(createReadStream(path), never)) {
    const place = normalisePath(entry.path);
    const target = normalisePath(entry.linkPath);
    if (!("path" in place) || engineOwn.test(place.path)) continue;
    const same = entry.type === "hardlink" && "path" in target ? entries.get(target.path) : undefined;
    const { type, mode, uid, gid, size, linkPath } = entry;
    entries.set(place.path, same ?? `${type} ${mode.toString(8)} ${uid}:${gid} ${size} ${linkPath}`);
  }
  return entries;
}

function listed(view: MergedView): Map<string, string> {
  const entries = new Map<string, string>();
  walkView(view, (path, node) => {
    if (engineOwn.test(path)) return;
    const link = node.type === "symlink" ? view.linkOf(node) : "";
    entries.set(path, `${node.type} ${node.mode.toString(8)} ${node.uid}:${node.gid} ${view.sizeOf(node)} ${link}`);
  });
  return entries;
}

describe("the merged view of a real image", () => {
  it.for(suites)("equals docker export and dpkg-query entry by entry for %s", async (suite, context) => {
    const engine = sharedEngine(context);
    const folder = await mkdtemp(join(tmpdir(), "plimsoll-view-"));
    try {
      const tag = await build(engine, suite);
      const view = await viewOf(await saved(engine, tag, join(folder, "save.tar")));
      const theirs = await exported(engine, tag, join(folder, "export.tar"));
      const ours = listed(view);
      expect(theirs.size).toBeGreaterThan(5000);
      const differences = [...new Set([...ours.keys(), ...theirs.keys()])]
        .filter((path) => ours.get(path) !== theirs.get(path))
        .map((path) => `${path}: ours ${ours.get(path)}, theirs ${theirs.get(path)}`);
      expect(differences).toEqual([]);

      const fields = ["db:Status-Status", "Package", "Version", "Architecture"].map((name) => `\${${name}}`);
      const query = ["dpkg-query", "--show", `--showformat=${fields.join(" ")}\\n`];
      const lines = (await engine.docker("run", "--rm", "--network", "none", tag, ...query)).split("\n");
      const installed = lines.filter((line) => line.startsWith("installed ")).map((line) => line.slice(10));
      const files = new ImageFiles(view, new Limits(), { fetch: true });
      const packages = installedPackages(files).map(({ name, version, arch }) => `${name} ${version} ${arch}`);
      expect(packages.sort()).toEqual(installed.sort());
      expect(packages.length).toBeGreaterThan(75);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
