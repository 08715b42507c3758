// How long an engine may say nothing. One that hangs must be told from one that is busy, and nobody waits for ever.

export interface Patience {
  /** For the answer to a question, and for each further piece of it. */
  readonly answerMs: number;
  /** For the first byte of saved images: engines with the classic store lay them down on their own disk before. */
  readonly saveMs: number;
  /** For each further byte of them. */
  readonly silenceMs: number;
}

export const usualPatience: Patience = { answerMs: 120_000, saveMs: 1_800_000, silenceMs: 300_000 };

/** Runs `work`; `stop` is called with the reason when it takes longer, and must make it end. Gives what the work gives. */
export async function within<T>(ms: number, stop: (reason: Error) => void, work: Promise<T>): Promise<T> {
  const timer = setTimeout(() => stop(silence(ms)), ms);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}

/** Passes pieces on; `stop` is called with the reason when the next one does not come, and must make the pieces end. */
export async function* heardWithin<T>(
  ms: number,
  stop: (reason: Error) => void,
  pieces: AsyncIterable<T>,
): AsyncGenerator<T> {
  // One clock for all pieces, half as long as the patience: a timer for each would cost more than the pieces.
  let isWaiting = false;
  let beats = 0;
  const clock = setInterval(() => {
    if (isWaiting && ++beats === 2) stop(silence(ms));
  }, ms / 2);
  try {
    isWaiting = true;
    for await (const piece of pieces) {
      isWaiting = false;
      yield piece;
      beats = 0;
      isWaiting = true;
    }
  } finally {
    clearInterval(clock);
  }
}

function silence(ms: number): Error {
  return new Error(`nothing was heard from it for ${ms / 1000} s`);
}
