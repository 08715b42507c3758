// From the version found in an image to the cycle of its product: dots decide, never string prefixes (3.10 is not 3.1),
// never numbers (5.0 is not 5), never the order of the list.
import type { Cycle, Product } from "../../shared/model/lifecycle.ts";

export type NoCycle = "prerelease" | "newer-than-data" | "no-such-cycle";
export type CycleAnswer = { readonly cycle: Cycle } | { readonly cycle: null; readonly why: NoCycle };

/** Products whose first release bears no `.0` where the cycle has one: SLES 15 is cycle 15.0. */
const bareMajorIsDotZero: ReadonlySet<string> = new Set(["sles"]);

/** Packaging tails: PGDG, RPM releases, Alpine revisions, Debian revisions of vendors, build metadata of MariaDB. */
const packagingTail = /(?:-r\d+|\+maria.*|-\d+(?:\.\d+)*[.~+]?(?:pgdg|el\d|fc\d|deb|ubuntu|nodesource|~).*|~.+)$/i;

/** The version without epoch, prefix and packaging tail, as it is shown: `1:11.8.8+maria~ubu2404` -> `11.8.8`. */
export function cleanVersion(raw: string): string {
  const bare = raw
    .trim()
    .slice(0, 200)
    .replace(/^\d+:/, "")
    .replace(/^(?:v|go|jdk-?)(?=\d)/i, "");
  return bare.replace(packagingTail, "");
}

/** Java counted 1.8 until 8, and writes updates as `8u502` or `1.8.0_502`. */
function javaNumbers(version: string): string {
  return version.replace(/^1\.(\d)(?=[._]|$)/, "$1").replace(/^(\d)u(\d+).*$/, "$1.0.$2");
}

/** `b` and `a` need a number: OpenSSL 1.0.2a and ProFTPD 1.3.8b are releases. */
const prerelease =
  /^[._-]?(?:(?:a|b|c|m)\d|(?:alpha|beta|rc|dev|pre|preview|nightly|snapshot|ea|milestone|canary)(?![a-z]))/i;

/** `Product.cycles` entry of a version as read from an image, or why there is none. */
export function cycleOf(product: Product, raw: string): CycleAnswer {
  const version = cleanVersion(raw);
  const exact = product.cycles.find((each) => each.cycle === version);
  if (exact !== undefined) return { cycle: exact };
  const whole = isJava(product.id) ? javaNumbers(version) : version;
  const numbers = /^\d+(?:\.\d+)*/.exec(whole)?.[0];
  if (numbers === undefined)
    return { cycle: null, why: /^(?:nightly|dev|edge|canary)/i.test(whole) ? "prerelease" : "no-such-cycle" };
  const longest = longestMatch(product.cycles, numbers);
  if (longest !== null) return { cycle: longest };
  if (prerelease.test(whole.slice(numbers.length))) return { cycle: null, why: "prerelease" };
  if (bareMajorIsDotZero.has(product.id) && !numbers.includes(".")) {
    const first = product.cycles.find((each) => each.cycle === `${numbers}.0`);
    if (first !== undefined) return { cycle: first };
  }
  return { cycle: null, why: isNewer(product.cycles, numbers) ? "newer-than-data" : "no-such-cycle" };
}

export function isJava(product: string): boolean {
  return (
    product === "java" ||
    /jdk|^eclipse-temurin$|corretto|zulu|semeru|liberica|sapmachine|dragonwell|graalvm/.test(product)
  );
}

function longestMatch(cycles: readonly Cycle[], numbers: string): Cycle | null {
  let found: Cycle | null = null;
  for (const each of cycles) {
    const fits = numbers === each.cycle || numbers.startsWith(`${each.cycle}.`);
    if (fits && (found === null || each.cycle.length > found.cycle.length)) found = each;
  }
  return found;
}

function isNewer(cycles: readonly Cycle[], numbers: string): boolean {
  const numeric = cycles.map((each) => each.cycle).filter((cycle) => /^\d+(?:\.\d+)*$/.test(cycle));
  return numeric.length > 0 && numeric.every((cycle) => compareNumbers(numbers, cycle) > 0);
}

/** Part by part, as far as both go: 12.4 is no newer than 12. */
function compareNumbers(a: string, b: string): number {
  const [left, right] = [a.split(".").map(Number), b.split(".").map(Number)];
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
