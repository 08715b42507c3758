// Ends the process when one input keeps it busy for ever: an endless loop lets no timer and no promise of its own thread
// run, so a second thread watches, and says which input it was.
import { Worker } from "node:worker_threads";

const watcher = `
  const { workerData } = require("node:worker_threads");
  const { writeSync } = require("node:fs");
  const beat = new Int32Array(workerData.beat);
  let last = -1;
  setInterval(() => {
    const now = Atomics.load(beat, 0);
    if (now === last && Atomics.load(beat, 1) === 1) {
      writeSync(2, "fuzz: input " + now + " keeps the reader busy for ever\\n");
      process.kill(process.pid, "SIGKILL");
    }
    last = now;
  }, workerData.everyMs);
`;

export interface StallGuard {
  /** Called before each input with its number. */
  readonly begin: (input: number) => void;
  readonly stop: () => Promise<void>;
}

/** Watches from now on; an input that takes longer than `everyMs`, twice over at most, is taken for endless. */
export function guardAgainstStalls(everyMs: number): StallGuard {
  const shared = new SharedArrayBuffer(8);
  const beat = new Int32Array(shared);
  const worker = new Worker(watcher, { eval: true, workerData: { beat: shared, everyMs } });
  worker.unref();
  return {
    begin(input) {
      Atomics.store(beat, 0, input);
      Atomics.store(beat, 1, 1);
    },
    async stop() {
      Atomics.store(beat, 1, 0);
      await worker.terminate();
    },
  };
}
