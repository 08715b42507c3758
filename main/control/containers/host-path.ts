// Paths of mounts as the engine's host has them: cleaned, and with the prefixes under which Docker Desktop's virtual machine
// shows folders of the computer itself.
import type { EngineFacts } from "../../../shared/model/surroundings.ts";

const desktopPrefixes = ["/run/desktop/mnt/host", "/host_mnt"] as const;

/** An absolute path without empty parts, `.` and `..`; links are not followed, for nobody can see them from here. */
export function cleanPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === "..") parts.pop();
    else parts.push(part);
  }
  return `/${parts.join("/")}`;
}

/** Whether `path` is `folder` or lies below it; both clean. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || (folder === "/" ? path.startsWith("/") : path.startsWith(`${folder}/`));
}

/** The source of a mount as a clean path; on Docker Desktop that of the computer, where its machine passes it through. */
export function hostPathOf(source: string, engine: Pick<EngineFacts, "product"> | null): string {
  const path = cleanPath(source);
  if (engine?.product !== "docker-desktop") return path;
  const prefix = desktopPrefixes.find((each) => isWithin(path, each));
  if (prefix === undefined) return path;
  const rest = path.slice(prefix.length) || "/";
  // macOS keeps /etc, /var and /tmp there and links to them.
  return rest.startsWith("/private/") ? rest.slice("/private".length) : rest;
}
