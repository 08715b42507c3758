// How many layers are read at once, and that waiting for them has a beat and an end.
import { describe, expect, it } from "vitest";
import { BlobPool } from "../../../main/inspect/blob-pool.ts";
import { hashHere } from "../../../main/inspect/layer-hash.ts";
import { Pace } from "../../../main/inspect/pace.ts";
import type { BlobOutcome } from "../../../main/inspect/read-blob.ts";
import type { LayerBlob } from "../../../main/source/image-source.ts";
import { file, image } from "../../support/image-builder.ts";

const [tar = new Uint8Array()] = image().layer(file("/a", "x")).layers;

interface Watch {
  now: number;
  most: number;
}

/** A blob whose bytes come after some turns of the event loop. */
function slowBlob(key: string, isIndependent: boolean, watch: Watch): LayerBlob {
  const bytes = async function* (): AsyncGenerator<Uint8Array> {
    watch.now++;
    watch.most = Math.max(watch.most, watch.now);
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
    watch.now--;
    yield tar;
  };
  return { key, diffId: null, bytes: bytes(), ...(isIndependent ? { isIndependent } : {}) };
}

async function readAll(jobs: number, isIndependent: boolean): Promise<{ watch: Watch; outcomes: BlobOutcome[] }> {
  const pace = new Pace();
  const watch = { now: 0, most: 0 };
  const outcomes: BlobOutcome[] = [];
  const pool = new BlobPool({ received: { bytes: 0 }, startHash: hashHere }, pace, jobs, new AbortController().signal);
  try {
    for (let number = 0; number < 12; number++) {
      const blob = slowBlob(String(number), isIndependent, watch);
      for await (const _ of pool.read(blob, new Map(), (outcome) => void outcomes.push(outcome)));
    }
    for await (const _ of pool.rest());
  } finally {
    pace.stop();
  }
  return { watch, outcomes };
}

describe("the pool of layers", () => {
  it.each([
    [1, true, 1],
    [3, true, 3],
    [64, true, 12],
    [8, false, 1],
  ])("with %d jobs and independent blobs %s reads %d at once, and all of them", async (jobs, isIndependent, most) => {
    const { watch, outcomes } = await readAll(jobs, isIndependent);
    expect(watch.most).toBe(most);
    expect(outcomes.map(({ kind }) => kind)).toEqual(Array.from({ length: 12 }, () => "read"));
  });

  it("ends with the reason of a cancellation while a source hangs, and lets go of what is under way", async () => {
    const pace = new Pace();
    const cancel = new AbortController();
    const pool = new BlobPool({ received: { bytes: 0 }, startHash: hashHere }, pace, 2, cancel.signal);
    const hanging = async function* (): AsyncGenerator<Uint8Array> {
      await new Promise(() => undefined);
    };
    const reading = pool.read({ key: "k", diffId: null, bytes: hanging() }, new Map(), () => undefined);
    const waiting = (async () => {
      for await (const _ of reading) cancel.abort(new DOMException("enough", "AbortError"));
    })();
    await expect(waiting).rejects.toThrow("enough");
    pool.stop();
    pace.stop();
  });
});
