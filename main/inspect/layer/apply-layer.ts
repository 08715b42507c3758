// Lays one layer over the view. An engine unpacks each layer into a folder of its own and mounts these over each other, so
// within a layer entries act in their order and links of the same layer are followed, while between layers a folder hides
// a link or a file of the same name, and whiteouts reach the layers below alone, wherever in the archive they stand.
import type { EntryTable } from "./entry-table.ts";
import type { LayerFacts } from "./layer-facts.ts";
import { maxPathLength } from "./layer-path.ts";
import { MergedView } from "./merged-view.ts";
import { childPath, ViewNode } from "./view-node.ts";

const whiteoutPrefix = ".wh.";
const opaqueName = ".wh..wh..opq";
const metaPrefix = ".wh..wh.";
const maxLinks = 40;

interface Folder {
  readonly path: string;
  readonly node: ViewNode;
}

/** The view of these layers, lowest first. */
export function mergeLayers(layers: readonly LayerFacts[]): MergedView {
  const view = new MergedView(layers);
  for (const [number, layer] of layers.entries()) {
    const applying = new LayerApplication(view, number, layer.entries);
    applying.whiteouts();
    applying.entries();
  }
  return view;
}

class LayerApplication {
  readonly #view: MergedView;
  readonly #layer: number;
  readonly #table: EntryTable;
  /** Entries come folder by folder, so the last folder is nearly always the next one's. */
  #lastPath = "";
  #lastFolder: Folder | null = null;

  constructor(view: MergedView, layer: number, table: EntryTable) {
    this.#view = view;
    this.#layer = layer;
    this.#table = table;
  }

  /** Takes away what the layer hides of those below, then makes the folders that hold the marks, as unpacking does. */
  whiteouts(): void {
    const marks: number[] = [];
    for (let row = 0; row < this.#table.length; row++) {
      const name = this.#table.name(row);
      if (!name.startsWith(whiteoutPrefix) || (name !== opaqueName && name.startsWith(metaPrefix))) continue;
      const hidden = name.slice(whiteoutPrefix.length);
      if (hidden === "" || hidden === "." || hidden === "..") {
        this.#view.problem("whiteout", this.#layer, this.#table.path(row));
      } else marks.push(row);
    }
    for (const row of marks) {
      const name = this.#table.name(row);
      const folder = this.#walk(this.#table.folder(row), false);
      const children = folder?.node.children;
      if (folder === null || children === null || children === undefined) continue;
      const hidden = name === opaqueName ? [...children] : pick(children, name.slice(whiteoutPrefix.length));
      for (const [child, node] of hidden) this.#remove(folder, child, node);
    }
    for (const row of marks) this.#folder(this.#table.folder(row));
    this.#lastFolder = null;
  }

  entries(): void {
    for (let row = 0; row < this.#table.length; row++) {
      const name = this.#table.name(row);
      if (name.startsWith(whiteoutPrefix)) continue;
      if (name === "") {
        if (this.#table.type(row) === "directory") this.#dress(this.#view.root, row);
        continue;
      }
      const folder = this.#folder(this.#table.folder(row));
      if (folder === null) this.#view.problem("below-a-file", this.#layer, this.#table.path(row));
      else this.#entry(folder, name, row);
    }
  }

  #entry(folder: Folder, name: string, row: number): void {
    const type = this.#table.type(row);
    const existing = folder.node.children?.get(name);
    if (type === "directory" && existing?.type === "directory") this.#dress(existing, row);
    else if (type === "hardlink") this.#link(folder, name, existing, row);
    else {
      const { mode, uid, gid } = this.#attributes(row);
      this.#put(folder, name, existing, new ViewNode(type, mode, uid, gid, this.#layer, row));
    }
  }

  /** Unpacking applies the attributes of every header to the file it names, also where that is a second name of it. */
  #link(folder: Folder, name: string, existing: ViewNode | undefined, row: number): void {
    const target = this.#find(this.#table.link(row));
    if (target === null || target.type === "directory") {
      this.#view.problem("no-link-target", this.#layer, this.#table.path(row));
      return;
    }
    if (target === existing) return;
    const { mode, uid, gid } = this.#attributes(row);
    if (target.layer === this.#layer) {
      if (target.type !== "symlink") target.mode = mode;
      target.uid = uid;
      target.gid = gid;
      target.linked = true;
      this.#put(folder, name, existing, target);
    } else {
      // No engine writes links into lower layers; where one stands, the content is the lower file's.
      this.#put(folder, name, existing, new ViewNode(target.type, mode, uid, gid, target.layer, target.row));
    }
  }

  /** Gives a folder the attributes of `row`. One that was only passed through on the way to a change keeps its maker. */
  #dress(node: ViewNode, row: number): void {
    const { mode, uid, gid } = this.#attributes(row);
    if (node.row >= 0 && node.mode === mode && node.uid === uid && node.gid === gid) return;
    node.mode = mode;
    node.uid = uid;
    node.gid = gid;
    node.layer = this.#layer;
    node.row = row;
  }

  #attributes(row: number): { mode: number; uid: number; gid: number } {
    return { mode: this.#table.mode(row), uid: this.#table.uid(row), gid: this.#table.gid(row) };
  }

  #put(folder: Folder, name: string, existing: ViewNode | undefined, node: ViewNode): void {
    if (existing !== undefined) {
      this.#view.drop(childPath(folder.path, name), existing, this.#layer, node);
      if (existing.type === "directory") this.#lastFolder = null;
    }
    folder.node.children?.set(name, node);
  }

  #remove(folder: Folder, name: string, node: ViewNode): void {
    this.#view.drop(childPath(folder.path, name), node, this.#layer, null);
    folder.node.children?.delete(name);
    this.#lastFolder = null;
  }

  /** The folder of an entry, made where it is missing; null where a file of this very layer is in the way. */
  #folder(path: string): Folder | null {
    if (this.#lastFolder !== null && this.#lastPath === path) return this.#lastFolder;
    const folder = this.#walk(path, true);
    this.#lastPath = path;
    this.#lastFolder = folder;
    return folder;
  }

  #walk(path: string, make: boolean): Folder | null {
    const trail: Folder[] = [{ path: "/", node: this.#view.root }];
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
      if (child?.type === "directory") {
        trail.push({ path: childAt, node: child });
        continue;
      }
      if (child?.type === "symlink" && child.layer === this.#layer) {
        const target = this.#view.linkOf(child);
        if (++links > maxLinks) return null;
        if (target.startsWith("/")) trail.length = 1;
        rest.push(...target.split("/").reverse());
        continue;
      }
      const inTheWay = child !== undefined && child.layer === this.#layer;
      if (!make || inTheWay || childAt.length > maxPathLength) return null;
      const made = new ViewNode("directory", 0o755, 0, 0, this.#layer, -1);
      this.#put(here, part, child, made);
      trail.push({ path: childAt, node: made });
    }
    return trail[trail.length - 1] ?? null;
  }

  /** What stands at a path, its last part not followed. */
  #find(path: string): ViewNode | null {
    const slash = path.lastIndexOf("/");
    return this.#walk(path.slice(0, slash), false)?.node.children?.get(path.slice(slash + 1)) ?? null;
  }
}

function pick(children: ReadonlyMap<string, ViewNode>, name: string): [string, ViewNode][] {
  const node = children.get(name);
  return node === undefined ? [] : [[name, node]];
}
