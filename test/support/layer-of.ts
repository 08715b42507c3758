// Layers and views for tests of inspect/: members become a tar, the tar becomes facts.

import { ImageFiles } from "../../main/inspect/layer/image-files.ts";
import type { LayerFacts } from "../../main/inspect/layer/layer-facts.ts";
import { mergeLayers } from "../../main/inspect/layer/merge-layers.ts";
import { type MergedView, walkView } from "../../main/inspect/layer/merged-view.ts";
import { readLayer } from "../../main/inspect/layer/read-layer.ts";
import { Limits } from "../../main/inspect/limit.ts";
import { type NewMember, writeTar } from "../../main/tar/write-tar.ts";
import { inPieces } from "./raw-tar.ts";

/** The facts of a layer of these members, or of these very bytes. */
export async function layerOf(members: readonly NewMember[] | Uint8Array): Promise<LayerFacts> {
  const tar = members instanceof Uint8Array ? members : writeTar(members);
  return readLayer(inPieces(tar, 65_536), new Map(), new AbortController().signal);
}

/** The view of layers of these members, lowest first. */
export async function viewOf(...layers: readonly (readonly NewMember[])[]): Promise<MergedView> {
  return mergeLayers(await Promise.all(layers.map((members) => layerOf(members))));
}

/** Files of such a view; what they could not read is in `limits`. */
export async function filesOf(...layers: readonly (readonly NewMember[])[]): Promise<ImageFiles> {
  return new ImageFiles(await viewOf(...layers), new Limits(), { fetch: true });
}

/** Every entry but the root as `path type mode uid layer`, in order. */
export function listView(view: MergedView): string[] {
  const lines: string[] = [];
  walkView(view, (path, node) => {
    if (path !== "/") lines.push(`${path} ${node.type} ${node.mode.toString(8)} ${node.uid} ${node.layer}`);
  });
  return lines.sort();
}
