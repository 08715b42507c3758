// A beat for progress reports: work goes on, and between two beats at most one report is made.

const beatMs = 100;

export class Pace {
  readonly #timer: ReturnType<typeof setInterval>;
  #due = false;
  #wake: (() => void) | null = null;

  constructor() {
    this.#timer = setInterval(() => {
      this.#due = true;
      this.#wake?.();
      this.#wake = null;
    }, beatMs);
  }

  /** Whether a beat has passed since the last time it was taken. */
  take(): boolean {
    const due = this.#due;
    this.#due = false;
    return due;
  }

  /** Waits for `work` or the next beat, whichever is first; true when the work is done. Throws what the work throws. */
  async doneOrBeat(work: Promise<unknown>): Promise<boolean> {
    const beat = new Promise<false>((resolve) => {
      this.#wake = () => resolve(false);
    });
    return Promise.race([work.then(() => true), beat]);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
