// The digests that dpkg keeps of a package's files: `info/NAME.md5sums` or `info/NAME:ARCH.md5sums`, in distroless images
// `status.d/NAME.md5sums`; md5sum(1): the sum, two blanks, a path without the leading slash. Settings files are not in it.
// Only lines of the folders that are compared are kept.
import { isInSystemFolder } from "./system-folders.ts";

const sumsFile = /\/dpkg\/(?:info|status\.d)\/([^/:]+)(?::[^/]*)?\.md5sums$/;
const line = /^([0-9a-f]{32}) [ *]\/?(.+)$/;
const feed = 0x0a;
const maxLine = 5000;
/** Lines kept of one package. */
const maxKept = 100_000;

/** Whether the file at `path` holds a package's digests and nothing else of use. */
export function isDpkgSums(path: string): boolean {
  return path.endsWith(".md5sums") && sumsFile.test(path);
}

/** The package whose digests stand at `path`; null where it is another file. */
export function packageOfSums(path: string): string | null {
  return sumsFile.exec(path)?.[1] ?? null;
}

/** Of such a file the lines that are compared, one after the other; `?` at the end says that others were not understood. */
export function keptSums(body: Buffer): Buffer {
  const kept: string[] = [];
  let isWhole = true;
  for (let from = 0; from < body.length; ) {
    const at = body.indexOf(feed, from);
    const end = at < 0 ? body.length : at;
    const parsed = end - from > maxLine ? null : parseSum(body.toString("utf8", from, end));
    if (parsed === null || kept.length === maxKept) isWhole = false;
    else if (isInSystemFolder(parsed.path)) kept.push(`${parsed.md5}  ${parsed.path.slice(1)}\n`);
    if (kept.length === maxKept && !isWhole) break;
    from = end + 1;
  }
  return Buffer.from(`${kept.join("")}${isWhole ? "" : "?\n"}`);
}

/** One line; null where it is none. The path is absolute and has no parts that lead elsewhere. */
export function parseSum(text: string): { readonly md5: string; readonly path: string } | null {
  const [, md5, path] = line.exec(text) ?? [];
  if (md5 === undefined || path === undefined || /(?:^|\/)\.{0,2}(?:\/|$)/.test(path)) return null;
  return { md5, path: `/${path}` };
}
