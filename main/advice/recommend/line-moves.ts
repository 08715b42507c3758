// Moves of an image that is hardened already: the newest tag of its line, and the next line where its own has ended.
import type { HardenedProduct, HardenedVersion } from "../../../shared/model/hardened-catalogue.ts";
import type { Phrase } from "../../../shared/model/phrase.ts";
import { phrase } from "../../../shared/wording/say.ts";
import { moveWork } from "./effort.ts";
import { heldProduct, type Judged, type Knowledge } from "./knowledge.ts";
import type { Thing } from "./main-thing.ts";
import type { Draft } from "./make-move.ts";
import { supportNow } from "./support.ts";
import { compare, type Family, familyOf, numberOf, numbersOf, targetOf } from "./target.ts";

export interface LineMoves {
  readonly drafts: readonly Draft[];
  /** What is not known, or why there is nothing newer. */
  readonly said: readonly Phrase[];
}

/** The moves within the hardened product that the image is proven to be, or to be built on. */
export function lineMoves(audit: Judged, thing: Thing, known: Knowledge): LineMoves {
  const name = thing.product ?? "";
  const product = heldProduct(name, known);
  if (product === null) return { drafts: [], said: [phrase("move.product-not-held", { product: name.slice(0, 200) })] };
  const isDev = audit.hardened.variant === "dev" || /-dev$/.test(thing.version ?? "");
  const line = lineOf(product, audit.hardened.line ?? "", audit.facts.config.labels["com.docker.dhi.flavor"] ?? "");
  if (isFips(audit, thing)) {
    // The public tag of the line is another variant: it would take the validated module away.
    const version = line?.latest ?? line?.tag ?? "?";
    const params = { product: name, line: line?.version ?? (audit.hardened.line ?? "?").slice(0, 100), version };
    return { drafts: [], said: [phrase("move.fips-stays", params)] };
  }
  const { customised } = audit.hardened;
  const first =
    customised === undefined ? [] : [phrase("move.customised", { tag: customised.reference.slice(0, 200) })];
  if (line === null) {
    const said = phrase("move.line-not-held", { product: name, line: (audit.hardened.line ?? "?").slice(0, 100) });
    return { drafts: following(product, null, audit, thing, known, isDev), said: [...first, said] };
  }
  const newer = newerTag(product, line, audit, thing, known, isDev);
  const end = line.endOfLife;
  const { urgency } = supportNow(audit, known.on);
  const moves = end !== null && (end < known.on || urgency === "soon" || urgency === "over");
  const next = moves ? following(product, line, audit, thing, known, isDev) : [];
  return { drafts: [...newer.drafts, ...next], said: [...first, ...newer.said] };
}

/** A variant with a validated module, by its version or by what its labels claim. */
export function isFips({ hardened }: Judged, { version }: Thing): boolean {
  return (
    hardened.claims.includes("fips") ||
    hardened.variants?.includes("fips") === true ||
    /(?:^|-)fips(?:-|$)/.test(version ?? "")
  );
}

/** The line of the labels: `3.13`, `3.13-dev` or `8.4-fpm` as definitions are called. */
function lineOf(product: HardenedProduct, named: string, flavor: string): HardenedVersion | null {
  const plain = named.replace(/-dev$/, "");
  const called = (line: HardenedVersion) =>
    line.flavor === undefined ? line.version : `${line.version}-${line.flavor}`;
  return (
    product.versions.find((line) => called(line) === plain && (line.flavor ?? "") === flavor) ??
    product.versions.find((line) => called(line) === plain) ??
    product.versions.find((line) => line.version === plain && (line.flavor ?? "") === flavor) ??
    null
  );
}

/** The line's tag where it is newer than the version of the labels and of the same distribution. */
function newerTag(
  product: HardenedProduct,
  line: HardenedVersion,
  audit: Judged,
  thing: Thing,
  known: Knowledge,
  isDev: boolean,
): LineMoves {
  const mine = numbersOf(thing.version ?? "");
  const theirs = numbersOf(line.latest ?? line.tag);
  if (mine.length === 0 || theirs.length < 2) return { drafts: [], said: [phrase("move.version-not-known")] };
  if (compare(theirs, mine) <= 0) return { drafts: [], said: [] };
  const family = familyOfImage(audit);
  const params = { version: theirs.join("."), product: product.product };
  const to = targetFrom(product, line, known, isDev);
  if (to === null) return { drafts: [], said: [] };
  if (to.system !== null && family !== null && family !== to.system.family) {
    return { drafts: [], said: [phrase("move.newer-other-family", { ...params, from: family })] };
  }
  const why = phrase("move.newer-tag", { ...params, mine: mine.join(".") });
  return { drafts: [{ kind: "newer-tag", target: to, points: [], why: [why] }], said: [] };
}

function familyOfImage({ facts }: Judged): Family | null {
  const stated = facts.config.labels["com.docker.dhi.distro"] ?? "";
  return /^alpine/.test(stated) ? "alpine" : /^debian/.test(stated) ? "debian" : familyOf(facts);
}

/** The next line above that lives on the day and is of the same edition and flavour. */
function following(
  product: HardenedProduct,
  line: HardenedVersion | null,
  audit: Judged,
  thing: Thing,
  known: Knowledge,
  isDev: boolean,
): Draft[] {
  const mine = numbersOf(line === null ? (thing.version ?? "") : numberOf(line));
  if (mine.length === 0) return [];
  const edition = (version: string) => /^(jre|jdk)-|-(sdk)$/.exec(version)?.[0] ?? "";
  const own = edition(line?.version ?? audit.hardened.line ?? "");
  const later = product.versions
    .filter((one) => (one.flavor ?? "") === (line?.flavor ?? "") && edition(one.version) === own)
    .filter((one) => compare(numbersOf(numberOf(one)), mine.slice(0, numbersOf(numberOf(one)).length)) > 0)
    .flatMap((one) => targetFrom(product, one, known, isDev) ?? [])
    .filter(({ lineEnd }) => lineEnd === null || lineEnd >= known.on)
    .sort((a, b) => compare(numbersOf(numberOf(a.line)), numbersOf(numberOf(b.line))));
  const [target] = later;
  if (target === undefined) return [];
  const why = phrase("move.next-line", { line: target.line.version, end: target.lineEnd ?? "?" });
  return [{ kind: "next-line", target, points: moveWork(audit, thing, target), why: [why] }];
}

function targetFrom(product: HardenedProduct, line: HardenedVersion, known: Knowledge, isDev: boolean) {
  const target = targetOf(product, { tag: line.tag, devTag: line.devTag ?? null, uid: line.uid ?? 65532 }, known, true);
  if (target === null || !isDev || target.devTo === null) return target;
  // An image that builds goes on building: the dev tag takes the place of the one to run.
  return { ...target, to: target.devTo, uid: 0 };
}
