// What a Go program says of itself: the version of Go, and the modules it was built from (Go's debug/buildinfo and
// runtime/debug packages: lines `path`, `mod`, `dep`, `=>` and `build`, their fields apart by tabs).
import { type InstalledPackage, maxPackages, type PackageDatabase } from "../package-database.ts";
import { databaseOf, packageOf } from "./manifest-value.ts";

/** Sixteen bytes by which the go command marks begin and end of the module text (cmd/go, `modload`). */
export const moduleTextStart = Buffer.from("3077af0c92740802" + "41e1c107e6d618e6", "hex");
export const moduleTextEnd = Buffer.from("f932433186182072" + "008242104116d8f2", "hex");

/**
 * The packages of a program: `stdlib` for the version of Go, then its modules. `version` is what the linker wrote
 * (`go1.22.3`), `text` the module text without its marks. Modules built from a folder have no version and are part of the
 * program: they are left out.
 */
export function goPackages(version: string, text: string): PackageDatabase {
  const found: (InstalledPackage | null)[] = [stdlib(version)];
  // The last module read: a replacement, if there is one, stands in the line after it.
  let pending: { readonly name: string | undefined; readonly version: string | undefined } | null = null;
  const settle = () => {
    if (pending !== null && pending.version !== undefined && pending.version !== "" && pending.version !== "(devel)") {
      found.push(packageOf(pending.name, pending.version));
    }
    pending = null;
  };
  for (const line of text.split("\n")) {
    const [kind, name, moduleVersion] = line.split("\t", 4);
    if (kind === "=>") pending = { name, version: moduleVersion };
    if (kind !== "mod" && kind !== "dep") continue;
    settle();
    if (found.length > maxPackages) break;
    pending = { name, version: moduleVersion };
  }
  settle();
  return databaseOf("golang", found);
}

/** `go1.22.3`, `go1.23rc1 X:nocoverageredesign` -> the version's number; a build between releases has none. */
function stdlib(version: string): InstalledPackage | null {
  return packageOf("stdlib", /^go(\d[\w.]*)/.exec(version)?.[1]);
}
