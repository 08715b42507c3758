// Which packages own a file that a container sees, as its package databases say. A file that came with a later layer than
// the package's own list is not the package's any more: somebody laid it over.
import type { Package } from "../../../../shared/model/facts.ts";
import type { ImageFiles } from "../../layer/image-files.ts";
import { resolvePath } from "../../layer/symlinks.ts";
import { childPath } from "../../layer/view-node.ts";
import type { PackageDatabase } from "../package-database.ts";
import { isDpkgList } from "./dpkg-list.ts";
import { type OwnedPrograms, OwnedProgramsBudget } from "./owned-programs.ts";

export interface Owner {
  readonly package: Package;
  /** Who built it, as the database says; null where it does not. */
  readonly maker: string | null;
}

interface Listing {
  /** Empty for a list of a package that is not installed. */
  readonly owners: readonly Owner[];
  /** The layer that the list came with; null = that of the package. */
  readonly layer: number | null;
}

const listFolders = ["/var/lib/dpkg/info", "/var/lib/dpkg/status.d"];
/** Lists that are looked at: more than any system has packages. */
const maxLists = 20_000;
/** Folders that are looked up in the view; of a real image a handful is asked for. */
const maxFolders = 500;

export class ProgramOwners {
  readonly #files: ImageFiles;
  readonly #packages = new Map<string, Owner[]>();
  readonly #budget = new OwnedProgramsBudget();
  /** By name: the folders in which packages list a file of that name. */
  readonly #listed = new Map<string, { readonly folder: string; readonly listing: Listing }[]>();
  /** The same by real path, for the names that were asked for. */
  readonly #real = new Map<string, Map<string, Listing[]>>();
  readonly #folders = new Map<string, string | null>();
  #unknown: { count: number; path: string } | null = null;

  /** `packages` are those of the system. What cannot be said becomes a note on the runtimes by `sayLimits`. */
  constructor(files: ImageFiles, packages: readonly Package[]) {
    this.#files = files;
    this.#takePackages(packages);
    this.#takeLists();
  }

  /**
   * The packages that own what stands at `path`, links followed; empty where none does, where one of them is not
   * installed, or where the file is younger than one of them.
   */
  of(path: string): readonly Owner[] {
    const found = resolvePath(this.#files.view, path);
    if (found.kind !== "found") return [];
    const { children } = found.node;
    if (children === null) return this.#ownersAt(found.path, found.node.layer);
    // Not every package lists its folders: one is theirs whose files it holds.
    const inside = children.names().flatMap((name) => {
      const child = children.get(name);
      return child === undefined || child.children !== null || !this.#listed.has(name)
        ? []
        : [this.#ownersAt(childPath(found.path, name), child.layer)];
    });
    return inside.some((owners) => owners.length === 0) ? [] : inside.flat();
  }

  /** Notes lists that were not read or not whole; to be called when everything was asked. */
  sayLimits(): void {
    if (this.#unknown === null) return;
    this.#files.limits.add("note", "runtimes", this.#unknown.path, "inspect.owners-unknown", this.#unknown);
  }

  #ownersAt(path: string, layer: number): readonly Owner[] {
    const listings = this.#named(path.slice(path.lastIndexOf("/") + 1)).get(path) ?? [];
    const holds = listings.every(({ owners, layer: own }) => {
      return owners.length > 0 && owners.every((owner) => layer <= (own ?? owner.package.layer));
    });
    return holds ? listings.flatMap(({ owners }) => owners) : [];
  }

  #named(name: string): ReadonlyMap<string, readonly Listing[]> {
    const known = this.#real.get(name);
    if (known !== undefined) return known;
    const real = new Map<string, Listing[]>();
    for (const { folder, listing } of this.#listed.get(name) ?? []) {
      const place = this.#realFolder(folder);
      if (place === null) continue;
      const path = childPath(place, name);
      const listings = real.get(path);
      if (listings === undefined) real.set(path, [listing]);
      else listings.push(listing);
    }
    this.#real.set(name, real);
    return real;
  }

  /** Only folders are followed: a link that a package owns may by now lead to what somebody else has put there. */
  #realFolder(folder: string): string | null {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    if (this.#folders.size >= maxFolders) {
      this.#note(folder);
      return null;
    }
    const found = resolvePath(this.#files.view, folder);
    const real = found.kind === "found" ? found.path : null;
    this.#folders.set(folder, real);
    return real;
  }

  #takePackages(packages: readonly Package[]): void {
    const makers = new Map<string, string>();
    for (const [path, type] of new Map(packages.map((each) => [each.path, each.type]))) {
      if (type !== "deb" && type !== "apk" && type !== "rpm") continue;
      const file = this.#files.database(path, type);
      for (const { name, version, arch, maker } of file?.content.packages ?? []) {
        if (maker !== undefined) makers.set(`${type}\0${name}\0${arch}\0${version}`, maker);
      }
    }
    for (const each of packages) {
      const { type, name, arch, version } = each;
      const owner = { package: each, maker: makers.get(`${type}\0${name}\0${arch}\0${version}`) ?? null };
      const known = this.#packages.get(`${type}\0${name}`);
      if (known === undefined) this.#packages.set(`${type}\0${name}`, [owner]);
      else known.push(owner);
    }
    for (const [path, type] of new Map(packages.map((each) => [each.path, each.type]))) {
      const file = type === "apk" || type === "rpm" ? this.#files.database(path, type) : null;
      if (file !== null) this.#takeDatabase(path, file.content, null);
    }
  }

  #takeLists(): void {
    let lists = 0;
    for (const folder of listFolders) {
      const found = resolvePath(this.#files.view, folder);
      if (found.kind !== "found" || found.node.children === null) continue;
      for (const name of found.node.children.names().sort()) {
        const path = childPath(folder, name);
        if (!isDpkgList(path)) continue;
        const list = resolvePath(this.#files.view, path);
        const { view } = this.#files;
        const node = list.kind === "found" ? list.node : null;
        const database = node === null ? undefined : view.layers[node.layer]?.databases.get(view.sourcePathOf(node));
        if (node === null || database === undefined || ++lists > maxLists) this.#note(path);
        else this.#takeDatabase(path, database, node.layer);
      }
    }
  }

  #takeDatabase(path: string, database: PackageDatabase, layer: number | null): void {
    if (database.programs === undefined) return;
    const { owners, cut, malformed } = this.#budget.take(database.programs);
    if (cut || malformed > 0) this.#note(path);
    for (const each of owners) this.#takeOwner(database.type, each, layer);
  }

  #takeOwner(type: Package["type"], owned: OwnedPrograms, layer: number | null): void {
    const owners = (this.#packages.get(`${type}\0${owned.name}`) ?? []).filter(
      ({ package: { arch, version } }) =>
        (owned.arch === undefined || owned.arch === arch) && (owned.version === undefined || owned.version === version),
    );
    const listing = { owners, layer };
    for (const path of owned.paths) {
      const slash = path.lastIndexOf("/");
      const name = path.slice(slash + 1);
      const known = this.#listed.get(name);
      const place = { folder: path.slice(0, slash) || "/", listing };
      if (known === undefined) this.#listed.set(name, [place]);
      else known.push(place);
    }
  }

  #note(path: string): void {
    this.#unknown = { count: (this.#unknown?.count ?? 0) + 1, path: this.#unknown?.path ?? path };
  }
}
