// The pieces of a Node stream as they came. Node's own iterator joins what has gathered, which copies every byte once more.
import { finished, type Readable } from "node:stream";

/** So much is held before the stream is told to wait. */
const highWater = 1024 * 1024;

/** Yields until the stream ends; throws its error, also when it closes before its end. Leaving the loop destroys it. */
export async function* streamPieces(stream: Readable): AsyncGenerator<Buffer> {
  const queue: Buffer[] = [];
  let held = 0;
  let over = false;
  let failure: Error | null = null;
  let wake: (() => void) | null = null;
  const rouse = () => {
    wake?.();
    wake = null;
  };
  const stopWatching = finished(stream, { writable: false }, (error) => {
    over = true;
    failure = error ?? null;
    rouse();
  });
  stream.on("data", (piece: Buffer) => {
    queue.push(piece);
    held += piece.length;
    if (held >= highWater) stream.pause();
    rouse();
  });
  try {
    for (;;) {
      const pieces = queue.splice(0);
      for (const piece of pieces) {
        yield piece;
        held -= piece.length;
      }
      if (queue.length > 0) continue;
      if (over) break;
      stream.resume();
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    if (failure !== null) throw failure;
  } finally {
    stopWatching();
    // Nobody listens any more, and what a destroyed stream still says must not end the process.
    stream.on("error", () => undefined);
    stream.destroy();
  }
}
