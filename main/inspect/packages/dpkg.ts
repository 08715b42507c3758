// dpkg's status database: dpkg(1) and deb-control(5). Also the parts in `status.d`, one package each and without a status,
// by which distroless images say what they were made of.
import { type InstalledPackage, maxPackages, type PackageDatabase, packageValue } from "./package-database.ts";
import { stanzas } from "./stanzas.ts";

/** `Source: glibc (2.36-9)`: the version stands there only where it differs from the package's own. */
const sourceField = /^(\S+)(?:\s+\(([^()\s]+)\))?$/;

/**
 * The installed packages of a status file or a part of `status.d`. Only those whose state is `installed` count, whatever is
 * wanted of them (`hold ok installed` is installed); removed ones with configuration left do not.
 */
export function parseDpkg(text: string): PackageDatabase {
  const packages: InstalledPackage[] = [];
  let malformed = 0;
  let cut = false;
  for (const fields of stanzas(text)) {
    const status = fields.get("status");
    if (status !== undefined && status.split(/\s+/)[2] !== "installed") {
      if (status.split(/\s+/).length !== 3) malformed++;
      continue;
    }
    const parsed = packageOf(fields);
    if (parsed === null) malformed++;
    else if (packages.length < maxPackages) packages.push(parsed);
    else cut = true;
  }
  return { type: "deb", packages, malformed, cut };
}

function packageOf(fields: ReadonlyMap<string, string>): InstalledPackage | null {
  const name = packageValue(fields.get("package"));
  const version = packageValue(fields.get("version"));
  if (name === null || version === null) return null;
  const arch = packageValue(fields.get("architecture")) ?? "";
  const maker = packageValue(fields.get("maintainer"));
  const own = { name, version, arch, ...(maker === null ? {} : { maker }) };
  const [, sourceName, sourceVersion] = sourceField.exec(packageValue(fields.get("source")) ?? "") ?? [];
  if (sourceName === undefined) return own;
  return { ...own, source: { name: sourceName, version: sourceVersion ?? version } };
}
