// Draws inputs, judges each, and keeps one smallest example of every way in which something was wrong.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { type Judged, judgeInput, type Look } from "./judge-input.ts";
import { arbitraryMutation, editor, type Mutation } from "./mutation.ts";
import type { Site } from "./recipe.ts";
import { configSecrets, fileSecret, type Seed, seeds } from "./seeds.ts";
import { guardAgainstStalls } from "./stall-guard.ts";

export interface FuzzPlan {
  readonly inputs: number;
  readonly seed: number;
  /** Told after each batch. */
  readonly progress?: (done: number) => void;
}
export interface Finding {
  readonly problem: string;
  readonly seed: string;
  readonly mutations: readonly Mutation[];
}
export interface FuzzTally {
  /** By seed: inputs judged, and how they ended. */
  readonly bySeed: ReadonlyMap<string, Record<string, number>>;
  readonly findings: readonly Finding[];
  /** Inputs that were read twice to see whether the answer is the same. */
  readonly repeated: number;
}

const batch = 2000;
const repeatEvery = 50;
const schemaEvery = 20;
const stallMs = 60_000;

const arbitraryInput = fc.record({
  seed: fc.constantFrom(...seeds),
  mutations: fc.array(arbitraryMutation, { minLength: 1, maxLength: 4 }),
});

/** Judges so many inputs; the same plan draws the same inputs. */
export async function runFuzz({ inputs, seed, progress }: FuzzPlan): Promise<FuzzTally> {
  const folder = await mkdtemp(join(tmpdir(), "plimsoll-fuzz-"));
  const path = join(folder, "input");
  const guard = guardAgainstStalls(stallMs);
  const bySeed = new Map<string, Record<string, number>>(seeds.map(({ name }) => [name, { inputs: 0 }]));
  const findings = new Map<string, Finding>();
  let done = 0;
  let repeated = 0;
  try {
    for (let round = 0; done < inputs; round++) {
      const drawn = fc.sample(arbitraryInput, { numRuns: Math.min(batch, inputs - done), seed: seed + round });
      for (const input of drawn) {
        guard.begin(done);
        const twice = done % repeatEvery === 0;
        const judged = await judge(input.seed, input.mutations, path, { schema: done % schemaEvery === 0, twice });
        done += 1;
        if (twice) repeated += 1;
        count(bySeed, input.seed.name, judged);
        if (judged.ok) continue;
        const name = nameOf(judged.problem);
        if (!findings.has(name)) findings.set(name, await smallest(input.seed, input.mutations, judged.problem, path));
      }
      progress?.(done);
    }
  } finally {
    await guard.stop();
    await rm(folder, { recursive: true, force: true });
  }
  return { bySeed, findings: [...findings.values()], repeated };
}

/** One input, as `runFuzz` judges it; `twice` reads it a second time and wants the same answer. */
export async function judge(
  seed: Seed,
  mutations: readonly Mutation[],
  path: string,
  { schema, twice }: { readonly schema: boolean; readonly twice: boolean },
): Promise<Judged> {
  const { edit } = editor(mutations);
  const bytes = seed.build(edit);
  const look: Look = { schema, secrets: secretsOf(mutations) };
  const judged = await judgeInput(bytes, path, look);
  if (!twice || !judged.ok) return judged;
  const again = await judgeInput(bytes, path, look);
  if (again.ok && again.digest === judged.digest) return judged;
  return again.ok ? { ok: false, problem: "the second reading says something else than the first" } : again;
}

/**
 * Where the config itself was changed, its secrets may no longer be any: a token with a hole in it is none. And where the
 * kind of an entry was, what lies in a file may have become the name of the next one; names are told as they are.
 */
function secretsOf(mutations: readonly Mutation[]): string[] {
  if (mutations.some(({ mutator }) => mutator === "tar-flag")) return [];
  const whole: ReadonlySet<Site> = new Set(["layer", "packed-layer", "manifest", "index", "docker-manifest"]);
  return mutations.every(({ site }) => whole.has(site)) ? [fileSecret, ...configSecrets] : [fileSecret];
}

function count(bySeed: Map<string, Record<string, number>>, seed: string, judged: Judged): void {
  const row = bySeed.get(seed) ?? {};
  const key = judged.ok ? judged.outcome : "wrong";
  bySeed.set(seed, { ...row, inputs: (row["inputs"] ?? 0) + 1, [key]: (row[key] ?? 0) + 1 });
}

/** What makes two problems the same: the message without numbers, and where it was thrown. */
function nameOf(problem: string): string {
  const [first = "", ...rest] = problem.split("\n");
  const frame = rest.find((line) => /\/(?:main|shared)\//.test(line)) ?? "";
  return `${first.replace(/\d+/g, "N").slice(0, 120)} ${frame.trim()}`;
}

/** The same problem with as few of the changes as it needs. */
async function smallest(seed: Seed, mutations: readonly Mutation[], problem: string, path: string): Promise<Finding> {
  let kept = mutations;
  for (const mutation of mutations) {
    const fewer = kept.filter((one) => one !== mutation);
    const judged = await judge(seed, fewer, path, { schema: true, twice: true });
    if (!judged.ok && nameOf(judged.problem) === nameOf(problem)) kept = fewer;
  }
  return { problem, seed: seed.name, mutations: kept };
}
