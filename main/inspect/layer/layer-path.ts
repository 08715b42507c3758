// Paths of archive entries as paths inside the image. Nothing here touches the host: `..` is a matter of text, and what
// leads out of the image is refused, as the engine refuses it when it unpacks the layer.

/** Longer names cannot be unpacked on Linux (PATH_MAX, NAME_MAX), so no container ever shows them. */
export const maxPathLength = 4096;
const maxNameLength = 255;
/** So many UTF-16 code units are never more bytes than that. */
const safeNameLength = 85;
const slash = 0x2f;
const dot = 0x2e;

export type PathProblem = "outside" | "too-long" | "nul";

/**
 * `./usr//bin/x` -> `/usr/bin/x`; the root is `/`. Returns what is wrong with a path that leads above the root, is longer
 * than Linux takes, or holds a NUL.
 */
export function normalisePath(raw: string): { readonly path: string } | { readonly problem: PathProblem } {
  if (raw.length > maxPathLength) return { problem: "too-long" };
  // The form nearly every entry has, for which no splitting is needed.
  if (isPlain(raw)) return { path: raw.charCodeAt(0) === slash ? raw : `/${raw}` };
  if (raw.includes("\0")) return { problem: "nul" };
  const parts: string[] = [];
  for (const part of raw.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return { problem: "outside" };
  }
  const path = `/${parts.join("/")}`;
  return tooLong(path) ? { problem: "too-long" } : { path };
}

/** Whether a path has no empty part, none that begins with a dot, no NUL, and none that could be too long a name. */
function isPlain(raw: string): boolean {
  let partStart = raw.charCodeAt(0) === slash ? 1 : 0;
  for (let at = partStart; at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    if (code === 0 || (code === dot && at === partStart)) return false;
    if (code !== slash) continue;
    if (at === partStart || at - partStart > safeNameLength) return false;
    partStart = at + 1;
  }
  return raw.length > partStart && raw.length - partStart <= safeNameLength;
}

function tooLong(path: string): boolean {
  if (path.length <= safeNameLength) return false;
  return path.split("/").some((part) => Buffer.byteLength(part) > maxNameLength);
}
