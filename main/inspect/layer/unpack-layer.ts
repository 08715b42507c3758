// One layer by itself, as an engine unpacks it into an empty folder: entries act in their order, the last of a name counts,
// links of the same layer are followed on the way to an entry, and missing folders are made.
import { entriesInOneBreath } from "../in-breaths.ts";
import type { EntryTable } from "./entry-table.ts";
import { maxPathLength } from "./layer-path.ts";
import type { MergedView } from "./merged-view.ts";
import { childPath, ViewNode } from "./view-node.ts";
import { markOf } from "./whiteouts.ts";

const maxLinks = 40;
/** Parts of link targets that are walked in one layer. Each link may name two thousand, and each entry lead over forty links. */
const maxLinkParts = 10_000_000;
/** What every whiteout's name begins with. */
const dot = 0x2e;

/** A folder and where it stands. */
interface Place {
  readonly path: string;
  readonly node: ViewNode;
}

/**
 * The tree of a layer's entries, whiteouts left out but the folders they lie in. `view` is what the layers below show:
 * nothing of it is changed, but files that the layer itself replaces are noted there, and what cannot be unpacked.
 */
export function* unpackLayer(view: MergedView, layer: number, table: EntryTable): Generator<void, ViewNode> {
  return yield* new Unpacking(view, layer, table).run();
}

class Unpacking {
  readonly #view: MergedView;
  readonly #layer: number;
  readonly #table: EntryTable;
  readonly #root: ViewNode;
  /** Entries come folder by folder, so the last folder is nearly always the next one's. */
  #lastNumber = -1;
  #lastFolder: Place | null = null;
  #linkParts = 0;
  /** Why the last walk led nowhere. */
  #obstacle: "below-a-file" | "too-deep" = "below-a-file";

  constructor(view: MergedView, layer: number, table: EntryTable) {
    this.#view = view;
    this.#layer = layer;
    this.#table = table;
    this.#root = this.#madeFolder();
  }

  *run(): Generator<void, ViewNode> {
    const table = this.#table;
    for (let row = 0; row < table.length; row++) {
      if (row % entriesInOneBreath === 0) yield;
      const start = table.nameStart(row);
      const name = table.name(row);
      if (start < 0) {
        if (table.type(row) === "directory") this.#dress(this.#root, row);
        continue;
      }
      const mark = start === dot ? markOf(name) : null;
      const folder = mark?.kind === "none" || mark?.kind === "malformed" ? null : this.#folder(row);
      if (mark?.kind === "malformed") this.#view.problem("whiteout", this.#layer, table.path(row));
      else if (mark === null && folder === null) this.#view.problem(this.#obstacle, this.#layer, table.path(row));
      else if (mark === null && folder !== null) this.#entry(folder, name, row);
    }
    return this.#root;
  }

  #entry(folder: Place, name: string, row: number): void {
    // Through links an entry may come to lie deeper than its own name says.
    if (folder.path.length + name.length >= maxPathLength) {
      this.#view.problem("too-deep", this.#layer, this.#table.path(row));
      return;
    }
    const type = this.#table.type(row);
    if (type !== "directory" && type !== "hardlink" && folder.node.children?.has(name) === false) {
      folder.node.children.setRow(name, this.#layer, row);
      return;
    }
    const existing = folder.node.children?.get(name);
    if (type === "directory" && existing?.type === "directory") this.#dress(existing, row);
    else if (type === "hardlink") this.#link(folder, name, existing, row);
    else {
      const node = type === "directory" ? this.#madeFolder() : new ViewNode(type, 0, 0, 0, this.#layer, row, null);
      this.#dress(node, row);
      this.#put(folder, name, existing, node);
    }
  }

  /** Unpacking applies the attributes of every header to the file it names, also where that is a second name of it. */
  #link(folder: Place, name: string, existing: ViewNode | undefined, row: number): void {
    const path = this.#table.link(row);
    const target = this.#find(path);
    const lower = target === null ? this.#view.at(path) : null;
    if (target !== null && target.type !== "directory") {
      if (target === existing) return;
      const { mode, uid, gid } = this.#attributes(row);
      if (target.type !== "symlink") target.mode = mode;
      target.uid = uid;
      target.gid = gid;
      target.linked = true;
      this.#view.namedAgain(this.#layer, target.row, row);
      this.#put(folder, name, existing, target);
    } else if (lower !== null && lower.type !== "directory") {
      // No engine writes links into lower layers; where one stands, the content is the lower file's.
      const { mode, uid, gid } = this.#attributes(row);
      this.#put(folder, name, existing, new ViewNode(lower.type, mode, uid, gid, lower.layer, lower.row, null));
    } else this.#view.problem("no-link-target", this.#layer, childPath(folder.path, name));
  }

  #dress(node: ViewNode, row: number): void {
    const { mode, uid, gid } = this.#attributes(row);
    node.mode = mode;
    node.uid = uid;
    node.gid = gid;
    node.row = row;
  }

  #attributes(row: number): { mode: number; uid: number; gid: number } {
    return { mode: this.#table.mode(row), uid: this.#table.uid(row), gid: this.#table.gid(row) };
  }

  #put(folder: Place, name: string, existing: ViewNode | undefined, node: ViewNode): void {
    if (existing !== undefined) {
      this.#view.drop(childPath(folder.path, name), existing, this.#layer, node);
      if (existing.type === "directory") this.#lastFolder = null;
    }
    folder.node.children?.set(name, node);
  }

  #madeFolder(): ViewNode {
    return this.#view.newFolder(this.#layer);
  }

  /** The folder of an entry, made where it is missing; null where a file of this layer is in the way. */
  #folder(row: number): Place | null {
    const number = this.#table.folderNumber(row);
    if (this.#lastFolder !== null && this.#lastNumber === number) return this.#lastFolder;
    this.#lastFolder = this.#walk(this.#table.folder(row), true);
    this.#lastNumber = number;
    return this.#lastFolder;
  }

  #walk(path: string, make: boolean): Place | null {
    const trail: Place[] = [{ path: "/", node: this.#root }];
    const rest = path.split("/").reverse();
    let links = 0;
    for (let part = rest.pop(); part !== undefined; part = rest.pop()) {
      const here = trail[trail.length - 1];
      if (here === undefined) return null;
      if (part === "" || part === ".") continue;
      if (part === "..") {
        if (trail.length > 1) trail.pop();
        continue;
      }
      const child = here.node.children?.get(part);
      const childAt = childPath(here.path, part);
      if (child?.type === "directory") trail.push({ path: childAt, node: child });
      else if (child?.type === "symlink") {
        const target = this.#view.linkOf(child);
        this.#obstacle = "below-a-file";
        if (++links > maxLinks || this.#linkParts > maxLinkParts) return null;
        if (target.startsWith("/")) trail.length = 1;
        const parts = target.split("/").reverse();
        this.#linkParts += parts.length;
        rest.push(...parts);
      } else if (child !== undefined || !make || childAt.length > maxPathLength) {
        this.#obstacle = child === undefined ? "too-deep" : "below-a-file";
        return null;
      } else {
        const made = this.#madeFolder();
        here.node.children?.set(part, made);
        trail.push({ path: childAt, node: made });
      }
    }
    return trail[trail.length - 1] ?? null;
  }

  /** What stands at a path of this layer, its last part not followed. */
  #find(path: string): ViewNode | null {
    const slash = path.lastIndexOf("/");
    return this.#walk(path.slice(0, slash), false)?.node.children?.get(path.slice(slash + 1)) ?? null;
  }
}
