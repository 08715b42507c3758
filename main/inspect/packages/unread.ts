// Package databases that this version sees and does not read, so that what is in them is said to be missing and no rule
// takes silence for a pass.
import type { ImageFiles } from "../layer/image-files.ts";

/** Databases of systems: without them the list of packages cannot be relied on. Places: lifecycle reference, syft. */
const systemDatabases: readonly { readonly kind: string; readonly paths: readonly string[] }[] = [
  { kind: "pacman", paths: ["/var/lib/pacman/local"] },
  { kind: "opkg", paths: ["/usr/lib/opkg/status", "/var/lib/opkg/status"] },
  { kind: "portage", paths: ["/var/db/pkg"] },
  { kind: "nix", paths: ["/nix/var/nix/db/db.sqlite", "/nix/store"] },
  { kind: "conda", paths: ["/opt/conda/conda-meta"] },
  { kind: "swupd", paths: ["/usr/share/clear/bundles"] },
];

/** Adds a gap for each system database that is there. */
export function sayUnreadDatabases(files: ImageFiles): void {
  for (const { kind, paths } of systemDatabases) {
    const path = paths.find((each) => files.exists(each));
    if (path === undefined) continue;
    files.limits.add("gap", "packages", path, "inspect.database-not-read", { kind });
    files.limits.add("note", "runtimes", path, "inspect.database-not-read", { kind });
  }
}
