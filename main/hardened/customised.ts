// Customised hardened images: built by Docker for one customer and named BASE-TAG_SUFFIX (dhi.md section 2.1). The name is
// all that tells; whether the base fits it, the labelled version says.
import type { HardenedState } from "../../shared/model/hardened.ts";
import { splitTag } from "../../shared/reference.ts";
import { baseTag, parseDhiTag, standsFor } from "./dhi-tag.ts";

/**
 * The first of the references whose tag carries a suffix; null where none does. `version` is the labelled one. An image that its
 * user built on a hardened one (`isDerived`) has tags of its own: there the suffix counts only where the base fits.
 */
export function customisedOf(
  references: readonly string[],
  version: string | null,
  isDerived: boolean,
): NonNullable<HardenedState["customised"]> | null {
  for (const reference of references) {
    const { tag } = splitTag(reference);
    const suffix = tag === null ? null : (parseDhiTag(tag)?.suffix ?? null);
    if (tag === null || suffix === null) continue;
    const base = baseTag(tag);
    const labelled = version === null ? null : baseTag(version);
    const fit =
      labelled === null
        ? "unknown"
        : base === labelled
          ? "exact"
          : standsFor(base, labelled)
            ? "floating"
            : ("other" as const);
    if (isDerived && fit !== "exact" && fit !== "floating") continue;
    return { reference: reference.slice(0, 400), suffix: suffix.slice(0, 128), base: fit };
  }
  return null;
}
