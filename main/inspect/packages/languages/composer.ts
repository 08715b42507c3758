// Composer's `installed.json`: version 1 wrote a list of packages, version 2 writes an object with `packages`.
import { maxPackages, type PackageDatabase } from "../package-database.ts";
import { databaseOf, jsonOf, objectOf, own, packageOf } from "./manifest-value.ts";

/** The installed packages, those for development included. Malformed as a whole when there is no list. */
export function parseComposer(body: Buffer): PackageDatabase {
  const json = jsonOf(body);
  const list = Array.isArray(json) ? json : own(objectOf(json), "packages");
  if (!Array.isArray(list)) return databaseOf("composer", [null]);
  const found = list.slice(0, maxPackages).map((each) => {
    const entry = objectOf(each);
    return packageOf(own(entry, "name"), own(entry, "version"));
  });
  return databaseOf("composer", found, list.length > maxPackages);
}
