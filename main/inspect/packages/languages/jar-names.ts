// What a Java archive calls itself: Maven's `pom.properties`, else its manifest (JAR file specification, "main attributes";
// OSGi core, "bundle manifest headers"), else the name of the file.
import { basename } from "node:path/posix";
import type { InstalledPackage } from "../package-database.ts";
import { packageOf, wordOf } from "./manifest-value.ts";

/** `group:artifact` and version out of a `pom.properties`; null when one of the three is not there. */
export function pomPackage(text: string): InstalledPackage | null {
  const value = (key: string) =>
    named(new RegExp(`^[ \\t]*${key}[ \\t]*[=:][ \\t]*(\\S+)[ \\t]*$`, "m").exec(text)?.[1]);
  const [group, artifact, version] = [value("groupId"), value("artifactId"), value("version")];
  return group === null || artifact === null ? null : packageOf(`${group}:${artifact}`, version);
}

/** The package that manifest and file name tell together; null when no version stands in either. */
export function manifestPackage(manifest: string | null, path: string): InstalledPackage | null {
  const of = mainAttributes(manifest ?? "");
  const [, fileName, fileVersion] = /^(.+?)-(\d[\w.+~-]*)$/.exec(basename(path).replace(/\.[jwe]ar$/, "")) ?? [];
  const version = named(of.get("implementation-version")) ?? named(of.get("bundle-version")) ?? named(fileVersion);
  const artifact =
    named(of.get("implementation-title")) ??
    named(of.get("bundle-symbolicname")?.split(";")[0]) ??
    named(fileName) ??
    named(basename(path).replace(/\.[jwe]ar$/, ""));
  const group = named(of.get("implementation-vendor-id"));
  if (artifact === null || version === null) return null;
  return packageOf(group === null || artifact.includes(":") ? artifact : `${group}:${artifact}`, version);
}

/** A word that was filled in: builds leave `${project.version}` behind, titles are often whole sentences. */
function named(value: string | undefined): string | null {
  const word = wordOf(value);
  return word === null || word.includes("${") ? null : word;
}

/** The first section of a manifest, keys in lower case; lines that begin with a blank continue the one before. */
function mainAttributes(manifest: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  const main = manifest.split(/\r?\n\r?\n|\r\r/, 1)[0] ?? "";
  for (const line of main.replace(/(?:\r\n|\r|\n) /g, "").split(/\r\n|\r|\n/)) {
    const colon = line.indexOf(":");
    const key = line.slice(0, Math.max(colon, 0)).toLowerCase();
    if (key !== "" && !attributes.has(key)) attributes.set(key, line.slice(colon + 1));
  }
  return attributes;
}
