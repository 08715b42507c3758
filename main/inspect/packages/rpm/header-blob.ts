// One installed package as rpm keeps it: a header blob of tags. Format: rpm's "Package format" manual, section "Header
// structure" (here without the magic), and lib/header.c. All numbers are big-endian, whatever machine wrote them.
import { type InstalledPackage, packageValue } from "../package-database.ts";
import { sourceOfRpm } from "./source-rpm.ts";

const introSize = 8;
const entrySize = 16;
const maxEntries = 0xffff;
/** A value is no longer than what `packageValue` takes; the search for its end stops soon after that. */
const maxValueBytes = 1700;

const tags = { name: 1000, version: 1001, release: 1002, epoch: 1003, arch: 1022, sourceRpm: 1044 } as const;
const wanted: ReadonlySet<number> = new Set(Object.values(tags));
const int32 = 4;
const string = 6;

/** Where a tag's value lies, and of what type it says to be. */
interface Place {
  readonly type: number;
  readonly at: number;
  readonly count: number;
}

/**
 * The package of a header blob, null when it is none or is not whole: like rpm, the two lengths at its beginning must
 * give exactly its size. The version is `[epoch:]version-release`, with the epoch as soon as the header has one, also 0.
 */
export function packageOfHeader(blob: Buffer): InstalledPackage | null {
  const places = placesOf(blob);
  if (places === null) return null;
  const text = (tag: number) => packageValue(stringAt(blob, places.get(tag)));
  const name = text(tags.name);
  const version = text(tags.version);
  const release = text(tags.release);
  const epoch = epochAt(blob, places.get(tags.epoch));
  if (name === null || version === null || release === null || epoch === undefined) return null;
  // Imported signing keys are packages called `gpg-pubkey` that have neither architecture nor source.
  const arch = text(tags.arch) ?? "";
  const plain = `${version}-${release}`;
  const full = epoch === null ? plain : `${epoch}:${plain}`;
  const source = sourceOfRpm(text(tags.sourceRpm));
  return source === null || (source.name === name && source.version === plain)
    ? { name, version: full, arch }
    : { name, version: full, arch, source };
}

function placesOf(blob: Buffer): ReadonlyMap<number, Place> | null {
  if (blob.length < introSize) return null;
  const entries = blob.readUInt32BE(0);
  const data = introSize + entries * entrySize;
  if (entries === 0 || entries > maxEntries || data + blob.readUInt32BE(4) !== blob.length) return null;
  const places = new Map<number, Place>();
  for (let at = introSize; at < data; at += entrySize) {
    const tag = blob.readUInt32BE(at);
    // The last of a tag counts: what was added at installation replaces what the package brought.
    if (wanted.has(tag)) {
      const offset = blob.readUInt32BE(at + 8);
      places.set(tag, { type: blob.readUInt32BE(at + 4), at: data + offset, count: blob.readUInt32BE(at + 12) });
    }
  }
  return places;
}

function stringAt(blob: Buffer, place: Place | undefined): string | undefined {
  if (place === undefined || place.type !== string || place.count !== 1) return undefined;
  const bytes = blob.subarray(place.at, place.at + maxValueBytes);
  const end = bytes.indexOf(0);
  return end < 0 ? undefined : bytes.toString("utf8", 0, end);
}

/** null = the header has none; undefined = it has one that is no number. */
function epochAt(blob: Buffer, place: Place | undefined): number | null | undefined {
  if (place === undefined) return null;
  const fits = place.type === int32 && place.count === 1 && place.at + 4 <= blob.length;
  return fits ? blob.readUInt32BE(place.at) : undefined;
}
