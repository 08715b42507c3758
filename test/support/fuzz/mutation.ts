// A change to an archive as data: where in its making, which mutator, with which numbers. Data can be drawn by fast-check,
// written down when it finds something, and made smaller.
import fc from "fast-check";
import { byteMutators, type Mutator } from "./byte-mutations.ts";
import { jsonMutators } from "./json-mutations.ts";
import type { Edit, Site } from "./recipe.ts";
import { sites } from "./recipe.ts";
import { tarMutators } from "./tar-mutations.ts";

export interface Mutation {
  readonly site: Site;
  /** Which of the things made at that site: the first layer, the second. */
  readonly turn: number;
  readonly mutator: string;
  readonly where: number;
  readonly what: number;
}

const mutators: Readonly<Record<string, Mutator>> = { ...byteMutators, ...tarMutators, ...jsonMutators };
const bytesOnly = Object.keys(byteMutators);
const forTar = [...bytesOnly, ...Object.keys(tarMutators), ...Object.keys(tarMutators)];
const forJson = [...bytesOnly, ...Object.keys(jsonMutators), ...Object.keys(jsonMutators)];

function mutatorsFor(site: Site): readonly string[] {
  switch (site) {
    case "layer":
    case "archive":
      return forTar;
    case "packed-layer":
    case "packed-archive":
      return bytesOnly;
    default:
      return forJson;
  }
}

const number = fc.nat(2 ** 30 - 1);

/** One change; layers come up most often, since most code reads them. */
export const arbitraryMutation: fc.Arbitrary<Mutation> = fc
  .constantFrom<Site>(...sites, "layer", "layer", "layer", "config")
  .chain((site) =>
    fc.record({
      site: fc.constant(site),
      turn: fc.nat(2),
      mutator: fc.constantFrom(...mutatorsFor(site)),
      where: number,
      what: number,
    }),
  );

/** Applies them in order, each where its site and turn come up. `hits` counts those that changed anything. */
export function editor(mutations: readonly Mutation[]): { readonly edit: Edit; readonly hits: () => number } {
  const turns = new Map<Site, number>();
  let hits = 0;
  const edit: Edit = (site, bytes) => {
    const turn = turns.get(site) ?? 0;
    turns.set(site, turn + 1);
    let changed = Buffer.from(bytes);
    for (const mutation of mutations) {
      if (mutation.site !== site || mutation.turn !== turn) continue;
      const mutate = mutators[mutation.mutator];
      if (mutate === undefined) throw new Error(`there is no mutator ${mutation.mutator}`);
      const before = changed;
      changed = Buffer.from(mutate(before, mutation.where, mutation.what));
      if (!changed.equals(before)) hits++;
    }
    return changed;
  };
  return { edit, hits: () => hits };
}
