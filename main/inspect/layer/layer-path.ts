// Paths of archive entries as paths inside the image. Nothing here touches the host: `..` is a matter of text, and what
// leads out of the image is refused, as the engine refuses it when it unpacks the layer.

/** Longer names cannot be unpacked on Linux (PATH_MAX, NAME_MAX), so no container ever shows them. */
export const maxPathLength = 4096;
const maxNameLength = 255;

export type PathProblem = "outside" | "too-long" | "nul";

/**
 * `./usr//bin/x` -> `/usr/bin/x`; the root is `/`. Returns what is wrong with a path that leads above the root, is longer
 * than Linux takes, or holds a NUL.
 */
export function normalisePath(raw: string): { readonly path: string } | { readonly problem: PathProblem } {
  if (raw.length > maxPathLength) return { problem: "too-long" };
  if (raw.includes("\0")) return { problem: "nul" };
  if (isPlain(raw)) return tooLong(raw) ? { problem: "too-long" } : { path: raw.startsWith("/") ? raw : `/${raw}` };
  const parts: string[] = [];
  for (const part of raw.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return { problem: "outside" };
  }
  const path = `/${parts.join("/")}`;
  return tooLong(path) ? { problem: "too-long" } : { path };
}

/** The form nearly every entry has, for which no splitting is needed. */
function isPlain(raw: string): boolean {
  return raw !== "" && !raw.endsWith("/") && !raw.includes("//") && !/(?:^|\/)\.\.?(?:\/|$)/.test(raw) && raw !== "/";
}

function tooLong(path: string): boolean {
  if (path.length <= maxNameLength) return false;
  return path.split("/").some((part) => Buffer.byteLength(part) > maxNameLength);
}
