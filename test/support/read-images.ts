// Reads all images of an archive, layout or source as an audit does, and gathers what was told.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { memoryFactCache } from "../../main/inspect/fact-cache.ts";
import { inspectImages } from "../../main/inspect/inspect-images.ts";
import { openArchive } from "../../main/source/archive/open-archive.ts";
import type { ImageSource } from "../../main/source/image-source.ts";
import { hostPlatform, parsePlatform } from "../../main/source/platform.ts";
import type { Excluded, ListedImage } from "../../shared/model/image.ts";
import { InspectEvent, type Inspected } from "../../shared/model/inspection.ts";
import { sayFailure } from "../../shared/wording/failure.ts";
import { type Files, image, memorySource, writeFolder } from "./image-builder.ts";

export interface ReadImages {
  readonly listed: readonly ListedImage[];
  readonly excluded: readonly Excluded[];
  /** In the order of the list; images that failed are missing. */
  readonly inspected: readonly Inspected[];
  readonly failures: readonly string[];
  /** Layer bytes received, as stored. */
  readonly bytes: number;
}

const signal = new AbortController().signal;

/** Reads a source to its end and closes it. */
export async function readSource(source: ImageSource): Promise<ReadImages> {
  const { images, excluded } = await source.list(signal);
  const keys = images.map(({ key }) => key);
  const inspected = new Map<string, Inspected>();
  const failures: string[] = [];
  let bytes = 0;
  for await (const told of inspectImages(source, keys, { cache: memoryFactCache() }, signal)) {
    const event = InspectEvent.parse(told);
    if (event.kind === "facts") inspected.set(event.key, event.inspected);
    else if (event.kind === "failed") failures.push(sayFailure(event.failure));
    else if (event.kind === "progress") bytes = event.bytes;
  }
  await source.close();
  return { listed: images, excluded, inspected: keys.flatMap((key) => inspected.get(key) ?? []), failures, bytes };
}

/** Reads a tar of these bytes, or a folder of these files, on a linux/amd64 machine. `platform` as of `--platform`. */
export async function readPlace(what: Uint8Array | Files, platform?: string): Promise<ReadImages> {
  const folder = await mkdtemp(join(tmpdir(), "plimsoll-place-"));
  try {
    const path = join(folder, "images");
    if (what instanceof Uint8Array) await writeFile(path, what);
    else await writeFolder(what, path);
    const wanted = platform === undefined ? null : parsePlatform(platform);
    return await readSource(await openArchive(path, { wanted, host: hostPlatform("x64") }, signal));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What is read of an image of these layers, whose bytes are tars. Throws where it cannot be read. */
export async function readLayers(...tars: readonly Uint8Array[]): Promise<Inspected> {
  const built = tars.reduce((so, tar) => so.rawLayer(tar), image());
  const { inspected, failures } = await readSource(memorySource([built]));
  const [only] = inspected;
  if (only === undefined) throw new Error(failures.join("; "));
  return only;
}
