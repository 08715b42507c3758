// Stored layers that are read side by side, as many as may be, and the wait for them with a beat for progress.
import { anySignal, throwIfAborted } from "../abort.ts";
import type { LayerBlob } from "../source/image-source.ts";
import type { Keep } from "./layer/capture.ts";
import type { Pace } from "./pace.ts";
import { type BlobOutcome, type BlobWork, readBlob } from "./read-blob.ts";

export class BlobPool {
  readonly #work: BlobWork;
  readonly #pace: Pace;
  readonly #jobs: number;
  readonly #signal: AbortSignal;
  readonly #stop = new AbortController();
  /** Ends what is under way: cancelled, or nobody waits any more. */
  readonly #over: AbortSignal;
  readonly #running = new Set<Promise<void>>();

  constructor(work: BlobWork, pace: Pace, jobs: number, signal: AbortSignal) {
    this.#work = work;
    this.#pace = pace;
    this.#jobs = jobs;
    this.#signal = signal;
    this.#over = anySignal(signal, this.#stop.signal);
  }

  /**
   * Begins a blob and yields at each beat until the next may be asked for: at once where it is independent and there is
   * room, else when it is read. `done` gets what became of it. Throws the signal's reason when cancelled, also when the
   * source hangs.
   */
  async *read(
    blob: LayerBlob,
    wanted: ReadonlyMap<string, Keep>,
    done: (outcome: BlobOutcome) => void | Promise<void>,
  ): AsyncGenerator<void> {
    const running = readBlob(blob, wanted, this.#work, this.#over).then(done);
    this.#running.add(running);
    // Whoever waits below gets the error; when nobody waits any more, it says nothing new.
    running.catch(() => undefined).then(() => this.#running.delete(running));
    if (blob.isIndependent !== true) yield* this.#until(running);
    while (this.#running.size >= this.#jobs) yield* this.#until(Promise.race(this.#running));
  }

  /** Yields at each beat until every blob is read. */
  async *rest(): AsyncGenerator<void> {
    while (this.#running.size > 0) yield* this.#until(Promise.all(this.#running));
  }

  /** Lets go of what is under way. */
  stop(): void {
    this.#stop.abort();
  }

  async *#until(work: Promise<unknown>): AsyncGenerator<void> {
    while (!(await this.#pace.doneOrBeat(work))) {
      throwIfAborted(this.#signal);
      yield;
    }
  }
}
