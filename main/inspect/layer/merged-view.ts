// What a container of the image would see: the layers laid over each other as overlayfs does it (kernel documentation,
// "overlayfs"; OCI image specification, "layer"). Knows for each file who made it, and keeps what is of interest in files
// that a later layer took away.
import { atOnce, entriesInOneBreath } from "../in-breaths.ts";
import type { FileCapabilities } from "./file-capabilities.ts";
import type { LayerFacts } from "./layer-facts.ts";
import { childPath, Folder, isArmed, ViewNode } from "./view-node.ts";

/** A setuid or setgid file, or one with a secret, that is no longer there. */
export interface RemovedFile {
  readonly path: string;
  readonly node: ViewNode;
  readonly removedInLayer: number;
  /** What took its place is setuid or setgid again. */
  readonly rearmed: boolean;
}

/** What unpacking a layer stumbled over. */
export type ViewProblemKind = "below-a-file" | "too-deep" | "no-link-target" | "whiteout";
export interface ViewProblem {
  readonly kind: ViewProblemKind;
  readonly layer: number;
  readonly example: string;
  count: number;
}

export class MergedView {
  readonly layers: readonly LayerFacts[];
  readonly root: ViewNode;
  readonly removed: RemovedFile[] = [];
  readonly #problems = new Map<string, ViewProblem>();
  /** Rows of files with secrets, by layer. */
  readonly #secretRows: readonly ReadonlySet<number>[];
  /** By layer: for a file's row that of the last header that named it, where that is one of a hard link. */
  readonly #lastHeaders: readonly Map<number, number>[];

  constructor(layers: readonly LayerFacts[]) {
    this.layers = layers;
    this.root = this.newFolder(0);
    this.#secretRows = layers.map((layer) => new Set(layer.secrets.map(({ row }) => row)));
    this.#lastHeaders = layers.map(() => new Map());
  }

  /** A folder as unpacking makes it where no layer lists one. */
  newFolder(layer: number): ViewNode {
    return new ViewNode("directory", 0o755, 0, 0, layer, -1, new Folder(this.layers));
  }

  hasSecret(node: ViewNode): boolean {
    return this.#secretRows[node.layer]?.has(node.row) === true;
  }

  /**
   * The capabilities of a file, null without any. Unpacking sets the owner anew for each name of a file, upon which the
   * kernel takes capabilities away, and then what that name's own header says: so the last header counts.
   */
  capabilitiesOf(node: ViewNode): FileCapabilities | null {
    const known = this.layers[node.layer]?.capabilities;
    if (known === undefined || known.size === 0 || node.type !== "file") return null;
    return known.get(this.#lastHeaders[node.layer]?.get(node.row) ?? node.row) ?? null;
  }

  /** Notes that the header of a hard link named the file of `row` once more. */
  namedAgain(layer: number, row: number, linkRow: number): void {
    if ((this.layers[layer]?.capabilities.size ?? 0) > 0) this.#lastHeaders[layer]?.set(row, linkRow);
  }

  /** Bytes of a regular file; 0 for everything else. */
  sizeOf(node: ViewNode): number {
    return node.type === "file" ? (this.layers[node.layer]?.entries.size(node.row) ?? 0) : 0;
  }

  /** Where a symbolic link leads, as written. */
  linkOf(node: ViewNode): string {
    return this.layers[node.layer]?.entries.link(node.row) ?? "";
  }

  /** The path under which the node's own layer lists it. */
  sourcePathOf(node: ViewNode): string {
    return node.row < 0 ? "" : (this.layers[node.layer]?.entries.path(node.row) ?? "");
  }

  /** What stands at a real path; links are not followed. */
  at(path: string): ViewNode | null {
    let node: ViewNode | undefined = this.root;
    for (const part of path.split("/")) {
      if (part !== "") node = node?.children?.get(part);
    }
    return node ?? null;
  }

  /** Notes that `node` at `path` goes away in `layer`, with all below it; `successor` takes its place. */
  drop(path: string, node: ViewNode, layer: number, successor: ViewNode | null): void {
    if (isArmed(node) || this.hasSecret(node)) {
      const rearmed = successor !== null && isArmed(successor);
      this.removed.push({ path, node, removedInLayer: layer, rearmed });
    }
    if (node.children === null) return;
    for (const [name, child] of node.children.entries()) this.drop(childPath(path, name), child, layer, null);
  }

  problem(kind: ViewProblemKind, layer: number, example: string): void {
    const known = this.#problems.get(`${kind} ${layer}`);
    if (known === undefined) {
      this.#problems.set(`${kind} ${layer}`, { kind, layer, example: example.slice(0, 300), count: 1 });
    } else known.count++;
  }

  /** What unpacking stumbled over, by kind and layer. */
  get problems(): readonly ViewProblem[] {
    return [...this.#problems.values()];
  }
}

/** Calls `visit` for every entry, the root included, folders before what they hold, in no particular order of names. */
export function walkView(view: MergedView, visit: (path: string, node: ViewNode) => void): void {
  atOnce(walkInSteps(view, visit));
}

/** The same in steps, between which the caller may do something else or stop; `from` is a folder to begin at. */
export function* walkInSteps(
  view: MergedView,
  visit: (path: string, node: ViewNode) => void,
  from: { readonly path: string; readonly node: ViewNode } = { path: "/", node: view.root },
): Generator<void> {
  let visited = 0;
  const pending = [from];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    visit(next.path, next.node);
    if (next.node.children === null) continue;
    for (const [name, node] of next.node.children.entries()) {
      if (++visited % entriesInOneBreath === 0) yield;
      const path = childPath(next.path, name);
      if (node.children === null) visit(path, node);
      else pending.push({ path, node });
    }
  }
}
