// `NAME.deps.json` of a .NET program (dotnet/sdk, "runtime configuration files"): `libraries` names what was published with
// it as `Name/Version`. `project` is the program's own code; a `runtimepack` is the runtime of a self-contained program.
import { maxPackages, type PackageDatabase } from "../package-database.ts";
import { databaseOf, jsonOf, objectOf, own, packageOf } from "./manifest-value.ts";

/** The libraries of type `package`, and runtime packs under their package's name. */
export function parseDotnetDeps(body: Buffer): PackageDatabase {
  const libraries = objectOf(own(objectOf(jsonOf(body)), "libraries"));
  if (libraries === null) return databaseOf("nuget", [null]);
  const found: ReturnType<typeof packageOf>[] = [];
  for (const [key, value] of Object.entries(libraries)) {
    if (found.length > maxPackages) break;
    const type = own(objectOf(value), "type");
    if (type !== "package" && type !== "runtimepack") continue;
    const slash = key.indexOf("/");
    const name = key.slice(0, slash).replace(/^runtimepack\./, "");
    found.push(slash < 0 ? null : packageOf(name, key.slice(slash + 1)));
  }
  return databaseOf("nuget", found);
}
