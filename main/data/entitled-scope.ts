// What an entitlement is for, set beside the lifecycle data before it is written down: a slip in a name would make it count for
// nothing, so it is refused with the names that come nearest.
import type { EntitlementScope } from "../../shared/model/entitlement.ts";
import type { LifecycleData } from "../../shared/model/lifecycle.ts";
import { plainText } from "../../shared/plain-text.ts";
import { usage } from "./edit-decisions.ts";
import { nearestNames } from "./nearest-names.ts";
import { hasCycle, offeredNamed, productNamed } from "./product-named.ts";

/**
 * The scope with the product's own id in place of an alias, a label or other case. Throws FailureError `usage` for a product
 * or a cycle that the data does not know, with the nearest names.
 */
export function knownScope(scope: EntitlementScope, data: LifecycleData): EntitlementScope {
  if (scope.product === undefined) return scope;
  const product = productNamed(data, scope.product);
  if (product === null) {
    const offered = offeredNamed(data, scope.product);
    if (offered !== null) return { ...scope, product: offered };
    const known = data.products.flatMap(({ id, aliases = [] }) => [id, ...aliases]);
    const names = [...known, ...(data.offers ?? []).map((offer) => offer.product)];
    throw usage(
      `the lifecycle data of ${data.date} know no product ${plainText(scope.product, 100)}${nearText(scope.product, names)}`,
    );
  }
  const { cycle } = scope;
  if (cycle !== undefined && !hasCycle(product, cycle)) {
    const names = product.cycles.map((one) => one.cycle);
    throw usage(
      `the lifecycle data of ${data.date} know no cycle ${plainText(cycle, 100)} of ${product.id}${nearText(cycle, names)}`,
    );
  }
  return { ...scope, product: product.id };
}

function nearText(name: string, names: readonly string[]): string {
  const near = nearestNames(name, names);
  return near.length === 0 ? "" : `; near to it: ${near.join(", ")}`;
}
