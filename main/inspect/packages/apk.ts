// apk's database of installed packages: paragraphs of `X:value` lines (apk-tools, "apkv2 index and installed format").
import { type InstalledPackage, maxPackages, type PackageDatabase, packageValue } from "./package-database.ts";

/** The installed packages of an `installed` file. Every paragraph is an installed package: P name, V version, A, o origin. */
export function parseApk(text: string): PackageDatabase {
  const packages: InstalledPackage[] = [];
  let malformed = 0;
  let cut = false;
  let fields = new Map<string, string>();
  const close = () => {
    if (fields.size === 0) return;
    const parsed = packageOf(fields);
    fields = new Map();
    if (parsed === null) malformed++;
    else if (packages.length < maxPackages) packages.push(parsed);
    else cut = true;
  };
  for (const raw of text.split("\n")) {
    const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    if (line === "") close();
    // File lists (F, R, a, Z ...) make up most of the text and repeat their letters: only the first of each is kept.
    else if (!fields.has(line.charAt(0))) fields.set(line.charAt(0), line.charAt(1) === ":" ? line.slice(2) : "");
  }
  close();
  return { type: "apk", packages, malformed, cut };
}

function packageOf(fields: ReadonlyMap<string, string>): InstalledPackage | null {
  const name = packageValue(fields.get("P"));
  const version = packageValue(fields.get("V"));
  if (name === null || version === null) return null;
  const arch = packageValue(fields.get("A")) ?? "";
  const origin = packageValue(fields.get("o"));
  return origin === null || origin === name
    ? { name, version, arch }
    : { name, version, arch, source: { name: origin, version } };
}
