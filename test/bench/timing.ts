// How things are timed: two ways of the same work by turns, so that both meet the same machine, and the median of each.

/** Rounds of every measurement; five unless PLIMSOLL_BENCH_ROUNDS says otherwise. */
export const rounds = Math.max(1, Number(process.env["PLIMSOLL_BENCH_ROUNDS"] ?? 5));

/** The middle of some numbers; of an even count the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = low] = [sorted[middle - 1 + (sorted.length % 2)], sorted[middle]];
  return (low + high) / 2;
}

/** Seconds that `work` takes. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** The medians of works that are run by turns, `rounds` times each; a work gives its own figure, in whatever unit. */
export async function byTurns<Name extends string>(
  works: Readonly<Record<Name, () => Promise<number>>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(works) as Name[];
  const figures = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) figures[name].push(await works[name]());
  }
  return Object.fromEntries(names.map((name) => [name, median(figures[name])])) as Record<Name, number>;
}
