// Loads what judging needs from the folder of assets beside the bundle, and picks the benchmarks that were asked for.
import { join } from "node:path";
import type { RuleSet } from "../shared/model/control.ts";
import { FailureError } from "../shared/model/failure.ts";
import type { LifecycleCatalogue } from "../shared/model/lifecycle.ts";
import { type HardenedCatalogue, loadHardened } from "./data/hardened-catalogue.ts";
import { loadLifecycle } from "./data/lifecycle-catalogue.ts";
import { loadRules } from "./data/rules.ts";

export interface Catalogues {
  readonly rules: readonly RuleSet[];
  readonly lifecycle: LifecycleCatalogue;
  readonly hardened: HardenedCatalogue;
}

/** Everything at once; throws `catalogue-invalid` when any of it is broken: an audit never runs on half a rule set. */
export async function loadCatalogues(assets: string): Promise<Catalogues> {
  const [rules, lifecycle, hardened] = await Promise.all([
    loadRules(join(assets, "rules")),
    loadLifecycle(join(assets, "data", "lifecycle.json")),
    loadHardened(join(assets, "data", "hardened.json")),
  ]);
  return { rules, lifecycle, hardened };
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
