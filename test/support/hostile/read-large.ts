// Run by itself, bundled: reads one large layer through the pipeline and writes what it found as JSON. Arguments: which.
import { createHash } from "node:crypto";
import { memoryFactCache } from "../../../main/inspect/fact-cache.ts";
import { inspectImages } from "../../../main/inspect/inspect-images.ts";
import { memorySource } from "../../../main/source/archive/memory-source.ts";
import type { ImageSource } from "../../../main/source/image-source.ts";
import { image } from "../image-builder.ts";
import { type LargeLayer, largeLayers } from "./large-layers.ts";
import { tarStream } from "./tar-stream.ts";

const name = process.argv[2] ?? "";
const layer = largeLayers.get(name);
if (layer === undefined) throw new Error(`there is no layer ${name}`);
process.stdout.write(JSON.stringify(await read(layer)));

async function read(large: LargeLayer) {
  const hash = createHash("sha256");
  for await (const piece of tarStream(large)) hash.update(piece);
  const diffId = `sha256:${hash.digest("hex")}`;
  const began = process.hrtime.bigint();
  for await (const event of inspectImages(sourceOf(large, diffId), ["large"], { cache: memoryFactCache() }, signal())) {
    const seconds = Number(process.hrtime.bigint() - began) / 1e9;
    if (event.kind === "failed") return { problem: JSON.stringify(event.failure), seconds };
    if (event.kind === "facts") return { ...event.inspected.facts.files, seconds };
  }
  throw new Error("the image has neither facts nor a failure");
}

/** A source of one image with one layer, whose bytes are made as they are read. */
function sourceOf(large: LargeLayer, diffId: string): ImageSource {
  const built = image().top({ rootfs: { type: "layers", diff_ids: [diffId] } });
  const info = { kind: "archive", name: "large" } as const;
  const files = new Map(
    built
      .rawLayer(new Uint8Array())
      .top({ rootfs: { diff_ids: [diffId] } })
      .dockerArchive(),
  );
  const source = memorySource(files, info);
  const only = async () => {
    const [key = ""] = (await source.list(signal())).images.map((listed) => listed.key);
    return key;
  };
  return {
    ...source,
    open: async (_key, own) => source.open(await only(), own),
    async *layers(_keys, _wanted, own) {
      const opened = await source.open(await only(), own);
      const [first] = opened.config.diffIds;
      yield { kind: "blob", blob: { key: "blob", diffId: first ?? null, bytes: tarStream(large) } };
      yield { kind: "bound", key: "large", blobs: ["blob"], image: opened };
    },
  };
}

function signal(): AbortSignal {
  return new AbortController().signal;
}
