// Files and folders whose owner and mode rules ask for by name: account databases, logs, homes, sudo, log-in settings.
import type { Account } from "../../../shared/model/facts.ts";
import type { WatchedFile } from "../../../shared/model/system-facts.ts";
import type { ImageFiles } from "../layer/image-files.ts";
import { resolvePath } from "../layer/symlinks.ts";
import { childPath } from "../layer/view-node.ts";
import { watchedFile } from "./first-by-path.ts";

const databases = ["passwd", "shadow", "group", "gshadow"].flatMap((name) => [`/etc/${name}`, `/etc/${name}-`]);
const files = ["/etc/login.defs", "/etc/ssh/sshd_config", "/etc/sudoers"];
const folders = ["/var/log", "/etc/sudoers.d", "/etc/security", "/etc/ssh/sshd_config.d"];
/** Those that are listed; a folder with more is one that nobody looks after. */
const maxWatched = 5000;

/** By path, each once. More than a bound are a gap of `system`. */
export function watchedFiles(image: ImageFiles, accounts: readonly Account[]): WatchedFile[] {
  const found = new Map<string, WatchedFile>();
  const add = (path: string, file: WatchedFile | null) => {
    if (file === null || found.has(path)) return;
    if (found.size < maxWatched) found.set(path, file);
    else image.limits.add("gap", "system", path, "inspect.too-many", { path: parentOf(path), limit: maxWatched });
  };
  const homes = accounts.map(({ home }) => normalHome(home)).filter((home) => home !== null);
  for (const path of [...databases, ...files, ...folders, ...homes]) add(path, named(image, path));
  for (const folder of folders) {
    const place = resolvePath(image.view, folder);
    if (place.kind !== "found" || place.node.children === null) continue;
    for (const path of image.list(folder, "system")) {
      const node = place.node.children.get(path.slice(folder.length + 1));
      add(path, node === undefined ? null : watchedFile(path, node));
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What a path leads to, or the link that leads nowhere. */
function named(image: ImageFiles, path: string): WatchedFile | null {
  const found = resolvePath(image.view, path);
  if (found.kind === "found") return watchedFile(path, found.node);
  const folder = resolvePath(image.view, parentOf(path));
  const link = folder.kind === "found" ? folder.node.children?.get(path.slice(path.lastIndexOf("/") + 1)) : undefined;
  return link === undefined ? null : watchedFile(path, link);
}

/** A home as an absolute path without doubled slashes; null for none and for the root, which is nobody's. */
function normalHome(home: string): string | null {
  const parts = home.split("/").filter((part) => part !== "" && part !== ".");
  return home.startsWith("/") && parts.length > 0 && !parts.includes("..") ? childPath("/", parts.join("/")) : null;
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/")) || "/";
}
