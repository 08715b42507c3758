// The files of an rpm as its header lists them: three lists (names, folders, and for each name the number of its folder), in
// headers of rpm 3 and older one list of whole paths. Tags and flags: rpm, include/rpm/rpmtag.h and rpmfiles.h.
import type { Place } from "./header-places.ts";

const tags = {
  oldNames: 1027,
  states: 1029,
  flags: 1037,
  folderNumbers: 1116,
  names: 1117,
  folders: 1118,
} as const;
/** What `filesOfHeader` asks for. */
export const fileTags: ReadonlySet<number> = new Set(Object.values(tags));

const char = 1;
const int32 = 4;
const stringArray = 8;
/** As many files as a header can have lists of: a package of a million files would be larger than any real database. */
const maxFiles = 1_000_000;
/** Not part of the package, only said to belong to it: whoever made the file, it was not the package. */
const ghost = 1 << 6;
/** The state of a file that was installed and not replaced by one of another package. */
const normal = 0;

/**
 * The paths of files that the package installed and that are still its own, null for each that is no path. Lists that do
 * not fit together are one null. Nothing is read outside the blob.
 */
export function* filesOfHeader(blob: Buffer, places: ReadonlyMap<number, Place>): Generator<string | null> {
  const names = places.get(tags.names) ?? places.get(tags.oldNames);
  if (names === undefined) return;
  const isOld = !places.has(tags.names);
  const folders = isOld ? [] : [...strings(blob, places.get(tags.folders))];
  const folderAt = isOld ? null : numbersAt(blob, places.get(tags.folderNumbers), int32, names.count);
  const flagsAt = numbersAt(blob, places.get(tags.flags), int32, names.count);
  const stateAt = numbersAt(blob, places.get(tags.states), char, names.count);
  if (folderAt === undefined || flagsAt === undefined || stateAt === undefined) {
    yield null;
    return;
  }
  let at = 0;
  for (const name of strings(blob, names)) {
    const isOwn = ((flagsAt?.(at) ?? 0) & ghost) === 0 && (stateAt?.(at) ?? normal) === normal;
    if (isOwn) yield isOld ? absolute(name) : joined(folders[folderAt?.(at) ?? -1], name);
    at++;
  }
  if (at !== names.count) yield null;
}

function joined(folder: string | null | undefined, name: string | null): string | null {
  if (folder === undefined || folder === null || name === null || name === "" || name.includes("/")) return null;
  return absolute(folder.endsWith("/") ? folder + name : null);
}

function absolute(path: string | null): string | null {
  return path?.startsWith("/") === true ? path : null;
}

/** The strings of a list, as many as it says to have and as lie in the blob; null for one that is longer than any path. */
function* strings(blob: Buffer, place: Place | undefined): Generator<string | null> {
  if (place === undefined || place.type !== stringArray) return;
  let from = place.at;
  for (let left = Math.min(place.count, maxFiles); left > 0 && from < blob.length; left--) {
    const end = blob.indexOf(0, from);
    if (end < 0) return;
    yield end - from > 5000 ? null : blob.toString("utf8", from, end);
    from = end + 1;
  }
}

/** A list of numbers by position; null when the header has none, undefined when it has one that is not for `count` files. */
function numbersAt(
  blob: Buffer,
  place: Place | undefined,
  type: typeof char | typeof int32,
  count: number,
): ((index: number) => number) | null | undefined {
  if (place === undefined) return null;
  const width = type === char ? 1 : 4;
  if (place.type !== type || place.count !== count || place.at + width * count > blob.length) return undefined;
  return (index) => (width === 1 ? blob.readUInt8(place.at + index) : blob.readUInt32BE(place.at + 4 * index));
}
