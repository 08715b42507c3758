// The files of one Debian package. dpkg writes `info/NAME.list` or `info/NAME:ARCH.list` (dpkg(1), "FILES"): an absolute
// path a line, folders before what they hold. Distroless images have `status.d/NAME.md5sums` instead, in the form of
// md5sum(1): the sum, two blanks, a path without the leading slash; folders and links are not in it.
import type { PackageDatabase } from "../package-database.ts";
import { OwnedProgramsCollector } from "./owned-programs.ts";

const listFile = /\/dpkg\/(?:info\/([^/]+)\.list|status\.d\/([^/]+)\.md5sums)$/;
const feed = 0x0a;
const maxLine = 5000;

/** Whether the file at `path`, absolute inside the image, lists the files of a package. Asked for millions of files. */
export function isDpkgList(path: string): boolean {
  return (path.endsWith(".list") || path.endsWith(".md5sums")) && listFile.test(path);
}

/** What a list owns, as a database that names no package. `path` says which package it is and in which form it is written. */
export function parseDpkgList(body: Buffer, path: string): PackageDatabase {
  const [, listed, summed] = listFile.exec(path) ?? [];
  const [name = "", arch] = (listed ?? summed ?? "").split(":", 2);
  const collector = new OwnedProgramsCollector();
  const paths = summed === undefined ? withoutFolders(lines(body)) : summedPaths(lines(body));
  for (const each of paths) collector.see(each);
  collector.settle(arch === undefined ? { name } : { name, arch });
  return { type: "deb", packages: [], malformed: 0, cut: false, programs: collector.end() };
}

/** Whether a database is such a list. */
export function isListOfFiles(database: PackageDatabase): boolean {
  return database.type === "deb" && database.programs !== undefined;
}

/** Each line as a string of its own, so that none holds the whole text; null for one that is far too long. */
function* lines(body: Buffer): Generator<string | null> {
  for (let from = 0; from < body.length; ) {
    const at = body.indexOf(feed, from);
    const end = at < 0 ? body.length : at;
    if (end - from > maxLine) yield null;
    else if (end > from) yield body.toString("utf8", from, end);
    from = end + 1;
  }
}

/** A path that the next one lies below is a folder. */
function* withoutFolders(all: Iterable<string | null>): Generator<string | null> {
  let pending: string | null | undefined;
  for (const line of all) {
    if (pending !== undefined && !isBelow(line, pending)) yield asAbsolute(pending);
    pending = line;
  }
  if (pending !== undefined) yield asAbsolute(pending);
}

function isBelow(line: string | null, folder: string | null): boolean {
  return folder === "/." || (line !== null && folder !== null && line.startsWith(`${folder}/`));
}

/** dpkg lists nothing but absolute paths. */
function asAbsolute(line: string | null): string | null {
  return line?.startsWith("/") === true ? line : null;
}

function* summedPaths(all: Iterable<string | null>): Generator<string | null> {
  for (const line of all) {
    const path = /^[0-9a-f]{32} [ *](.+)$/.exec(line ?? "")?.[1];
    yield path === undefined || path.startsWith("/") ? null : `/${path}`;
  }
}
