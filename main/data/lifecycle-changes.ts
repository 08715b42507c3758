// What a newer state of the lifecycle data says differently: listed after every refresh and import, so that nobody has to
// trust that "the data was updated".
import type { Cycle, LifecycleCatalogue, Product } from "../../shared/model/lifecycle.ts";
import type { LifecycleChange, MovedDate } from "../../shared/model/lifecycle-change.ts";

const dates: readonly MovedDate[] = ["release", "eoas", "eol", "eoes"];

/**
 * From `before` to `after`: moved dates first, then cycles, then products; each in the order of product and cycle names as
 * the catalogue has them. A product counts as renamed where the new one bears the former id as an alias.
 */
export function lifecycleChanges(before: LifecycleCatalogue, after: LifecycleCatalogue): LifecycleChange[] {
  const known = new Map(before.products.map((product) => [product.id, product]));
  const now = new Set(after.products.map(({ id }) => id));
  const moved: LifecycleChange[] = [];
  const cycles: LifecycleChange[] = [];
  const products: LifecycleChange[] = [];
  const renamed = new Set<string>();
  for (const product of after.products) {
    const { id, label } = product;
    const formerly = known.has(id) ? undefined : product.aliases?.find((alias) => known.has(alias) && !now.has(alias));
    const old = known.get(formerly ?? id);
    if (old === undefined) {
      products.push({ kind: "new-product", product: id, label, cycles: product.cycles.length });
      continue;
    }
    if (formerly !== undefined) {
      renamed.add(formerly);
      products.push({ kind: "renamed-product", product: id, label, formerly });
    }
    compareCycles(old, product, moved, cycles);
  }
  for (const { id, label } of before.products) {
    if (!now.has(id) && !renamed.has(id)) products.push({ kind: "gone-product", product: id, label });
  }
  return [...moved, ...cycles, ...products];
}

function compareCycles(old: Product, product: Product, moved: LifecycleChange[], cycles: LifecycleChange[]): void {
  const before = new Map(old.cycles.map((cycle) => [cycle.cycle, cycle]));
  const after = new Set(product.cycles.map(({ cycle }) => cycle));
  const named = { product: product.id, label: product.label };
  for (const cycle of product.cycles) {
    const known = before.get(cycle.cycle);
    if (known !== undefined) moved.push(...movedDates(product, known, cycle));
    else cycles.push({ kind: "new-cycle", ...named, cycle: cycle.cycle, eol: cycle.eol ?? null });
  }
  for (const { cycle } of old.cycles) {
    if (!after.has(cycle)) cycles.push({ kind: "gone-cycle", ...named, cycle });
  }
}

function movedDates({ id, label, phases }: Product, before: Cycle, after: Cycle): LifecycleChange[] {
  return dates
    .filter((date) => before[date] !== after[date])
    .map((date) => {
      const phase = date === "release" ? undefined : phases?.[date];
      return {
        kind: "date-moved",
        product: id,
        label,
        cycle: after.cycle,
        date,
        ...(phase === undefined ? {} : { phase }),
        from: before[date] ?? null,
        to: after[date] ?? null,
      };
    });
}
