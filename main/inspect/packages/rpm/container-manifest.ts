// The list of packages that distroless images of Azure Linux and Mariner carry instead of a database: one line a package,
// ten fields apart by tabs. Format: the query in CBL-Mariner's toolkit (name, version-release, installed, built, vendor,
// epoch, size, arch, epoch as a number, source rpm); missing values say `(none)`.
import { type InstalledPackage, maxPackages, type PackageDatabase, packageValue } from "../package-database.ts";
import { sourceOfRpm } from "./source-rpm.ts";

const fieldCount = 10;
/** A hundred times what an image has; a database of that size is nothing, but text of it would be. */
const maxBytes = 4 * 1024 * 1024;

/** The packages of a `container-manifest-2`. Some writers leave out the epoch field, so the number 0 means none. */
export function parseContainerManifest(file: Buffer): PackageDatabase {
  const text = file.toString("utf8", 0, maxBytes);
  const packages: InstalledPackage[] = [];
  let malformed = 0;
  let cut = false;
  for (let from = 0; from < text.length; ) {
    const feed = text.indexOf("\n", from);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(from, text[end - 1] === "\r" ? end - 1 : end);
    from = end + 1;
    if (line === "") continue;
    const parsed = packageOf(line);
    if (parsed === null) malformed++;
    else if (packages.length < maxPackages) packages.push(parsed);
    else cut = true;
  }
  return { type: "rpm", packages, malformed, cut, ...(file.length > maxBytes ? { incomplete: true } : {}) };
}

function packageOf(line: string): InstalledPackage | null {
  const fields = line.split("\t", fieldCount + 1).map((each) => (each === "(none)" ? "" : each));
  if (fields.length !== fieldCount) return null;
  const name = packageValue(fields[0]);
  const plain = packageValue(fields[1]);
  if (name === null || plain === null || !/^[^-]+-[^-]+$/.test(plain)) return null;
  const stated = fields[5] === "" ? fields[8] : fields[5];
  const epoch = stated === "" || (stated === "0" && fields[5] === "") ? null : stated;
  if (epoch !== null && !/^\d{1,10}$/.test(epoch ?? "")) return null;
  const version = epoch === null ? plain : `${epoch}:${plain}`;
  const arch = packageValue(fields[7]) ?? "";
  const source = sourceOfRpm(packageValue(fields[9]));
  return source === null || (source.name === name && source.version === plain)
    ? { name, version, arch }
    : { name, version, arch, source };
}
