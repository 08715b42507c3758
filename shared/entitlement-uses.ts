// Which entries of the file of entitlements made windows of support count, and in which images: read off the windows
// themselves, so that it can never say anything else than they do.
import type { EntitlementSet, RunEntitlements } from "./model/entitlement.ts";
import type { LifecycleEntry } from "./model/lifecycle.ts";

/** Per entry (by id) the number of images in which a window counts because of it. `images` are the components of each. */
export function entitlementUses(images: readonly (readonly LifecycleEntry[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entries of images) {
    const ids = entries.flatMap(({ coverage }) => coverage.flatMap(({ entitlement }) => entitlement?.id ?? []));
    for (const id of new Set(ids)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** What a run records of its file; empty where it was judged with none. */
export function entitlementRecord(
  images: readonly { readonly lifecycle: readonly LifecycleEntry[] }[],
  set: EntitlementSet | undefined,
): { readonly entitlements?: RunEntitlements } {
  if (set === undefined) return {};
  const counts = entitlementUses(images.map(({ lifecycle }) => lifecycle));
  const used = set.entitlements.flatMap(({ id, contract }) => {
    const count = counts.get(id);
    return count === undefined ? [] : [{ id, contract, images: count }];
  });
  return { entitlements: { digest: set.digest, used } };
}
