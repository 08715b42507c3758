// Words for the members of a layer, as a Dockerfile author thinks of them: absolute paths, whiteouts by name.
import type { NewMember } from "../../main/tar/write-tar.ts";

export interface EntryOptions {
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
  readonly mtime?: number;
  readonly xattrs?: Readonly<Record<string, Uint8Array>>;
}

/** Layers name members without the leading slash. */
const inLayer = (path: string): string => path.replace(/^\/+/, "");

function entry(
  path: string,
  type: NewMember["type"],
  mode: number,
  options: EntryOptions,
  rest: Partial<NewMember> = {},
): NewMember {
  return {
    path: inLayer(path),
    type,
    mode: options.mode ?? mode,
    uid: options.uid ?? 0,
    gid: options.gid ?? 0,
    mtime: options.mtime ?? 0,
    ...(options.xattrs === undefined ? {} : { xattrs: options.xattrs }),
    ...rest,
  };
}

export function file(path: string, content: string | Uint8Array = "", options: EntryOptions = {}): NewMember {
  return entry(path, "file", 0o644, options, {
    content: typeof content === "string" ? Buffer.from(content) : content,
  });
}

export function dir(path: string, options: EntryOptions = {}): NewMember {
  return entry(`${path.replace(/\/+$/, "")}/`, "directory", 0o755, options);
}

export function symlink(path: string, target: string, options: EntryOptions = {}): NewMember {
  return entry(path, "symlink", 0o777, options, { linkPath: target });
}

/** `target` is another path of the same layer. */
export function hardlink(path: string, target: string, options: EntryOptions = {}): NewMember {
  return entry(path, "hardlink", 0o644, options, { linkPath: inLayer(target) });
}

export function device(
  path: string,
  type: "character" | "block",
  major: number,
  minor: number,
  options: EntryOptions = {},
): NewMember {
  return entry(path, type, 0o600, options, { device: { major, minor } });
}

export function fifo(path: string, options: EntryOptions = {}): NewMember {
  return entry(path, "fifo", 0o644, options);
}

/** Removes `path` of the layers below. OCI image specification, "layer", whiteouts. */
export function whiteout(path: string): NewMember {
  const at = inLayer(path);
  const slash = at.lastIndexOf("/") + 1;
  return entry(`${at.slice(0, slash)}.wh.${at.slice(slash)}`, "file", 0o644, {}, { content: new Uint8Array() });
}

/** Hides everything the layers below have in the folder `path`. */
export function opaque(path: string): NewMember {
  return entry(`${inLayer(path).replace(/\/+$/, "")}/.wh..wh..opq`, "file", 0o644, {}, { content: new Uint8Array() });
}
