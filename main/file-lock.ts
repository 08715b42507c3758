// A lock beside a file or folder that several Plimsolls may change at once. Waiting makes sense only while another holds it:
// a folder that cannot be written to is told at once.
import { setTimeout as wait } from "node:timers/promises";
import lockfile from "proper-lockfile";
import { errorCode } from "./file-error.ts";

/** A lock whose holder was not heard of for so long is taken over, in milliseconds. */
const stale = 20_000;
const pauses = { first: 25, longest: 500 };

export interface LockOptions {
  /** How often another holder is waited for, each time longer than before; 40 come to about 18 s. */
  readonly turns?: number;
  /** `path` is there: where it is a link, what it leads to is locked. */
  readonly exists?: boolean;
}

/**
 * Takes the lock of `path`; gives what lets go of it. Throws what the file system says, with `ELOCKED` as code when another
 * holder did not let go in time.
 */
export async function takeLock(
  path: string,
  { turns = 40, exists = false }: LockOptions = {},
): Promise<() => Promise<void>> {
  let pause = pauses.first;
  for (let turn = 0; ; turn += 1) {
    try {
      return await lockfile.lock(path, { realpath: exists, retries: 0, stale });
    } catch (error) {
      const isHeld = errorCode(error) === "ELOCKED";
      if (!isHeld || turn >= turns) throw error;
    }
    await wait(pause);
    pause = Math.min(pause * 2, pauses.longest);
  }
}
