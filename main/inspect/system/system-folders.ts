// The folders of programs and libraries: `lib`, `lib32`, `lib64`, `libx32`, `libexec`, `bin` and `sbin` below /, /usr and
// /usr/local (hier(7)). On a merged /usr some are links, which are followed inside the image.
import type { MergedView } from "../layer/merged-view.ts";
import { resolvePath } from "../layer/symlinks.ts";
import { childPath, type ViewNode } from "../layer/view-node.ts";

const below = /^\/(?:usr\/(?:local\/)?)?(?:lib(?:x?32|64|exec)?|s?bin)\//;
const name = /^(?:lib(?:x?32|64|exec)?|s?bin)$/;

const letters = { u: 0x75, l: 0x6c, b: 0x62, s: 0x73 } as const;

/** Whether a layer lists the path in such a folder. Asked for every file of every layer. */
export function isInSystemFolder(path: string): boolean {
  const first = path.charCodeAt(1);
  if (first !== letters.u && first !== letters.l && first !== letters.b && first !== letters.s) return false;
  return below.test(path);
}

/** These folders of an image by their real paths, none below another one. */
export function systemFolders(view: MergedView): { path: string; node: ViewNode }[] {
  const found = new Map<string, ViewNode>();
  for (const base of ["/", "/usr", "/usr/local"]) {
    const folder = resolvePath(view, base);
    if (folder.kind !== "found" || folder.node.children === null) continue;
    for (const each of folder.node.children.names()) {
      const place = name.test(each) ? resolvePath(view, childPath(folder.path, each)) : null;
      if (place?.kind === "found" && place.node.children !== null && place.path !== "/")
        found.set(place.path, place.node);
    }
  }
  const paths = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return paths
    .filter(([path]) => !paths.some(([other]) => path.startsWith(`${other}/`)))
    .map(([path, node]) => ({ path, node }));
}
