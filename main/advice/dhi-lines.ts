// Which line of a hardened product a version belongs to, and its two tags: the one to run, the one to build with.
import type { HardenedProduct, HardenedVersion } from "../../shared/model/hardened-catalogue.ts";
import type { AskedTag } from "./dhi-tag-words.ts";

export interface PickedLine {
  readonly line: HardenedVersion;
  readonly runtime: string;
  readonly dev: string | null;
  readonly uid: number;
  /** Shells that the runtime image lists; empty = none intended. */
  readonly shell: readonly string[];
  /** The line now holds another version than the exact one that was asked for. */
  readonly moved: boolean;
}

/** `alpine` or `debian` as a hardened tag says it; null where it says nothing. */
export function familyOfTag(tag: string): "alpine" | "debian" | null {
  const word = /-(alpine|debian)[\d.]*(-|$)/.exec(tag)?.[1];
  return word === "alpine" || word === "debian" ? word : null;
}

/** The line of `product` for what was asked, newest where several fit; null = the catalogue holds none. */
export function pickLine(product: HardenedProduct, asked: AskedTag): PickedLine | null {
  const java = product.versions.some(({ version }) => /^(jre|jdk)-\d+$/.test(version));
  const fitting = product.versions.filter(
    (line) =>
      (line.flavor ?? null) === flavorWanted(product, asked) && editionFits(line, asked, java) && fits(line, asked),
  );
  const inFamily = fitting.filter(
    (line) => familyOfTag(line.tag) === (asked.family === "alpine" ? "alpine" : "debian"),
  );
  const line = (inFamily.length > 0 ? inFamily : fitting).reduce<HardenedVersion | null>(
    (best, one) => (best === null || compareVersions(exactOf(one), exactOf(best)) > 0 ? one : best),
    null,
  );
  if (line === null) return null;
  const { runtime, dev } = tagsOf(product, line);
  const moved = asked.version !== null && /\d/.test(asked.version) && !isPrefix(asked.version, exactOf(line));
  const shell = runtime.runtimeShell?.[familyOfTag(runtime.tag) ?? "debian"] ?? [];
  return { line, runtime: runtime.tag, dev, uid: runtime.uid ?? 65532, shell, moved };
}

/** Composer's flavours are versions of PHP: without one, the newest is taken. */
function flavorWanted(product: HardenedProduct, { flavor }: AskedTag): string | null {
  if (flavor !== null || product.product !== "composer") return flavor;
  const flavors = product.versions.flatMap((line) => (line.flavor === undefined ? [] : [line.flavor]));
  return flavors.reduce<string | null>((best, one) => (best === null || one > best ? one : best), null);
}

function editionFits({ version }: HardenedVersion, { edition, jdk }: AskedTag, java: boolean): boolean {
  if (java) return version.startsWith(edition === "jre" ? "jre-" : "jdk-");
  if (/(^|-)sdk$/.test(version) !== (edition === "sdk")) return false;
  const own = /-jdk-?(\d+)$/.exec(version)?.[1];
  return own === undefined || jdk === null || own === jdk;
}

/** `3.13.2` belongs to line 3.13, `3` to every line that begins so; lines with a name are told by their newest version. */
function fits(line: HardenedVersion, { version }: AskedTag): boolean {
  if (version === null || version === line.version) return true;
  const number = numberOf(line);
  if (number === null) return isPrefix(version, exactOf(line));
  return isPrefix(number, version) || isPrefix(version, number);
}

/** `jre-21` and `3-jdk-21` without their editions; null for `mainline`. */
function numberOf({ version }: HardenedVersion): string | null {
  return /^(?:jre-|jdk-)?(\d+(?:\.\d+)*)(?:-|$)/.exec(version)?.[1] ?? null;
}

const exactOf = (line: HardenedVersion): string =>
  /^\d+(\.\d+)*/.exec(line.latest ?? line.tag)?.[0] ?? numberOf(line) ?? line.version;

const isPrefix = (short: string, long: string): boolean => long === short || long.startsWith(`${short}.`);

/** JDKs have no runtime image: the JRE of the same number runs, the JDK builds. An SDK is its own dev image. */
function tagsOf(product: HardenedProduct, line: HardenedVersion): { runtime: HardenedVersion; dev: string | null } {
  const number = numberOf(line);
  const named = (name: string) => product.versions.find(({ version, flavor }) => version === name && !flavor);
  if (/^(jre|jdk)-/.test(line.version)) {
    const dev = named(`jdk-${number}`)?.devTag ?? line.devTag ?? null;
    return { runtime: named(`jre-${number}`) ?? line, dev };
  }
  if (line.version.endsWith("-sdk")) return { runtime: named(`${number}`) ?? line, dev: line.tag };
  const sdk = named(`${line.version}-sdk`)?.tag;
  // A flavour may have no dev image of its own; the line's then builds for it.
  const plain = line.flavor === undefined ? undefined : named(line.version)?.devTag;
  return { runtime: line, dev: line.devTag ?? sdk ?? plain ?? null };
}

/** By number, piece by piece: 1.10 is newer than 1.9. */
function compareVersions(a: string, b: string): number {
  const left = a.split(".").map(Number);
  const right = b.split(".").map(Number);
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
