// Hashing on a thread of its own, which is a third of the work on an uncompressed layer. Bytes cross in shared memory, so
// that the reader copies them once and waits for nothing while a slot is free.
import { Worker } from "node:worker_threads";
import { hashHere, type LayerHash, longestPiece, type StartHash } from "./layer-hash.ts";

const slotSize = longestPiece;
/** As many as smooth out large files, whose digests take longer than their reading. */
const slots = 16;
/** A layer below this is hashed here: waking the thread would cost more. */
const smallLayer = 2 * slotSize;

/**
 * What the thread does, as text: it needs no file beside the bundle, in whatever way that is packed. Messages: [job, slot,
 * length, ranges] = these bytes are next, and of these places of the stream (from, to, from ...) the MD5 is asked for as well;
 * [job] = the digests, please; [job, -1] = forget it. Answers: [slot] = free again; [job, hex, MD5s]. The ranges are worked off
 * as range-digests.ts does it.
 */
const script = `
const { parentPort, workerData } = require("node:worker_threads");
const { createHash } = require("node:crypto");
const memory = Buffer.from(workerData.memory);
const jobs = new Map();
const begin = () => ({ hash: createHash("sha256"), ranges: [], next: 0, position: 0, body: null, md5: [] });
const bodies = (run, piece) => {
  const end = run.position + piece.length;
  while (run.next < run.ranges.length) {
    const from = run.ranges[run.next];
    const to = run.ranges[run.next + 1];
    if (from >= end) break;
    run.body ??= createHash("md5");
    run.body.update(piece.subarray(Math.max(0, from - run.position), Math.min(piece.length, to - run.position)));
    if (to > end) break;
    run.md5.push(run.body.digest("latin1"));
    run.body = null;
    run.next += 2;
  }
  if (run.next === run.ranges.length) {
    run.ranges = [];
    run.next = 0;
  }
  run.position = end;
};
parentPort.on("message", ([job, slot, length, ranges]) => {
  if (slot === -1) return void jobs.delete(job);
  const run = jobs.get(job) ?? begin();
  if (slot === undefined) {
    parentPort.postMessage([job, run.hash.digest("hex"), new Uint8Array(Buffer.from(run.md5.join(""), "latin1"))]);
    return void jobs.delete(job);
  }
  jobs.set(job, run);
  const piece = memory.subarray(slot * ${slotSize}, slot * ${slotSize} + length);
  for (const place of ranges) run.ranges.push(place);
  run.hash.update(piece);
  bodies(run, piece);
  parentPort.postMessage([slot]);
});
`;

export interface HashThread {
  readonly start: StartHash;
  /** Ends the thread; hashes that are under way fail. */
  close(): Promise<void>;
}

/** A thread that is started by the first layer that needs it and does not keep the process alive. */
export function hashThread(): HashThread {
  let thread: Running | null = null;
  return {
    start: () => lazily(() => (thread ??= new Running())),
    close: async () => {
      await thread?.end();
      thread = null;
    },
  };
}

/** Hashes here until the layer turns out to be a large one. */
function lazily(running: () => Running): LayerHash {
  let kept: Buffer[] = [];
  const bodies: { readonly from: number; readonly size: number }[] = [];
  let size = 0;
  let hash: LayerHash | null = null;
  const handOver = (to: LayerHash): LayerHash => {
    for (const { from, size: length } of bodies) to.body(from, length);
    hash = to;
    return to;
  };
  const catchUp = async (started: LayerHash, pieces: readonly Buffer[]) => {
    for (const piece of pieces) await started.update(piece);
  };
  return {
    update(piece) {
      if (hash !== null) return hash.update(piece);
      size += piece.length;
      kept.push(Buffer.from(piece));
      if (size < smallLayer) return undefined;
      const pieces = kept;
      kept = [];
      return catchUp(handOver(running().job()), pieces);
    },
    body(from, length) {
      if (hash === null) bodies.push({ from, size: length });
      else hash.body(from, length);
    },
    digest() {
      if (hash !== null) return hash.digest();
      const here = handOver(hashHere());
      for (const piece of kept) here.update(piece);
      return here.digest();
    },
    bodies: () => hash?.bodies() ?? new Uint8Array(0),
    abandon: () => hash?.abandon(),
  };
}

interface Digests {
  readonly hex: string;
  readonly bodies: Uint8Array;
}

class Running {
  readonly #memory = new SharedArrayBuffer(slots * slotSize);
  readonly #bytes = Buffer.from(this.#memory);
  readonly #worker = new Worker(script, { eval: true, workerData: { memory: this.#memory } });
  readonly #free = Array.from({ length: slots }, (_, slot) => slot);
  readonly #waiting: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];
  readonly #digests = new Map<
    number,
    { readonly resolve: (digests: Digests) => void; readonly reject: (e: Error) => void }
  >();
  #jobs = 0;
  #failure: Error | null = null;

  constructor() {
    this.#worker.unref();
    this.#worker.on("message", ([first, hex, bodies]: readonly [number, string?, Uint8Array?]) => {
      if (hex === undefined) {
        this.#free.push(first);
        this.#waiting.shift()?.resolve();
      } else {
        this.#digests.get(first)?.resolve({ hex, bodies: bodies ?? new Uint8Array(0) });
        this.#digests.delete(first);
      }
      this.#rest();
    });
    this.#worker.on("error", (error) => this.#fail(error));
    this.#worker.on("exit", () => this.#fail(new Error("the hashing thread has ended")));
  }

  job(): LayerHash {
    const job = this.#jobs++;
    /** The slot that is being filled. */
    let slot: number | null = null;
    let fill = 0;
    /** Bodies that were asked for since the last slot was sent. */
    let ranges: number[] = [];
    let bodies: Uint8Array = new Uint8Array(0);
    const send = () => {
      if (slot === null) return;
      this.#worker.postMessage([job, slot, fill, ranges]);
      slot = null;
      fill = 0;
      ranges = [];
    };
    const update = (piece: Uint8Array): void | Promise<void> => {
      // A piece stays in one slot, which is sent when the next one comes: by then it is known which bodies lie in it.
      if (fill + piece.length > slotSize) send();
      for (let at = 0; at < piece.length; ) {
        if (this.#failure !== null) throw this.#failure;
        slot ??= this.#free.pop() ?? null;
        if (slot === null) {
          const rest = piece.subarray(at);
          return this.#freed().then(() => update(rest));
        }
        const part = piece.subarray(at, at + slotSize);
        this.#bytes.set(part, slot * slotSize + fill);
        at += part.length;
        fill += part.length;
        if (at < piece.length) send();
      }
      return undefined;
    };
    return {
      update,
      body: (from, size) => void ranges.push(from, from + size),
      digest: async () => {
        send();
        const digests = await this.#digest(job);
        bodies = digests.bodies;
        return digests.hex;
      },
      bodies: () => bodies,
      abandon: () => {
        if (slot !== null) this.#free.push(slot);
        slot = null;
        this.#worker.postMessage([job, -1]);
      },
    };
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #digest(job: number): Promise<Digests> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== null) return reject(this.#failure);
      this.#digests.set(job, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage([job]);
    });
  }

  /** Waits for a slot; the process must not end meanwhile for want of other work. */
  #freed(): Promise<void> {
    this.#worker.ref();
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  #rest(): void {
    if (this.#waiting.length === 0 && this.#digests.size === 0) this.#worker.unref();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of [...this.#waiting.splice(0), ...this.#digests.values()]) reject(this.#failure);
    this.#digests.clear();
  }
}
