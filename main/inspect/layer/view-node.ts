// One inode of the merged view. Two names of the same file (hard links) hold the same node.
import type { Folder } from "./folder.ts";

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

/** Setuid or setgid, on a regular file. */
export function isArmed(node: ViewNode): boolean {
  return node.type === "file" && (node.mode & 0o6000) !== 0;
}

export function childPath(folder: string, name: string): string {
  return folder === "/" ? `/${name}` : `${folder}/${name}`;
}
