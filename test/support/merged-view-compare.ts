// The merged view held against the engine's own: entries as lines, of ours and of what `docker export` writes, and packages
// as lines, of ours and of dpkg-query's. One image of real builds: whiteouts, opaque folders, links, changed modes.
import { createReadStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { ImageFiles } from "../../main/inspect/layer/image-files.ts";
import type { LayerFacts } from "../../main/inspect/layer/layer-facts.ts";
import { normalisePath } from "../../main/inspect/layer/layer-path.ts";
import { mergeLayers } from "../../main/inspect/layer/merge-layers.ts";
import { type MergedView, walkView } from "../../main/inspect/layer/merged-view.ts";
import { readLayer } from "../../main/inspect/layer/read-layer.ts";
import { Limits } from "../../main/inspect/limit.ts";
import { installedPackages } from "../../main/inspect/packages/installed.ts";
import type { ImageSource } from "../../main/source/image-source.ts";
import { decompress } from "../../main/tar/decompress.ts";
import { readTar } from "../../main/tar/read-tar.ts";
import { debianImage, type Suite } from "./debian-image.ts";
import type { Engine } from "./engine.ts";

export const suites: readonly Suite[] = ["bullseye", "bookworm", "trixie"];

/** What a comparison needs at least to say anything: a suite's minimal system has more of both. */
export const fewestEntries = 5000;
export const fewestPackages = 75;

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

/** The build that leaves every kind of trace a layer can have, on top of the image `from`; `joined` steps share a layer. */
export function viewDockerfile(from: string, joined = 1): string {
  const lines = [`FROM ${from}`];
  for (let at = 0; at < steps.length; at += joined) lines.push(`RUN ${steps.slice(at, at + joined).join(" && ")}`);
  return `${lines.join("\n")}\n`;
}

/** Makes sure that the engine holds that build for a suite; gives its tag. */
export async function viewImage(engine: Engine, suite: Suite): Promise<string> {
  const tag = `view:${suite}`;
  if ((await engine.docker("images", "--quiet", tag)).trim() !== "") return tag;
  const folder = await mkdtemp(join(tmpdir(), "plimsoll-view-"));
  try {
    await writeFile(join(folder, "Dockerfile"), viewDockerfile(await debianImage(engine, suite)));
    await engine.docker("build", "--network", "none", "--tag", tag, folder);
    return tag;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The view of one image of a source, each layer checked against the config. `reference` null = the only one there is. */
export async function viewOfSource(
  source: ImageSource,
  reference: string | null,
  signal: AbortSignal,
): Promise<MergedView> {
  const { images } = await source.list(signal);
  const meant = images.filter(({ references }) => reference === null || references.includes(reference));
  expect(meant, JSON.stringify(images)).toHaveLength(1);
  const blobs = new Map<string, LayerFacts>();
  for await (const delivery of source.layers(
    meant.map(({ key }) => key),
    () => true,
    signal,
  )) {
    if (delivery.kind === "failed") throw new Error(JSON.stringify(delivery.failure));
    if (delivery.kind === "blob") {
      blobs.set(delivery.blob.key, await readLayer(decompress(delivery.blob.bytes), new Map(), signal));
    } else {
      const layers = delivery.blobs.flatMap((key) => blobs.get(key ?? "") ?? []);
      expect(layers.map(({ diffId }) => diffId)).toEqual(delivery.image.config.diffIds);
      return mergeLayers(layers);
    }
  }
  throw new Error("nothing was bound");
}

/** A view by path: type, mode, owner, size, link target. */
export function entriesOf(view: MergedView): Map<string, string> {
  const entries = new Map<string, string>();
  walkView(view, (path, node) => {
    if (engineOwn.test(path)) return;
    const link = node.type === "symlink" ? view.linkOf(node) : "";
    entries.set(path, `${node.type} ${node.mode.toString(8)} ${node.uid}:${node.gid} ${view.sizeOf(node)} ${link}`);
  });
  return entries;
}

/** The same of a container that the engine creates from an image and exports; `path` is where the tar goes meanwhile. */
export async function exportedEntries(engine: Engine, tag: string, path: string): Promise<Map<string, string>> {
  const id = (await engine.docker("create", tag, "true")).trim();
  try {
    await engine.docker("export", "--output", path, id);
  } finally {
    await engine.docker("rm", id);
  }
  const entries = new Map<string, string>();
  for await (const { entry } of readTar(createReadStream(path), new AbortController().signal)) {
    const place = normalisePath(entry.path);
    const target = normalisePath(entry.linkPath);
    if (!("path" in place) || engineOwn.test(place.path)) continue;
    const same = entry.type === "hardlink" && "path" in target ? entries.get(target.path) : undefined;
    const { type, mode, uid, gid, size, linkPath } = entry;
    entries.set(place.path, same ?? `${type} ${mode.toString(8)} ${uid}:${gid} ${size} ${linkPath}`);
  }
  return entries;
}

/** The installed packages of a view: name, version, architecture, source package and its version. */
export function packagesOf(view: MergedView): string[] {
  const files = new ImageFiles(view, new Limits(), { fetch: true });
  return installedPackages(files)
    .map(({ name, version, arch, source }) => {
      const { name: from, version: at } = source ?? { name, version };
      return `${name} ${version} ${arch} ${from} ${at}`;
    })
    .sort();
}

/** The same as dpkg-query says it inside a container of the image. */
export async function queriedPackages(engine: Engine, tag: string): Promise<string[]> {
  const fields = ["db:Status-Status", "Package", "Version", "Architecture", "source:Package", "source:Version"];
  const query = ["dpkg-query", "--show", `--showformat=${fields.map((name) => `\${${name}}`).join(" ")}\\n`];
  const lines = (await engine.docker("run", "--rm", "--network", "none", tag, ...query)).split("\n");
  return lines
    .filter((line) => line.startsWith("installed "))
    .map((line) => line.slice("installed ".length))
    .sort();
}

/** What the engine itself says of an image. */
export interface Truth {
  readonly entries: ReadonlyMap<string, string>;
  readonly packages: readonly string[];
}

/** Expects the view to be what the engine says, and says how much was compared. */
export function expectSameView(what: string, view: MergedView, truth: Truth): void {
  const ours = entriesOf(view);
  const differences = [...new Set([...ours.keys(), ...truth.entries.keys()])]
    .filter((path) => ours.get(path) !== truth.entries.get(path))
    .map((path) => `${path}: ours ${ours.get(path)}, theirs ${truth.entries.get(path)}`);
  expect(differences).toEqual([]);
  expect(truth.entries.size).toBeGreaterThanOrEqual(fewestEntries);

  const packages = packagesOf(view);
  expect(packages).toEqual(truth.packages);
  expect(packages.length).toBeGreaterThanOrEqual(fewestPackages);
  // biome-ignore lint/suspicious/noConsole: the reader of a test run is told how much stands behind the result.
  console.info(`${what}: ${truth.entries.size} entries and ${packages.length} packages are the same`);
}
