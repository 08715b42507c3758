// Files that dpkg keeps elsewhere than their package says: /var/lib/dpkg/diversions, three lines a diversion: from, to, and
// the package that asked for it, whose own file stays; `:` = the administrator. dpkg-divert(1).
import type { ImageFiles } from "../layer/image-files.ts";

const maxDiversions = 20_000;

/** Where a package's file lies, given where the package says it does. */
export function diversionsOf(files: ImageFiles): (path: string, packageName: string) => string {
  const lines = files.text("/var/lib/dpkg/diversions", "system")?.content.split("\n") ?? [];
  const moved = new Map<string, { to: string; by: string }>();
  for (let at = 0; at + 2 < lines.length && moved.size < maxDiversions; at += 3) {
    const [from = "", to = "", by = ""] = lines.slice(at, at + 3);
    moved.set(from, { to, by: by.split(":", 1)[0] ?? "" });
  }
  return (path, packageName) => {
    const found = moved.get(path);
    return found === undefined || found.by === packageName ? path : found.to;
  };
}
