// What an image has of an operating system, told from several facts at once: rules for operating systems ask for services
// in it, and a list of packages that does not exist is no list without them.
import type { Facts, Package } from "../../../../shared/model/facts.ts";

const systemTypes: ReadonlySet<Package["type"]> = new Set(["deb", "apk", "rpm"]);

/** The packages of the operating system, whatever database they stand in (dpkg's `status.d` as well). */
export function systemPackages(packages: readonly Package[]): Package[] {
  return packages.filter(({ type }) => systemTypes.has(type));
}

/**
 * Whether the image has no operating system at all: no release file, no package of one, and no shell, package manager or
 * interpreter, all of which were looked for. Such an image holds programs of its own and nothing that rules for systems name.
 */
export function hasNoSystem({ os, packages, executables }: Pick<Facts, "os" | "packages" | "executables">): boolean {
  return os === null && systemPackages(packages).length === 0 && executables !== undefined && executables.length === 0;
}
