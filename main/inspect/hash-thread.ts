// Hashing on a thread of its own, which is a third of the work on an uncompressed layer. Bytes cross in shared memory, so
// that the reader copies them once and waits for nothing while a slot is free.
import { Worker } from "node:worker_threads";
import { hashHere, type LayerHash, type StartHash } from "./layer-hash.ts";

const slotSize = 1024 * 1024;
const slots = 6;
/** A layer below this is hashed here: waking the thread would cost more. */
const smallLayer = 2 * slotSize;

/**
 * What the thread does, as text: it needs no file beside the bundle, in whatever way that is packed. Messages: [job, slot,
 * length] = these bytes are next; [job] = the digest, please; [job, -1] = forget it. Answers: [slot] = free again; [job, hex].
 */
const script = `
const { parentPort, workerData } = require("node:worker_threads");
const { createHash } = require("node:crypto");
const memory = Buffer.from(workerData.memory);
const jobs = new Map();
parentPort.on("message", ([job, slot, length]) => {
  if (slot === -1) return void jobs.delete(job);
  if (slot === undefined) {
    parentPort.postMessage([job, (jobs.get(job) ?? createHash("sha256")).digest("hex")]);
    return void jobs.delete(job);
  }
  if (!jobs.has(job)) jobs.set(job, createHash("sha256"));
  jobs.get(job).update(memory.subarray(slot * ${slotSize}, slot * ${slotSize} + length));
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
  let size = 0;
  let hash: LayerHash | null = null;
  return {
    update(piece) {
      if (hash !== null) return hash.update(piece);
      size += piece.length;
      kept.push(Buffer.from(piece));
      if (size < smallLayer) return undefined;
      const started = running().job();
      hash = started;
      const first = Buffer.concat(kept);
      kept = [];
      return started.update(first);
    },
    digest() {
      if (hash !== null) return hash.digest();
      const here = hashHere();
      for (const piece of kept) here.update(piece);
      return here.digest();
    },
    abandon: () => hash?.abandon(),
  };
}

class Running {
  readonly #memory = new SharedArrayBuffer(slots * slotSize);
  readonly #bytes = Buffer.from(this.#memory);
  readonly #worker = new Worker(script, { eval: true, workerData: { memory: this.#memory } });
  readonly #free = Array.from({ length: slots }, (_, slot) => slot);
  readonly #waiting: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];
  readonly #digests = new Map<
    number,
    { readonly resolve: (hex: string) => void; readonly reject: (e: Error) => void }
  >();
  #jobs = 0;
  #failure: Error | null = null;

  constructor() {
    this.#worker.unref();
    this.#worker.on("message", ([first, hex]: readonly [number, string?]) => {
      if (hex === undefined) {
        this.#free.push(first);
        this.#waiting.shift()?.resolve();
      } else {
        this.#digests.get(first)?.resolve(hex);
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
    const send = () => {
      if (slot !== null) this.#worker.postMessage([job, slot, fill]);
      slot = null;
      fill = 0;
    };
    const update = (piece: Uint8Array): void | Promise<void> => {
      for (let at = 0; at < piece.length; ) {
        if (this.#failure !== null) throw this.#failure;
        slot ??= this.#free.pop() ?? null;
        if (slot === null) {
          const rest = piece.subarray(at);
          return this.#freed().then(() => update(rest));
        }
        const part = piece.subarray(at, at + slotSize - fill);
        this.#bytes.set(part, slot * slotSize + fill);
        at += part.length;
        fill += part.length;
        if (fill === slotSize) send();
      }
      return undefined;
    };
    return {
      update,
      digest: () => {
        send();
        return this.#digest(job);
      },
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

  #digest(job: number): Promise<string> {
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
