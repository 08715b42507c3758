// Refreshing by itself: once a day while the app runs, and only where the person has switched that on. When it is due is
// known to the folder of refreshed data alone (refresh-tries.ts), which the command line shares; this only asks again.
import { failureOf } from "../../shared/model/failure.ts";
import { sayFailure } from "../../shared/wording/failure.ts";

export interface RefresherDeps {
  /** The setting as it is now. */
  readonly isWanted: () => boolean;
  /** A refresh that asks nobody where that was done within a day, or a pause holds. */
  readonly refresh: (signal: AbortSignal) => Promise<unknown>;
  /** Calls `run` once after so many milliseconds; the function it returns prevents that. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** Hears that a look was made, or failed: the window may show it. */
  readonly looked: () => void;
  readonly report: (line: string) => void;
}

export interface DataRefresher {
  start(): void;
  /** Looks now, where it is wanted: the setting was changed, or the machine woke. */
  check(): void;
  stop(): void;
}

/** Timers stop while a machine sleeps, so none is trusted with a day. */
const hourMs = 3_600_000;

/** Nothing happens before `start`. */
export function dataRefresher({ isWanted, refresh, after, looked, report }: RefresherDeps): DataRefresher {
  let disarm = (): void => undefined;
  let running: AbortController | null = null;
  let isStopped = false;

  async function look(): Promise<void> {
    const abort = new AbortController();
    running = abort;
    try {
      await refresh(abort.signal);
    } catch (error) {
      const failure = failureOf(error);
      // What the source did wrong is kept beside the data and shown in the settings; the rest is said here.
      if (failure.kind !== "cancelled" && failure.kind !== "data-refused") report(`data: ${sayFailure(failure)}`);
    } finally {
      running = null;
    }
    if (!isStopped) looked();
  }

  function check(): void {
    if (isWanted() && running === null && !isStopped) void look();
  }

  function tick(): void {
    check();
    if (!isStopped) disarm = after(hourMs, tick);
  }

  return {
    start: tick,
    check,
    stop() {
      isStopped = true;
      disarm();
      running?.abort(new DOMException("cancelled", "AbortError"));
    },
  };
}
