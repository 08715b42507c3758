// Lays layers over each other as overlayfs does: first a layer hides what its whiteouts name, wherever in its archive they
// stand; then folders merge with folders, and everything else of a name hides what was below.
import { atOnce, entriesInOneBreath } from "../in-breaths.ts";
import type { EntryTable } from "./entry-table.ts";
import type { LayerFacts } from "./layer-facts.ts";
import { MergedView } from "./merged-view.ts";
import { unpackLayer } from "./unpack-layer.ts";
import { childPath, type ViewNode } from "./view-node.ts";
import { markOf } from "./whiteouts.ts";

/** What every whiteout's name begins with. */
const dot = 0x2e;

/** The view of these layers, lowest first. */
export function mergeLayers(layers: readonly LayerFacts[]): MergedView {
  return atOnce(mergeInSteps(layers));
}

/** The same in steps, between which the caller may do something else or stop. */
export function* mergeInSteps(layers: readonly LayerFacts[]): Generator<void, MergedView> {
  const view = new MergedView(layers);
  for (const [layer, { entries }] of layers.entries()) {
    yield* hide(view, layer, entries);
    const root = yield* unpackLayer(view, layer, entries);
    dress(view.root, root);
    yield* overlay(view, "/", view.root, root);
  }
  return view;
}

function* hide(view: MergedView, layer: number, table: EntryTable): Generator<void> {
  for (let row = 0; row < table.length; row++) {
    if (row % (8 * entriesInOneBreath) === 0) yield;
    if (table.nameStart(row) !== dot) continue;
    const mark = markOf(table.name(row));
    if (mark?.kind !== "opaque" && mark?.kind !== "hides") continue;
    const path = table.folder(row);
    const children = view.at(path)?.children;
    if (children === null || children === undefined) continue;
    for (const name of mark.kind === "opaque" ? children.names() : [mark.name]) {
      const node = children.get(name);
      if (node === undefined) continue;
      view.drop(childPath(path, name), node, layer, null);
      children.delete(name);
    }
  }
}

/** Moves the nodes of `upper` into `lower`, which is the folder of the same path in the view. */
function* overlay(view: MergedView, path: string, lower: ViewNode, upper: ViewNode): Generator<void> {
  if (lower.children === null || upper.children === null) return;
  let moved = 0;
  for (const name of upper.children.names()) {
    if (++moved % entriesInOneBreath === 0) yield;
    if (lower.children.has(name)) {
      const below = lower.children.get(name);
      const node = upper.children.get(name);
      if (below === undefined || node === undefined) continue;
      if (below.type === "directory" && node.type === "directory") {
        dress(below, node);
        yield* overlay(view, childPath(path, name), below, node);
        continue;
      }
      view.drop(childPath(path, name), below, upper.layer, node);
    }
    lower.children.take(name, upper.children);
  }
}

/** Gives a folder the attributes of the layer's; one that was only passed through on the way to a change keeps its maker. */
function dress(below: ViewNode, node: ViewNode): void {
  if (node.row < 0) return;
  if (below.row >= 0 && below.mode === node.mode && below.uid === node.uid && below.gid === node.gid) return;
  below.mode = node.mode;
  below.uid = node.uid;
  below.gid = node.gid;
  below.layer = node.layer;
  below.row = node.row;
}
