// Products of the catalogue by name.
import type { LifecycleCatalogue, LifecycleData, Product } from "../../shared/model/lifecycle.ts";

/** The product with this endoflife.date id, or one that bears it as an alias; null when there is none. */
export function productOf(data: LifecycleCatalogue & Pick<LifecycleData, "index">, id: string): Product | null {
  if (data.index?.of === data.products) return data.index.byName.get(id) ?? null;
  return (
    data.products.find((product) => product.id === id) ??
    data.products.find((product) => product.aliases?.includes(id) === true) ??
    null
  );
}
