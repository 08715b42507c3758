// The inodes of the merged view, and what lies in its folders by name. Two names of the same file (hard links) hold the same
// node. A file that is nothing but a row of its layer is kept as that row's number and becomes a node when somebody asks for
// it: an image may have millions of them.
import type { LayerFacts } from "./layer-facts.ts";

/** Rows of one layer; the reader of layers stops below it. Up to 128 layers the number of a place is a small integer. */
const rowsOfLayer = 2 ** 23;

export type NodeType = "file" | "directory" | "symlink" | "character" | "block" | "fifo";

export class ViewNode {
  type: NodeType;
  mode: number;
  uid: number;
  gid: number;
  /** The layer that made it, numbered from 0. */
  layer: number;
  /** Its row in that layer's table; -1 for a folder that no layer lists and unpacking makes. */
  row: number;
  /** It has, or had, more than one name. */
  linked = false;
  /** What lies in a folder; null for everything else. */
  readonly children: Folder | null;

  constructor(
    type: NodeType,
    mode: number,
    uid: number,
    gid: number,
    layer: number,
    row: number,
    children: Folder | null,
  ) {
    this.type = type;
    this.mode = mode;
    this.uid = uid;
    this.gid = gid;
    this.layer = layer;
    this.row = row;
    this.children = children;
  }
}

export class Folder {
  readonly #layers: readonly LayerFacts[];
  readonly #entries = new Map<string, ViewNode | number>();

  constructor(layers: readonly LayerFacts[]) {
    this.#layers = layers;
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The node of a name; the same one each time. */
  get(name: string): ViewNode | undefined {
    const entry = this.#entries.get(name);
    if (typeof entry !== "number") return entry;
    const node = this.#nodeOf(entry);
    this.#entries.set(name, node);
    return node;
  }

  set(name: string, node: ViewNode): void {
    this.#entries.set(name, node);
  }

  /** Puts what a row of a layer says, which must be no folder and no hard link. */
  setRow(name: string, layer: number, row: number): void {
    this.#entries.set(name, layer * rowsOfLayer + row);
  }

  delete(name: string): void {
    this.#entries.delete(name);
  }

  names(): string[] {
    return [...this.#entries.keys()];
  }

  /** Every name with its node; one that nobody asked for before is made for this call alone. */
  *entries(): Generator<readonly [name: string, node: ViewNode]> {
    for (const [name, entry] of this.#entries) {
      yield [name, typeof entry === "number" ? this.#nodeOf(entry) : entry];
    }
  }

  /** Moves a name out of another folder of the same view, without making a node. */
  take(name: string, from: Folder): void {
    const entry = from.#entries.get(name);
    if (entry !== undefined) this.#entries.set(name, entry);
  }

  /** Whether the entry of a name is a folder, told without making a node. */
  isFolder(name: string): boolean {
    const entry = this.#entries.get(name);
    return typeof entry === "object" && entry.type === "directory";
  }

  #nodeOf(place: number): ViewNode {
    const layer = Math.floor(place / rowsOfLayer);
    const row = place - layer * rowsOfLayer;
    const entries = this.#layers[layer]?.entries;
    const type = entries?.type(row) ?? "file";
    if (entries === undefined || type === "directory" || type === "hardlink") {
      throw new Error("a folder holds a row that is no file");
    }
    return new ViewNode(type, entries.mode(row), entries.uid(row), entries.gid(row), layer, row, null);
  }
}

/** Setuid or setgid, on a regular file. */
export function isArmed(node: ViewNode): boolean {
  return node.type === "file" && (node.mode & 0o6000) !== 0;
}

export function childPath(folder: string, name: string): string {
  return folder === "/" ? `/${name}` : `${folder}/${name}`;
}
