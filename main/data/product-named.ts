// The product of the lifecycle data, and its cycle, that a person means by a name.
import type { LifecycleData, Product } from "../../shared/model/lifecycle.ts";

/** By id, alias or label, in any case; null where nothing is called so. */
export function productNamed(data: LifecycleData, name: string): Product | null {
  const wanted = name.trim().toLowerCase();
  return (
    data.products.find(({ id }) => id === wanted) ??
    data.products.find(({ aliases = [] }) => aliases.some((alias) => alias.toLowerCase() === wanted)) ??
    data.products.find(({ label }) => label.toLowerCase() === wanted) ??
    null
  );
}

/** What a vendor extends without being a product of the source, such as Docker's hardened images; null where it is none. */
export function offeredNamed({ offers = [] }: LifecycleData, name: string): string | null {
  const wanted = name.trim().toLowerCase();
  return offers.find(({ product }) => product === wanted)?.product ?? null;
}

/** Whether a name is a cycle of the product, or a release within one that is sold by itself: `9.4` of RHEL 9. */
export function hasCycle({ cycles }: Product, name: string): boolean {
  return cycles.some(({ cycle }) => name === cycle || name.startsWith(`${cycle}.`));
}
