// How an entitlement stands on a day, and what a person should know of it. Reading tolerates what the lifecycle data does not
// know, since data changes; here it is said.
import { type CalendarDay, daysBetween } from "../../shared/calendar-day.ts";
import type { Entitlement, EntitlementState } from "../../shared/model/entitlement.ts";
import type { LifecycleData } from "../../shared/model/lifecycle.ts";
import type { Phrase } from "../../shared/model/phrase.ts";
import { hasCycle, offeredNamed, productNamed } from "./product-named.ts";

export interface EntitlementStanding {
  readonly state: EntitlementState;
  /** Why it does not hold, and what else is to be said; empty = nothing. */
  readonly phrases: readonly Phrase[];
}

/**
 * The standing on `on`. `images` = in how many kept images a window counts because of it; null = no image is kept, or they
 * could not be looked at, so that nothing is said of them.
 */
export function entitlementStanding(
  entitlement: Entitlement,
  data: LifecycleData,
  on: CalendarDay,
  images: number | null,
): EntitlementStanding {
  const { removed, from, until } = entitlement;
  if (removed !== undefined)
    return { state: "removed", phrases: [words("removed", { by: removed.by, on: removed.on })] };
  if (until < on) return { state: "ended", phrases: [words("ended", { until, days: daysBetween(until, on) })] };
  const unknown = unknownName(entitlement, data);
  if (from !== undefined && from > on)
    return { state: "future", phrases: [words("begins", { from }), ...(unknown === null ? [] : [unknown])] };
  if (unknown !== null) return { state: "unmatched", phrases: [unknown] };
  const early = endsEarly(entitlement, data);
  if (early !== null) return { state: "holds", phrases: [early] };
  return images === 0 ? { state: "unmatched", phrases: [words("no-image")] } : { state: "holds", phrases: [] };
}

/** A product or cycle that the data does not know, or knows by another name than the entry has. */
function unknownName({ scope }: Entitlement, data: LifecycleData): Phrase | null {
  const { product: name, cycle } = scope;
  if (name === undefined) return null;
  const product = productNamed(data, name);
  const { date } = data;
  if (product === null) return offeredNamed(data, name) === null ? words("no-product", { product: name, date }) : null;
  const { id, aliases = [] } = product;
  if (id !== name.toLowerCase() && !aliases.includes(name.toLowerCase()))
    return words("other-name", { product: name, id });
  return cycle === undefined || hasCycle(product, cycle)
    ? null
    : words("no-cycle", { product: product.label, cycle, date });
}

/** Cover that ends before general support does adds nothing to it. */
function endsEarly({ scope, until }: Entitlement, data: LifecycleData): Phrase | null {
  const product = data.products.find(({ id }) => id === scope.product);
  const eol = product?.cycles.find(({ cycle }) => cycle === scope.cycle)?.eol;
  return typeof eol === "string" && until <= eol ? words("ends-early", { eol }) : null;
}

function words(key: string, params: NonNullable<Phrase["params"]> = {}): Phrase {
  return { key: `entitlement.${key}`, params };
}
