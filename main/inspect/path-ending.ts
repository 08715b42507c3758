// The cheap question before the dear ones: millions of paths are asked for, and a handful is of interest.

const longest = 8;
const dot = 0x2e;
const slash = 0x2f;

/**
 * What follows the last dot of a path's last part: `json`. Empty where that part has no dot; `…` where more than eight
 * characters follow it.
 */
export function endingOf(path: string): string {
  const from = Math.max(0, path.length - longest - 1);
  for (let at = path.length - 1; at >= from; at--) {
    const code = path.charCodeAt(at);
    if (code === dot) return path.slice(at + 1);
    if (code === slash) return "";
  }
  // Further on, only whether there is a dot at all.
  return path.indexOf(".", path.lastIndexOf("/") + 1) < 0 ? "" : "…";
}
