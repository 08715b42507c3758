// Loads what judging needs from the folder of assets beside the bundle, and picks the benchmarks that were asked for.
import { join } from "node:path";
import type { RuleSet } from "../shared/model/control.ts";
import { FailureError } from "../shared/model/failure.ts";
import type { LifecycleData, Offer, SecondOpinion } from "../shared/model/lifecycle.ts";
import type { OwnLifecycle } from "../shared/model/own-lifecycle.ts";
import type { Phrase } from "../shared/model/phrase.ts";
import { type PackChecks, packChecks } from "./control/packs/pack-checks.ts";
import { withOwnDates } from "./data/apply-own-lifecycle.ts";
import { loadBuiltInRules } from "./data/compiled-rules.ts";
import { loadCurrentLifecycle } from "./data/current-lifecycle.ts";
import { loadDistroInfo } from "./data/distro-info.ts";
import { type LoadedHardened, loadHardened } from "./data/hardened-catalogue.ts";
import type { LoadedLifecycle } from "./data/lifecycle-catalogue.ts";
import { loadOffers } from "./data/offers.ts";
import { loadOwnLifecycle, loadOwnLifecycleIfThere } from "./data/own-lifecycle.ts";
import { loadPacks } from "./data/pack.ts";
import { indexed } from "./data/product-index.ts";

export interface Catalogues {
  readonly rules: readonly RuleSet[];
  readonly lifecycle: LifecycleData;
  readonly hardened: LoadedHardened;
  /** The lifecycle data of the source alone, without own dates: what a refresh is compared with. */
  readonly upstream: LoadedLifecycle;
  /** The checks of the packs, whose rule sets follow those of Plimsoll in `rules`. */
  readonly own: PackChecks;
  /** What was noticed about refreshed data and own dates; a person should see it. */
  readonly notes: readonly Phrase[];
}

/** Where a state folder keeps data: refreshed snapshots, and the file of own dates (null = not asked for). */
export interface DataHome {
  readonly data: string;
  readonly ownLifecycle: string | null;
  /** Somebody named the file, so it has to be there. */
  readonly named?: boolean;
}

/** The snapshot that ships with the app. */
export function embeddedLifecycle(assets: string): string {
  return join(assets, "data", "lifecycle.json");
}

/**
 * Everything at once, with the packs in the folders `packs` and what `home` keeps of newer and own dates; throws
 * `catalogue-invalid` when any of it is broken: an audit never runs on half a rule set. Refreshed data alone may be broken:
 * it is set aside, and the embedded one stands in for it.
 */
export async function loadCatalogues(
  assets: string,
  packs: readonly string[] = [],
  home?: DataHome,
): Promise<Catalogues> {
  const [rules, current, hardened, loaded, ownDates, offers, distros] = await Promise.all([
    loadBuiltInRules(assets),
    loadCurrentLifecycle(embeddedLifecycle(assets), home?.data ?? null),
    loadHardened(join(assets, "data", "hardened.json")),
    loadPacks(packs),
    ownDatesOf(home),
    loadOffers(join(assets, "data", "offers.json")),
    loadDistroInfo(join(assets, "data", "distro-info.json")),
  ]);
  const upstream = current.catalogue;
  const { data: dated, notes } = ownDates === null ? { data: upstream, notes: [] } : withOwnDates(upstream, ownDates);
  return {
    rules: [...rules, ...loaded.map(({ set }) => set)],
    lifecycle: indexed(withVoices(dated, [...offers, ...distros.offers], distros.opinions)),
    upstream,
    hardened,
    own: packChecks(loaded),
    notes: [...current.notes, ...notes],
  };
}

/** The data with offers and what other sources say, beside what own dates have displaced. */
function withVoices(data: LifecycleData, offers: readonly Offer[], opinions: readonly SecondOpinion[]): LifecycleData {
  return { ...data, offers: [...(data.offers ?? []), ...offers], opinions: [...(data.opinions ?? []), ...opinions] };
}

async function ownDatesOf(home: DataHome | undefined): Promise<OwnLifecycle | null> {
  if (home === undefined || home.ownLifecycle === null) return null;
  return (home.named === true ? loadOwnLifecycle : loadOwnLifecycleIfThere)(home.ownLifecycle);
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
