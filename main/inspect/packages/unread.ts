// Package databases that this version sees and does not read, so that what is in them is said to be missing and no rule
// takes silence for a pass.
import type { ImageFiles } from "../layer/image-files.ts";
import type { Limits } from "../limit.ts";

/** Databases of systems: without them the list of packages cannot be relied on. Places: lifecycle reference, syft. */
const systemDatabases: readonly { readonly kind: string; readonly paths: readonly string[] }[] = [
  {
    kind: "rpm",
    paths: ["/var/lib/rpm", "/usr/lib/sysimage/rpm", "/usr/share/rpm"].flatMap((folder) =>
      ["Packages", "Packages.db", "rpmdb.sqlite"].map((name) => `${folder}/${name}`),
    ),
  },
  { kind: "rpm manifest", paths: ["/var/lib/rpmmanifest/container-manifest-2"] },
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

const languageSigns: readonly { readonly kind: string; readonly suffix: string; readonly path: RegExp }[] = [
  { kind: "npm", suffix: "/package.json", path: /\/node_modules\/(?:@[^/]+\/)?[^/]+\/package\.json$/ },
  { kind: "pypi", suffix: "/METADATA", path: /\.dist-info\/METADATA$/ },
  { kind: "pypi", suffix: "/PKG-INFO", path: /\.egg-info\/PKG-INFO$/ },
  { kind: "gem", suffix: ".gemspec", path: /\/specifications\/[^/]+\.gemspec$/ },
  { kind: "maven", suffix: ".jar", path: /\.jar$/ },
  { kind: "composer", suffix: "/installed.json", path: /\/composer\/installed\.json$/ },
  { kind: "nuget", suffix: ".deps.json", path: /\.deps\.json$/ },
];

/** Counts packages of languages while the view is walked: seen, not read. */
export class LanguagePackages {
  readonly #seen = new Map<string, { count: number; path: string }>();

  see(path: string): void {
    const sign = languageSigns.find((each) => path.endsWith(each.suffix) && each.path.test(path));
    if (sign === undefined) return;
    const seen = this.#seen.get(sign.kind);
    if (seen === undefined) this.#seen.set(sign.kind, { count: 1, path });
    else {
      seen.count++;
      if (path < seen.path) seen.path = path;
    }
  }

  /** One note a kind: the packages of the system stay what they are. */
  say(limits: Limits): void {
    for (const [kind, { count, path }] of this.#seen) {
      limits.add("note", "packages", path, "inspect.language-packages", { kind, count, path });
    }
  }
}
