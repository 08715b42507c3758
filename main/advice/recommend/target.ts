// A line of the hardened catalogue as a place to move to, and which line that is for a main thing. Tags come from the
// catalogue alone (dhi.md 5.4, 6.2): the same line where it still lives, else the next one that does.
import { type CalendarDay, daysBetween } from "../../../shared/calendar-day.ts";
import type { Facts } from "../../../shared/model/facts.ts";
import type { HardenedProduct, HardenedVersion } from "../../../shared/model/hardened-catalogue.ts";
import { type DhiTag, dhiTagFor } from "../dhi-names.ts";
import { readTag } from "../dhi-tag-words.ts";
import { broughtBy, isJava, lifecycleFor } from "./counterparts.ts";
import { heldProduct, type Knowledge, soonDays } from "./knowledge.ts";
import type { Thing } from "./main-thing.ts";

export type Family = "alpine" | "debian";

export interface Target {
  readonly product: HardenedProduct;
  readonly line: HardenedVersion;
  /** Both with their repository. */
  readonly to: string;
  readonly devTo: string | null;
  readonly uid: number;
  /** The distribution that the tag names; null where it names none. */
  readonly system: { readonly family: Family; readonly cycle: string } | null;
  /** Programs that the catalogue lists for this distribution; a dependency may bring more. */
  readonly shells: readonly string[];
  readonly managers: readonly string[];
  /** The last day of the line by the catalogue, else by the lifecycle data; null = no source dates it. */
  readonly lineEnd: CalendarDay | null;
  /** It is another line than the one the image is on. */
  readonly changesLine: boolean;
}

/** What the tag of the thing's image asks for besides its version, as far as it is known. */
interface Flavour {
  readonly edition: string | null;
  readonly flavor: string | null;
  readonly family: string | null;
  readonly jdk: string | null;
}

/**
 * The tag that the thing would have as a Docker Official Image: the version that was read in it before the one that its
 * name claims. null = no version is known.
 */
export function askedTag(thing: Thing, facts: Facts): string | null {
  const said = thing.tag === undefined || thing.product === null ? null : readTag(thing.product, thing.tag ?? "");
  const read = /^\d+(?:\.\d+)*/.exec(thing.version ?? "")?.[0];
  const version = read === undefined ? said?.version : majorOnly(thing, read);
  return version === null || version === undefined ? null : tagOf(thing, version, flavourOf(thing, facts));
}

/** Whether each word of the tag it has is known: another one may stand for anything, such as a server beside PHP. */
export const isUnderstood = ({ product, tag }: Thing): boolean =>
  tag === undefined || product === null || readTag(product, tag ?? "") !== null;

/** Java's lines are its major versions. */
const majorOnly = ({ product }: Thing, version: string): string =>
  isJava(product) ? (/^(?:1\.(?=\d))?(\d+)/.exec(version)?.[1] ?? version) : version;

function flavourOf({ product, tag }: Thing, facts: Facts): Flavour {
  const said = tag === undefined || product === null ? null : readTag(product, tag ?? "");
  const words = [...(facts.config.entrypoint ?? []), ...(facts.config.cmd ?? [])];
  const isFpm = product === "php" && words.some((word) => word.includes("php-fpm"));
  return {
    edition: said?.edition ?? (isJava(product) ? "jre" : null),
    flavor: said?.flavor ?? (isFpm ? "fpm" : null),
    family: said?.family ?? familyOf(facts),
    jdk: said?.jdk ?? javaBeside(product, facts),
  };
}

/** The Java that runs a server or a tool, for its lines differ by it. */
function javaBeside(product: string | null, { runtimes }: Facts): string | null {
  const java =
    product === null ? undefined : runtimes.find((one) => isJava(one.product) && broughtBy(product, one.product));
  return java === undefined ? null : (/^(?:1\.(?=\d))?(\d+)/.exec(java.version)?.[1] ?? null);
}

/** The words joined as the official images write them. */
function tagOf({ product }: Thing, version: string, { edition, flavor, family, jdk }: Flavour): string {
  if (product === "debian-base" || product === "alpine-base") return version;
  return [version, edition, jdk === null ? null : `jdk${jdk}`, flavor, family === "alpine" ? "alpine" : null]
    .filter(Boolean)
    .join("-");
}

/** `alpine` for Alpine and what is built on it by its libraries, `debian` for the families of apt; null for others. */
export function familyOf({ os }: Pick<Facts, "os">): Family | null {
  if (os === null) return null;
  const names = `${os.id} ${os.release["ID_LIKE"] ?? ""}`.toLowerCase().split(/[\s"]+/);
  if (names.includes("alpine")) return "alpine";
  return names.includes("debian") || names.includes("ubuntu") ? "debian" : null;
}

/** The same line, where the catalogue holds it, also when its day has passed; null where no version is known. */
export function sameLine(thing: Thing, facts: Facts, known: Knowledge): Target | null {
  const asked = askedTag(thing, facts);
  const target = asked === null ? null : targetFor(thing, asked, known, false);
  return target === null || isOtherLine(target, thing) ? null : target;
}

/** A version of few numbers fits several lines, of which the newest need not be the image's. */
function isOtherLine({ line }: Target, { version, product }: Thing): boolean {
  const mine = numbersOf(version ?? "");
  const theirs = numbersOf(numberOf(line));
  if (mine.length === 0 || theirs.length === 0 || isJava(product)) return false;
  return theirs.some((number, at) => at < mine.length && mine[at] !== number);
}

/** The next line above the image's that lives on the day, and the next that lives for long where that is another. */
export function nextLines(thing: Thing, facts: Facts, known: Knowledge): Target[] {
  const product = thing.product === null ? null : heldProduct(thing.product, known);
  const asked = numbersOf(askedTag(thing, facts) ?? "");
  if (product === null || asked.length === 0) return [];
  const flavour = flavourOf(thing, facts);
  const living = lineNumbers(product)
    .filter((number) => compare(numbersOf(number), asked.slice(0, numbersOf(number).length)) > 0)
    .flatMap((number) => targetFor(thing, tagOf(thing, number, flavour), known, true) ?? [])
    .filter((target) => !hasEnded(target, known));
  const [first] = living;
  const lasting = living.find(({ lineEnd }) => lineEnd === null || daysBetween(known.on, lineEnd) > soonDays);
  return [first, lasting === first ? undefined : lasting].filter((target) => target !== undefined);
}

export const hasEnded = ({ lineEnd }: Target, { on }: Knowledge): boolean => lineEnd !== null && lineEnd < on;

/** The target that the catalogue holds for a tag in the words of Docker's official images. */
export function targetFor(thing: Thing, tag: string | null, known: Knowledge, changesLine: boolean): Target | null {
  const product = thing.product === null ? null : heldProduct(thing.product, known);
  if (product === null) return null;
  const picked = dhiTagFor(product.product, tag, known.hardened, thing.edition);
  return picked === null ? null : targetOf(product, picked, known, changesLine);
}

export function targetOf(
  product: HardenedProduct,
  picked: Pick<DhiTag, "tag" | "devTag" | "uid">,
  known: Knowledge,
  changesLine: boolean,
): Target | null {
  const line = product.versions.find(({ tag }) => tag === picked.tag);
  if (line === undefined) return null;
  const system = systemOf(line);
  const listed = (by: HardenedVersion["runtimeShell"]) => (system === null ? [] : (by?.[system.family] ?? []));
  return {
    product,
    line,
    to: `${product.repository}:${line.tag}`,
    devTo: picked.devTag === null ? null : `${product.repository}:${picked.devTag}`,
    uid: picked.tag.endsWith("-dev") ? 0 : picked.uid,
    system,
    shells: listed(line.runtimeShell),
    managers: listed(line.runtimePackageManager),
    lineEnd: line.endOfLife ?? upstreamEnd(product.product, line, known),
    changesLine,
  };
}

function systemOf({ tag }: HardenedVersion): Target["system"] {
  const [, name, cycle] = /-(alpine|debian)([\d.]+)(?:-|$)/.exec(tag) ?? [];
  return (name === "alpine" || name === "debian") && cycle !== undefined ? { family: name, cycle } : null;
}

/** The end that the lifecycle data give for the line: by its name, else by the cycle of its newest version. */
function upstreamEnd(product: string, line: HardenedVersion, known: Knowledge): CalendarDay | null {
  const id = lifecycleFor(product);
  const cycles = id === null ? null : known.cyclesOf(id);
  const numbers = [numberOf(line), line.latest ?? line.tag].map((text) => /^\d+(?:\.\d+)*/.exec(text)?.[0] ?? "");
  const cycle = cycles?.find(({ component }) =>
    numbers.some((number) => number === component.cycle || number.startsWith(`${component.cycle}.`)),
  );
  return typeof cycle?.dates.eol === "string" ? cycle.dates.eol : null;
}

/** `jre-21` and `3.13` -> `21`, `3.13`; of a line with a name, the number of its newest version. */
export function numberOf({ version, latest, tag }: HardenedVersion): string {
  const own = /^(?:jre-|jdk-)?(\d+(?:\.\d+)*)(?:-|$)/.exec(version)?.[1];
  return own ?? /^\d+(?:\.\d+)*/.exec(latest ?? tag)?.[0] ?? "";
}

/** The numbers of the product's plain lines, lowest first, each once. */
function lineNumbers(product: HardenedProduct): string[] {
  const numbers = product.versions.map(numberOf).filter((number) => number !== "");
  return [...new Set(numbers)].sort((a, b) => compare(numbersOf(a), numbersOf(b)));
}

export const numbersOf = (text: string): number[] =>
  (/^\d+(?:\.\d+)*/.exec(text)?.[0] ?? "").split(".").filter(Boolean).map(Number);

/** By number, piece by piece; a missing piece counts as 0. */
export function compare(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
