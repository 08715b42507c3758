// The lifecycle of a product of the catalogue by itself, without an image: every cycle, or one.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { LifecycleCatalogue, LifecycleEntry, Product } from "../../shared/model/lifecycle.ts";
import { coverageOf } from "./coverage.ts";
import { entryOf } from "./entry.ts";
import { productOf } from "./match.ts";

export interface ProductLifecycle {
  readonly product: Pick<Product, "id" | "label" | "category" | "policy">;
  /** In the source's order, newest first. */
  readonly entries: readonly LifecycleEntry[];
}

/**
 * The cycles of the product with this endoflife.date id or alias, `name` picks one of them; statuses as of `on`. Null when
 * the catalogue has no such product or the product no such cycle.
 */
export function productLifecycle(
  catalogue: LifecycleCatalogue,
  id: string,
  name: string | null,
  on: CalendarDay,
): ProductLifecycle | null {
  const product = productOf(catalogue, id);
  if (product === null) return null;
  const cycles = product.cycles.filter((cycle) => name === null || cycle.cycle === name);
  if (cycles.length === 0 && name !== null) return null;
  const kind = product.category === "os" ? "os" : ["lang", "framework"].includes(product.category) ? "runtime" : "app";
  const entries = cycles.map((cycle) => {
    const label = `${product.label} ${cycle.cycle}`;
    const evidence = `${catalogue.source} ${catalogue.date}`;
    const component = {
      kind,
      product: product.id,
      cycle: cycle.cycle,
      version: cycle.latest ?? null,
      label,
      evidence,
    } as const;
    return entryOf(
      { component, product, cycle, without: null, base: null },
      coverageOf(product, cycle, catalogue, null),
      on,
    );
  });
  const { label, category, policy } = product;
  return { product: { id: product.id, label, category, ...(policy === undefined ? {} : { policy }) }, entries };
}
