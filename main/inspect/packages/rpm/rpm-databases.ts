// Which of the rpm databases in an image is the one that rpm would open. Order of forms in one folder: rpm, lib/backend/
// dbi.c (`backends`); folders: the `%_dbpath` of distributions (Fedora, SUSE and Photon; rpm-ostree; the old default).
import type { ImageFile, ImageFiles } from "../../layer/image-files.ts";
import { resolvePath } from "../../layer/symlinks.ts";
import type { PackageDatabase } from "../package-database.ts";

const folders = ["/usr/lib/sysimage/rpm", "/usr/share/rpm", "/var/lib/rpm"];
const forms = ["rpmdb.sqlite", "Packages.db", "Packages"];
const manifest = "/var/lib/rpmmanifest/container-manifest-2";

interface Found {
  readonly folder: string;
  readonly path: string;
  readonly file: ImageFile<PackageDatabase>;
}

/**
 * Paths of the databases whose packages are installed: the database that rpm would open, and the manifest of a distroless
 * image, to which somebody may have added packages with a database of their own. Others beside them are left out, or
 * packages replaced long ago would count again; when they tell of packages that the first lacks, that is said.
 */
export function rpmDatabases(files: ImageFiles): readonly string[] {
  const found: Found[] = [];
  for (const folder of folders) {
    for (const form of forms) {
      const path = `${folder}/${form}`;
      const file = files.database(path, "rpm");
      if (file !== null && !found.some((each) => each.file.path === file.path)) found.push({ folder, path, file });
    }
  }
  const [used, ...others] = found;
  const manifests = files.exists(manifest) ? [manifest] : [];
  if (used === undefined) return manifests;
  sayJournals(files, used);
  for (const other of others) sayOther(files, used, other);
  return [used.path, ...manifests];
}

/** Changes that SQLite has put down beside the database and not into it, or that it would take back: read by nobody here. */
function sayJournals(files: ImageFiles, { path, file }: Found): void {
  for (const tail of ["-wal", "-journal"]) {
    const journal = resolvePath(files.view, `${file.path}${tail}`);
    if (journal.kind !== "found" || journal.node.type !== "file" || files.view.sizeOf(journal.node) === 0) continue;
    const params = { path: journal.path, database: path };
    files.limits.add("gap", "packages", journal.path, "inspect.database-journal", params, journal.node.layer);
  }
}

/** In one folder rpm's order decides; which folder is rpm's own is a setting that no file of the image has to show. */
function sayOther(files: ImageFiles, used: Found, other: Found): void {
  const known = new Set(used.file.content.packages.map(({ name, version, arch }) => `${name}\0${version}\0${arch}`));
  const { packages } = other.file.content;
  const count = packages.filter(({ name, version, arch }) => !known.has(`${name}\0${version}\0${arch}`)).length;
  if (count === 0) return;
  const params = { path: other.path, used: used.path, count };
  const weight = used.folder === other.folder ? "note" : "gap";
  files.limits.add(weight, "packages", other.path, "inspect.other-database", params, other.file.layer);
}
