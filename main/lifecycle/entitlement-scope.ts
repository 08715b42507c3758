// Whether what was bought is for a component: its product, one cycle of it, and images by the patterns of their references.
import type { EntitlementScope } from "../../shared/model/entitlement.ts";
import type { Component, LifecycleData } from "../../shared/model/lifecycle.ts";
import { fitsReference } from "../../shared/reference-pattern.ts";
import type { Cover } from "./cover.ts";
import { productOf } from "./product-of.ts";

/** A component as entitlements name it. */
export interface BoughtFor {
  readonly component: Pick<Component, "cycle" | "version">;
  /** The product under which offers list it; null where nobody lists it. */
  readonly offeredAs: string | null;
  /** All names that a scope may use for its product. */
  readonly names: readonly string[];
}

/**
 * What holds and is for an image: without what was removed, and without what names other images. An image without a name
 * fits no pattern. Asked once an image, since patterns take longer to compare than all else.
 */
export function coverOfImage({ entitlements: { entitlements, digest }, references }: Cover): Cover {
  const fitting = entitlements.filter(
    ({ removed, scope: { image } }) =>
      removed === undefined && (image === undefined || references.some((reference) => fitsReference(reference, image))),
  );
  return { entitlements: { entitlements: fitting, digest }, references };
}

/** Whether a scope is for a component, whatever images it names. */
export function isFor(
  { product, cycle }: EntitlementScope,
  { component, names }: BoughtFor,
  data: LifecycleData,
): boolean {
  if (product !== undefined) {
    const wanted = product.toLowerCase();
    if (!names.includes(wanted) && !names.includes(productOf(data, wanted)?.id ?? "")) return false;
  }
  return cycle === undefined || isCycle(cycle, component);
}

/** The component's cycle, or a part of its version that is more exact: `9.4` of RHEL 9.4. */
function isCycle(cycle: string, component: BoughtFor["component"]): boolean {
  const { version } = component;
  if (cycle === component.cycle) return true;
  const isMoreExact = component.cycle !== null && cycle.startsWith(`${component.cycle}.`);
  return isMoreExact && (version === cycle || version?.startsWith(`${cycle}.`) === true);
}
