// `package.json` of an installed Node package (docs.npmjs.com, "package.json": `name` and `version` identify a package).
import type { PackageDatabase } from "../package-database.ts";
import { databaseOf, jsonOf, objectOf, own, packageOf } from "./manifest-value.ts";

/** The one package; malformed when it has no name or version. */
export function parseNpm(body: Buffer): PackageDatabase {
  const manifest = objectOf(jsonOf(body));
  return databaseOf("npm", [packageOf(own(manifest, "name"), own(manifest, "version"))]);
}
