// Patterns of image references, as waivers and answers name images: `*` for any part of one name, `**` for any folders.
import { isAllowedPath } from "./policy-match.ts";
import { normaliseReference } from "./reference.ts";

/**
 * Whether a reference fits a pattern. Both are completed as docker does: without a registry it is docker.io, without a tag
 * `latest`; so `shop/api` is one tag and `shop/api:*` all of them. A pattern that ends in `*` takes any tag, and one that
 * begins with a part with a `*` any registry that fits it.
 */
export function fitsReference(reference: string, pattern: string): boolean {
  return isAllowedPath(normaliseReference(reference), [fullPattern(pattern)]);
}

function fullPattern(pattern: string): string {
  const [first = "", ...rest] = pattern.split("/");
  const isAnyTag = pattern.endsWith("*");
  // Behind a registry that exists, so that nothing is put in front of the pattern's own, nor `library` into it.
  const isWhole =
    first === "**" || (rest.length > 0 && first.includes("*")) || (first === "docker.io" && rest[0] === "**");
  const full = normaliseReference(isWhole ? `localhost/${pattern}` : pattern);
  const named = isWhole ? full.slice("localhost/".length) : full;
  return isAnyTag && !pattern.endsWith(":latest") ? named.replace(/:latest$/, "") : named;
}
