// Long work without waiting, cut into steps so that cancelling and other work get their turn: an image may have millions of
// files, and laying its layers over each other takes seconds then.
import { setImmediate as nextTurn } from "node:timers/promises";
import { throwIfAborted } from "../abort.ts";

/** Entries between two steps: some milliseconds. */
export const entriesInOneBreath = 8192;

/** Gives the event loop its turn. Throws the signal's reason when cancelled. */
export async function breathe(signal: AbortSignal | null): Promise<void> {
  await nextTurn();
  if (signal !== null) throwIfAborted(signal);
}

/** Runs all steps, the event loop's turn between them, and gives what they give. Throws the signal's reason when cancelled. */
export async function inBreaths<T>(steps: Generator<void, T>, signal: AbortSignal): Promise<T> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    await breathe(signal);
  }
}

/** Runs all steps at once. */
export function atOnce<T>(steps: Generator<void, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}
