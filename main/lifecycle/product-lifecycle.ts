// The lifecycle of a product of the catalogue by itself, without an image: every cycle, or one.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { Component, LifecycleData, LifecycleEntry, Product } from "../../shared/model/lifecycle.ts";
import type { Cover } from "./cover.ts";
import { coverOfImage } from "./entitlement-scope.ts";
import { entryOf } from "./entry.ts";
import { productOf } from "./product-of.ts";
import { supportWindows } from "./support-windows.ts";

export interface ProductLifecycle {
  readonly product: Pick<Product, "id" | "label" | "category" | "policy">;
  /** In the source's order, newest first. */
  readonly entries: readonly LifecycleEntry[];
}

/**
 * The cycles of the product with this endoflife.date id or alias, `name` picks one of them; statuses as of `on`. Null when
 * the catalogue has no such product or the product no such cycle. `cover` is what was bought for the product itself.
 */
export function productLifecycle(
  catalogue: LifecycleData,
  id: string,
  name: string | null,
  on: CalendarDay,
  cover?: Cover,
): ProductLifecycle | null {
  const product = productOf(catalogue, id);
  if (product === null) return null;
  const cycles = product.cycles.filter((cycle) => name === null || cycle.cycle === name);
  if (cycles.length === 0 && name !== null) return null;
  const kind = product.category === "os" ? "os" : ["lang", "framework"].includes(product.category) ? "runtime" : "app";
  const own = cover === undefined ? undefined : coverOfImage(cover);
  const entries = cycles.map((cycle) => {
    const label = `${product.label} ${cycle.cycle}`;
    const evidence = `${catalogue.source} ${catalogue.date}`;
    const component: Component = {
      kind,
      product: product.id,
      cycle: cycle.cycle,
      version: cycle.latest ?? null,
      label,
      evidence,
    };
    const match = { component, product, cycle, without: null, base: null };
    return entryOf(match, supportWindows(component, product, cycle, catalogue, own), on);
  });
  const { label, category, policy } = product;
  return { product: { id: product.id, label, category, ...(policy === undefined ? {} : { policy }) }, entries };
}
