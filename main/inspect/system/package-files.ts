// The files of a container's packages against the digests that dpkg keeps of them: what was changed since, and what is gone. As
// `dpkg --verify` does it, but for settings files, and only in the folders of programs and libraries.
import type { Package } from "../../../shared/model/facts.ts";
import type { SystemFacts } from "../../../shared/model/system-facts.ts";
import { entriesInOneBreath } from "../in-breaths.ts";
import { md5Of, md5OfNothing } from "../layer/body-digests.ts";
import type { ImageFiles } from "../layer/image-files.ts";
import { resolvePath } from "../layer/symlinks.ts";
import { childPath, type ViewNode } from "../layer/view-node.ts";
import { diversionsOf } from "./diversions.ts";
import { FirstByPath } from "./first-by-path.ts";
import { packageOfSums, parseSum } from "./package-sums.ts";

type PackageFiles = NonNullable<SystemFacts["packageFiles"]>;
type Changed = PackageFiles["changed"][number];

const folders = ["/var/lib/dpkg/info", "/var/lib/dpkg/status.d"];
/** Lists, and lines of all lists: a system of 2,000 packages has about 60,000. */
const maxLists = 20_000;
const maxLines = 1_000_000;
/** Folders that are looked up. */
const maxFolders = 100_000;

/** In steps; null where no list has digests. What was not compared becomes a note on `system`. */
export function* packageFiles(files: ImageFiles, packages: readonly Package[]): Generator<void, PackageFiles | null> {
  const comparison = new Comparison(files);
  let lists = 0;
  let lines = 0;
  for (const { path, text } of listsOf(files, (unread) => comparison.leaveOut(unread))) {
    const name = packageOfSums(path);
    if (name === null || ++lists > maxLists) {
      comparison.leaveOut(path);
      continue;
    }
    for (const line of text.split("\n")) {
      if (line === "") continue;
      if (++lines % entriesInOneBreath === 0) yield;
      const sum = lines > maxLines ? null : parseSum(line);
      if (sum === null) comparison.leaveOut(path);
      else comparison.compare(sum.path, sum.md5, name);
    }
  }
  sayOthers(files, packages);
  return lists === 0 ? null : comparison.end();
}

function* listsOf(files: ImageFiles, unread: (path: string) => void): Generator<{ path: string; text: string }> {
  const { view } = files;
  for (const folder of folders) {
    const found = resolvePath(view, folder);
    if (found.kind !== "found" || found.node.children === null) continue;
    for (const name of found.node.children.names().sort()) {
      const path = childPath(folder, name);
      if (packageOfSums(path) === null) continue;
      const list = resolvePath(view, path);
      const node = list.kind === "found" ? list.node : null;
      const text = node === null ? undefined : view.layers[node.layer]?.texts.get(view.sourcePathOf(node));
      if (text === undefined) unread(path);
      else yield { path, text: text.toString("utf8") };
    }
  }
}

class Comparison {
  readonly #files: ImageFiles;
  readonly #whereIs: ReturnType<typeof diversionsOf>;
  readonly #folders = new Map<string, ViewNode | null>();
  /** What is as one of its packages says: of two that name the same file, one has replaced the other's. */
  readonly #sound = new Set<ViewNode>();
  readonly #changed: { readonly file: Changed; readonly node: ViewNode }[] = [];
  readonly #missing = new FirstByPath<PackageFiles["missing"][number]>();
  #compared = 0;
  #leftOut: { count: number; path: string } | null = null;

  constructor(files: ImageFiles) {
    this.#files = files;
    this.#whereIs = diversionsOf(files);
  }

  /** Notes something that was not compared. */
  leaveOut(path: string): void {
    if (this.#leftOut === null) this.#leftOut = { count: 1, path };
    else this.#leftOut.count++;
  }

  compare(listed: string, md5: string, packageName: string): void {
    const path = this.#whereIs(listed, packageName);
    const own = this.#nodeAt(path);
    if (own === null) {
      this.#missing.add({ path, package: packageName });
      return;
    }
    // Where a link has taken the file's place, what it leads to counts, as for dpkg.
    const target = own.type === "symlink" ? resolvePath(this.#files.view, path) : null;
    const node = target?.kind === "found" ? target.node : own;
    const found = node.type === "file" ? this.#md5Of(node) : "no file";
    if (found === null) {
      this.leaveOut(path);
      return;
    }
    this.#compared++;
    if (found === md5) this.#sound.add(own);
    else if (this.#changed.length < maxFolders) {
      this.#changed.push({ file: { path, package: packageName, layer: own.layer }, node: own });
    } else this.leaveOut(path);
  }

  end(): PackageFiles {
    const changed = new FirstByPath<Changed>();
    for (const { file, node } of this.#changed) if (!this.#sound.has(node)) changed.add(file);
    const missing = this.#missing.end();
    const { count, first } = changed.end();
    if (this.#leftOut !== null) {
      const { path } = this.#leftOut;
      this.#files.limits.add("note", "system", path, "inspect.sums-not-compared", this.#leftOut);
    }
    return {
      compared: this.#compared,
      changed: first,
      missing: missing.first,
      more: count - first.length + (missing.count - missing.first.length),
    };
  }

  /** What stands at a path, links followed in its folders. */
  #nodeAt(path: string): ViewNode | null {
    const slash = path.lastIndexOf("/");
    const folder = this.#folderAt(path.slice(0, slash) || "/");
    return folder?.children?.get(path.slice(slash + 1)) ?? null;
  }

  #folderAt(path: string): ViewNode | null {
    const known = this.#folders.get(path);
    if (known !== undefined) return known;
    const found = resolvePath(this.#files.view, path);
    const folder = found.kind === "found" ? found.node : null;
    if (this.#folders.size < maxFolders) this.#folders.set(path, folder);
    return folder;
  }

  /** Null where the file's own layer made no digest: it is sparse, or listed elsewhere. */
  #md5Of(node: ViewNode): string | null {
    const { view } = this.#files;
    const layer = view.layers[node.layer];
    if (layer === undefined) return null;
    return layer.entries.size(node.row) === 0 ? md5OfNothing : md5Of(layer.digests, node.row);
  }
}

/** rpm and apk keep digests of other kinds, which nobody makes while the layers stream by. */
function sayOthers(files: ImageFiles, packages: readonly Package[]): void {
  for (const type of ["apk", "rpm"] as const) {
    const path = packages.find((each) => each.type === type)?.path;
    if (path !== undefined) files.limits.add("note", "system", path, "inspect.digests-of-kind", { kind: type });
  }
}
