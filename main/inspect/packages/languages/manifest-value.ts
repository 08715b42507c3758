// Values out of manifests that anyone may have written: names and versions as short words, JSON that may be anything.
import { type InstalledPackage, maxPackages, type PackageDatabase } from "../package-database.ts";
import type { ManifestKind } from "./manifest.ts";

const maxWord = 400;

/** A name or a version: one word without blanks and control characters, blanks around it taken off; null for all else. */
export function wordOf(value: unknown): string | null {
  if (typeof value !== "string" || value.length > 4 * maxWord) return null;
  const word = value.trim();
  return word === "" || word.length > maxWord || /[\s\x00-\x1f\x7f-\x9f\ufffd]/.test(word) ? null : word;
}

/** A package of a language; null unless both are words. */
export function packageOf(name: unknown, version: unknown): InstalledPackage | null {
  const [knownName, knownVersion] = [wordOf(name), wordOf(version)];
  return knownName === null || knownVersion === null ? null : { name: knownName, version: knownVersion, arch: "" };
}

/** The packages of a manifest; each null is an entry that names none. */
export function databaseOf(
  type: ManifestKind | "golang",
  found: readonly (InstalledPackage | null)[],
  cut = false,
): PackageDatabase {
  const packages = found.filter((each) => each !== null);
  const malformed = found.length - packages.length;
  return { type, packages: packages.slice(0, maxPackages), malformed, cut: cut || packages.length > maxPackages };
}

/** What JSON text holds, also behind a byte order mark; undefined when it is none or too deep to be read. */
export function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8").replace(/^\ufeff/, ""));
  } catch {
    // A SyntaxError, or the RangeError of a text nested too deep: the caller counts the manifest as malformed.
    return undefined;
  }
}

/** A JSON object or list by its own keys; null for everything else. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
}

/** An own value of an object, so that `constructor` and the like are nobody's. */
export function own(object: Readonly<Record<string, unknown>> | null, key: string): unknown {
  return object !== null && Object.hasOwn(object, key) ? object[key] : undefined;
}
