// Finds a path in the merged view as the kernel would inside the container (path_resolution(7)): links are followed there
// and never on the host, `..` above the root stays at the root, and forty links are the end.
import type { MergedView } from "./merged-view.ts";
import { childPath, type ViewNode } from "./view-node.ts";

export const maxLinks = 40;
/** Parts of all link targets on the way to one file: forty links could name eighty thousand. */
const maxLinkParts = 8192;

export type Resolution =
  | { readonly kind: "found"; readonly path: string; readonly node: ViewNode }
  | { readonly kind: "missing" }
  | { readonly kind: "loop" };

/** What stands at an absolute path, links followed in every part; `path` is then the real one. */
export function resolvePath(view: MergedView, path: string): Resolution {
  const trail: { path: string; node: ViewNode }[] = [{ path: "/", node: view.root }];
  const rest = path.split("/").reverse();
  let links = 0;
  let walked = 0;
  for (let part = rest.pop(); part !== undefined; part = rest.pop()) {
    const here = trail[trail.length - 1];
    if (here === undefined) return { kind: "missing" };
    if (part === "") continue;
    if (here.node.children === null) return { kind: "missing" };
    if (part === ".") continue;
    if (part === "..") {
      if (trail.length > 1) trail.pop();
      continue;
    }
    const child = here.node.children.get(part);
    if (child === undefined) return { kind: "missing" };
    if (child.type !== "symlink") {
      trail.push({ path: childPath(here.path, part), node: child });
      continue;
    }
    if (++links > maxLinks) return { kind: "loop" };
    const target = view.linkOf(child);
    if (target === "") return { kind: "missing" };
    if (target.startsWith("/")) trail.length = 1;
    const parts = target.split("/").reverse();
    walked += parts.length;
    if (walked > maxLinkParts) return { kind: "loop" };
    rest.push(...parts);
  }
  const end = trail[trail.length - 1];
  return end === undefined ? { kind: "missing" } : { kind: "found", ...end };
}
