// Which build of a product an image is: runtime or dev, compat, FIPS, Socket Firewall, flavours. Labels say it, and the most
// exact tag among them says it again; what a reference is called is not asked, for a tag can be moved.
import type { DhiClaim } from "./dhi-labels.ts";
import { type DhiTag, parseDhiTag } from "./dhi-tag.ts";

/** The words of the claim, each once and sorted. A paid `fips` or `stig` in the compliance label makes a variant too. */
export function variantsOf(claim: DhiClaim): string[] {
  const tag = claim.version === null ? null : parseDhiTag(claim.version);
  const found = new Set<string>();
  const variant = claim.variant?.toLowerCase();
  if (variant !== undefined) found.add(variant);
  for (const word of (claim.flavor ?? "").toLowerCase().split(/[\s,]+/)) if (word !== "") found.add(word);
  for (const word of tagWords(tag)) found.add(word);
  for (const paid of ["fips", "stig"] as const) if (claim.claims.includes(paid)) found.add(paid);
  return [...found].slice(0, 20).sort();
}

/**
 * Whether the label says runtime and the labelled tag `-dev`. The other way round is no contradiction: some products are
 * published for building alone and leave the word out of their tags.
 */
export function variantDiffers(claim: DhiClaim): boolean {
  const tag = claim.version === null ? null : parseDhiTag(claim.version);
  return claim.variant?.toLowerCase() === "runtime" && tag?.dev === true;
}

function tagWords(tag: DhiTag | null): string[] {
  if (tag === null) return [];
  return [
    ...(tag.dev ? ["dev"] : []),
    ...(tag.fips ? ["fips"] : []),
    ...(tag.compat ? ["compat"] : []),
    ...(tag.sfw === null ? [] : [tag.sfw]),
    ...(tag.flavor === null ? [] : [tag.flavor]),
  ];
}
