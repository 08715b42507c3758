// How much is worked on at once.

/** More than this only costs memory. */
export const mostJobs = 64;

/** One a processor; more than eight wait for the engine, which sends one stream. */
export function defaultJobs(cores: number): number {
  return Math.min(8, Math.max(1, cores));
}
