// The packages that are installed as the merged view says, each with the layer that brought it in its present version.
import type { Package } from "../../../shared/model/facts.ts";
import { isStatusPart } from "../layer/capture.ts";
import type { ImageFile, ImageFiles } from "../layer/image-files.ts";
import type { MergedView } from "../layer/merged-view.ts";
import type { InstalledPackage, PackageDatabase } from "./package-database.ts";
import { rpmDatabases } from "./rpm/rpm-databases.ts";

const dpkgStatus = "/var/lib/dpkg/status";
const dpkgParts = "/var/lib/dpkg/status.d";
/** Since 2.14.10 apk also has its database under /usr; of one file that both paths lead to only the first counts. */
const apkDatabases = ["/lib/apk/db/installed", "/usr/lib/apk/db/installed"];

/** deb, apk and rpm packages by type, name, architecture and version. What does not parse becomes a limit on `packages`. */
export function installedPackages(files: ImageFiles): Package[] {
  const found: Package[] = [];
  const seen = new Set<string>();
  const read = (path: string, keep: "deb" | "apk" | "rpm") => {
    const file = files.database(path, keep);
    if (file === null || seen.has(file.path)) return;
    seen.add(file.path);
    sayTrouble(files, path, file);
    const layerOf = firstLayers(files.view, file);
    for (const each of file.content.packages) {
      const { maker: _, ...known } = each;
      found.push({ type: keep, ...known, layer: layerOf(each), path });
    }
  };
  read(dpkgStatus, "deb");
  for (const path of files.list(dpkgParts, "packages")) if (isStatusPart(path)) read(path, "deb");
  for (const path of apkDatabases) read(path, "apk");
  const rpms = rpmDatabases(files);
  for (const path of rpms) read(path, "rpm");
  if (found.length === 0) sayEmpty(files, rpms);

  const unique = new Map(found.map((each) => [keyOf(each), each]));
  return [...unique.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function keyOf({ type, name, arch, version }: Package): string {
  return `${type}\0${name}\0${arch}\0${version}`;
}

function sayTrouble(files: ImageFiles, path: string, file: ImageFile<PackageDatabase>): void {
  const { packages, malformed, cut, incomplete } = file.content;
  const { limits } = files;
  if (cut) limits.add("gap", "packages", path, "inspect.too-many", { path, limit: packages.length }, file.layer);
  if (packages.length === 0 && (malformed > 0 || incomplete === true)) {
    limits.add("gap", "packages", path, "inspect.no-packages", { path }, file.layer);
    return;
  }
  if (incomplete === true) {
    const params = { path, count: packages.length };
    limits.add("gap", "packages", path, "inspect.database-damaged", params, file.layer);
  }
  if (malformed > 0) {
    limits.add("note", "packages", path, "inspect.malformed-packages", { path, count: malformed }, file.layer);
  }
}

/**
 * `rpm` leaves an empty database wherever somebody called it, which says nothing; but where no other database lists a
 * package either, an image of which nothing is known must not look like one that has none.
 */
function sayEmpty(files: ImageFiles, paths: readonly string[]): void {
  for (const path of paths) {
    const file = files.database(path, "rpm");
    if (file === null || file.content.malformed > 0 || file.content.incomplete === true) continue;
    files.limits.add("gap", "packages", path, "inspect.database-empty", { path }, file.layer);
  }
}

/**
 * Each layer that installs something carries the whole database anew, so a package came with the first of the layers that
 * have it in this version without a break up to the last.
 */
function firstLayers(view: MergedView, file: ImageFile<PackageDatabase>): (each: InstalledPackage) => number {
  const first = new Map(file.content.packages.map((each) => [versionKey(each), file.layer]));
  let alive: ReadonlySet<string> = new Set(first.keys());
  for (let layer = file.layer - 1; layer >= 0 && alive.size > 0; layer--) {
    const database = view.layers[layer]?.databases.get(file.path);
    if (database === undefined) continue;
    const before: ReadonlySet<string> = new Set(database.packages.map(versionKey));
    alive = new Set([...alive].filter((key) => before.has(key)));
    for (const key of alive) first.set(key, layer);
  }
  return (each) => first.get(versionKey(each)) ?? file.layer;
}

function versionKey({ name, arch, version }: InstalledPackage): string {
  return `${name}\0${arch}\0${version}`;
}
