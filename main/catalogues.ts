// Loads what judging needs from the folder of assets beside the bundle, and picks the benchmarks that were asked for.
import { join } from "node:path";
import type { RuleSet } from "../shared/model/control.ts";
import { FailureError } from "../shared/model/failure.ts";
import type { LifecycleData } from "../shared/model/lifecycle.ts";
import { type PackChecks, packChecks } from "./control/packs/pack-checks.ts";
import { loadBuiltInRules } from "./data/compiled-rules.ts";
import { type HardenedCatalogue, loadHardened } from "./data/hardened-catalogue.ts";
import { loadLifecycle } from "./data/lifecycle-catalogue.ts";
import { loadPacks } from "./data/pack.ts";

export interface Catalogues {
  readonly rules: readonly RuleSet[];
  readonly lifecycle: LifecycleData;
  readonly hardened: HardenedCatalogue;
  /** The checks of the packs, whose rule sets follow those of Plimsoll in `rules`. */
  readonly own: PackChecks;
}

/**
 * Everything at once, with the packs in the folders `packs`; throws `catalogue-invalid` when any of it is broken: an audit
 * never runs on half a rule set.
 */
export async function loadCatalogues(assets: string, packs: readonly string[] = []): Promise<Catalogues> {
  const [rules, lifecycle, hardened, loaded] = await Promise.all([
    loadBuiltInRules(assets),
    loadLifecycle(join(assets, "data", "lifecycle.json")),
    loadHardened(join(assets, "data", "hardened.json")),
    loadPacks(packs),
  ]);
  return { rules: [...rules, ...loaded.map(({ set }) => set)], lifecycle, hardened, own: packChecks(loaded) };
}

/** The rule sets named by `wanted`; all of them when nothing is named. Throws `usage` on an id that this version lacks. */
export function pickBenchmarks(rules: readonly RuleSet[], wanted: readonly string[] | undefined): readonly RuleSet[] {
  if (wanted === undefined || wanted.length === 0) return rules;
  for (const id of wanted) {
    if (!rules.some((rule) => rule.id === id)) {
      throw new FailureError({
        kind: "usage",
        cause: `no benchmark ${id} in this version; there is ${rules.map((rule) => rule.id).join(", ")}`,
      });
    }
  }
  return rules.filter((rule) => wanted.includes(rule.id));
}
