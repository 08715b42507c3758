// Names inside an archive, made comparable. They are keys of a map and never paths of the host.
import { posix } from "node:path";

/** `./a//b` -> `a/b`. null for what is absolute, climbs out or is empty: no reader needs such an entry. */
export function entryName(path: string): string | null {
  if (path.startsWith("/") || path.includes("\\")) return null;
  const normal = posix.normalize(path).replace(/\/$/, "");
  return normal === "." || normal === ".." || normal.startsWith("../") ? null : normal;
}

/** Where a link inside the archive leads: a symbolic link counts from its folder, a hard link from the top. */
export function linkTarget(name: string, target: string, kind: "symlink" | "hardlink"): string | null {
  return entryName(kind === "hardlink" ? target : posix.join(posix.dirname(name), target));
}

/** Follows links until a name is none. null for a circle. */
export function followLinks(name: string, links: ReadonlyMap<string, string>): string | null {
  let at = name;
  for (let hops = 0; hops < 16; hops++) {
    const next = links.get(at);
    if (next === undefined) return at;
    at = next;
  }
  return null;
}
