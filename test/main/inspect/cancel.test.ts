// Cancelling while there is work: what is going on stops at its next step, and nothing more is asked of the source. That a
// source which hangs is not waited for is in inspect-images.test.ts and source/engine/hostile-engine.test.ts.
import { expect, it } from "vitest";
import { memoryFactCache } from "../../../main/inspect/fact-cache.ts";
import { inBreaths } from "../../../main/inspect/in-breaths.ts";
import { inspectImages } from "../../../main/inspect/inspect-images.ts";
import { mergeInSteps } from "../../../main/inspect/layer/merge-layers.ts";
import { readLayer } from "../../../main/inspect/layer/read-layer.ts";
import { maskConfig } from "../../../main/inspect/secrets/mask-config.ts";
import { parseImageConfig } from "../../../main/source/image-config.ts";
import type { ImageSource } from "../../../main/source/image-source.ts";
import { failureOf } from "../../../shared/model/failure.ts";
import { packed, packedRun, zstdZeros } from "../../support/hostile/bombs.ts";
import { tarStream } from "../../support/hostile/tar-stream.ts";
import { file, image, memorySource } from "../../support/image-builder.ts";
import { octal, rawHeader } from "../../support/raw-tar.ts";

const built = image().layer(file("/app", "x")).tag("app:1");
const failureFrom = (work: Promise<unknown>) => work.then(() => null, failureOf);

/** Reads an image whose layer comes in these pieces; the reading is cancelled while the piece of that number is asked for. */
async function cancelAt(number: number, pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
  const controller = new AbortController();
  let pulled = 0;
  const counted = async function* () {
    for await (const piece of pieces) {
      if (++pulled === number) controller.abort();
      yield piece;
    }
  };
  const source = memorySource([built]);
  const [key = ""] = (await source.list(controller.signal)).images.map((listed) => listed.key);
  const endless: ImageSource = {
    ...source,
    async *layers(_keys, _wanted, signal) {
      yield { kind: "blob", blob: { key: "layer", diffId: null, bytes: counted() } };
      yield { kind: "bound", key, blobs: ["layer"], image: await source.open(key, signal) };
    },
  };
  const reading = async () => {
    for await (const _ of inspectImages(endless, [key], { cache: memoryFactCache() }, controller.signal));
  };
  return { failure: await failureFrom(reading()), pulled: () => pulled };
}

/** The beginning of a file that goes on for 4 GiB. */
const large = rawHeader({ name: "a", size: octal(2 ** 32) });

function* endlessly(piece: Uint8Array): Generator<Uint8Array> {
  for (;;) yield piece;
}
function* startingWith(start: Uint8Array, rest: Iterable<Uint8Array>): Generator<Uint8Array> {
  yield start;
  yield* rest;
}

it.each<readonly [string, () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>]>([
  ["a plain layer", () => tarStream({ entries: 1e9, bytesEach: 0, nameOf: (at) => `folder/${at}` })],
  ["a gzip bomb", () => startingWith(packed(large), endlessly(packedRun(0, 128)))],
  ["a zstd bomb", () => endlessly(zstdZeros(large, 64))],
])("%s without end is left at once", async (_, pieces) => {
  const { failure, pulled } = await cancelAt(5, pieces());
  expect(failure).toEqual({ kind: "cancelled" });
  const then = pulled();
  // Readers may have asked for a piece or two ahead; afterwards nobody asks any more.
  expect(then).toBeLessThan(5 + 8);
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
  expect(pulled()).toBe(then);
});

it("laying many entries over each other stops between two steps", async () => {
  const controller = new AbortController();
  const tar = tarStream({ entries: 100_000, bytesEach: 0, nameOf: (at) => `f/${at}` });
  const layer = await readLayer(tar, new Map(), controller.signal);
  let steps = 0;
  const counted = function* () {
    for (const _ of mergeInSteps([layer, layer])) {
      if (++steps === 3) controller.abort();
      yield;
    }
  };
  expect(await failureFrom(inBreaths(counted(), controller.signal))).toEqual({ kind: "cancelled" });
  expect(steps).toBe(3);
});

it("looking for secrets in a config of thousands of texts stops between two of them", async () => {
  const Env = Array.from({ length: 40_000 }, (_, at) => `A${at}=value`);
  const config = parseImageConfig(image().config({ Env }).configBytes);
  const controller = new AbortController();
  const masking = maskConfig(config, controller.signal);
  setImmediate(() => controller.abort());
  expect(await failureFrom(masking)).toEqual({ kind: "cancelled" });
});
