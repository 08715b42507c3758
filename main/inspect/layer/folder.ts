// What lies in one folder of the merged view, by name. A file that is nothing but a row of its layer is kept as that row's
// number and becomes a node when somebody asks for it: an image may have millions of them.
import type { LayerFacts } from "./layer-facts.ts";
import { ViewNode } from "./view-node.ts";

/** Rows of one layer; the reader of layers stops below it. Up to 128 layers the number of a place is a small integer. */
const rowsOfLayer = 2 ** 23;

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
