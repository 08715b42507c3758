// apk's database of installed packages: paragraphs of `X:value` lines (apk-tools, "apkv2 index and installed format").
import { OwnedProgramsCollector } from "./owned/owned-programs.ts";
import { type InstalledPackage, maxPackages, type PackageDatabase, packageValue } from "./package-database.ts";

/**
 * The installed packages of an `installed` file. Every paragraph is an installed package: P name, V version, A,
 * o origin, m maintainer; F a folder, R a file in the folder before it.
 */
export function parseApk(text: string): PackageDatabase {
  const packages: InstalledPackage[] = [];
  let malformed = 0;
  let cut = false;
  let fields = new Map<string, string>();
  let folder: string | null = null;
  const owned = new OwnedProgramsCollector();
  const close = () => {
    if (fields.size === 0) return;
    const parsed = packageOf(fields);
    fields = new Map();
    if (parsed === null) malformed++;
    else if (packages.length < maxPackages) packages.push(parsed);
    else cut = true;
    owned.settle(parsed === null ? null : { name: parsed.name, version: parsed.version });
    folder = null;
  };
  for (const raw of text.split("\n")) {
    const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    if (line === "") close();
    else if (line.startsWith("F:")) folder = line.slice(2);
    else if (line.startsWith("R:")) owned.see(pathOf(folder, line.slice(2)));
    // Of what is said of files and folders (a, Z, M) and repeats its letters, only the first of each is kept.
    else if (!fields.has(line.charAt(0))) fields.set(line.charAt(0), line.charAt(1) === ":" ? line.slice(2) : "");
  }
  close();
  return { type: "apk", packages, malformed, cut, ...owned.part() };
}

/** The root is a folder without a name. A file before any folder, or that names one, is none. */
function pathOf(folder: string | null, name: string): string | null {
  if (folder === null || name === "" || name.includes("/") || folder.startsWith("/")) return null;
  return `/${folder}/${name}`;
}

function packageOf(fields: ReadonlyMap<string, string>): InstalledPackage | null {
  const name = packageValue(fields.get("P"));
  const version = packageValue(fields.get("V"));
  if (name === null || version === null) return null;
  const arch = packageValue(fields.get("A")) ?? "";
  const maker = packageValue(fields.get("m"));
  const own = { name, version, arch, ...(maker === null ? {} : { maker }) };
  const origin = packageValue(fields.get("o"));
  return origin === null || origin === name ? own : { ...own, source: { name: origin, version } };
}
