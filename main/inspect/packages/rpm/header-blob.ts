// One installed package as the tags of its rpm header say it (rpm, include/rpm/rpmtag.h).
import { type InstalledPackage, packageValue } from "../package-database.ts";
import { type Place, placesOf } from "./header-places.ts";
import { sourceOfRpm } from "./source-rpm.ts";

/** A value is no longer than what `packageValue` takes; the search for its end stops soon after that. */
const maxValueBytes = 1700;

const tags = {
  name: 1000,
  version: 1001,
  release: 1002,
  epoch: 1003,
  vendor: 1011,
  arch: 1022,
  sourceRpm: 1044,
} as const;
/** What `packageOfHeader` asks for. */
export const packageTags: ReadonlySet<number> = new Set(Object.values(tags));
const int32 = 4;
const string = 6;

/**
 * The package of a header blob, null when it is none or is not whole: like rpm, the two lengths at its beginning must
 * give exactly its size. The version is `[epoch:]version-release`, with the epoch as soon as the header has one, also 0.
 */
export function packageOfHeader(blob: Buffer, places = placesOf(blob, packageTags)): InstalledPackage | null {
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
  const maker = text(tags.vendor);
  const own = { name, version: full, arch, ...(maker === null ? {} : { maker }) };
  const source = sourceOfRpm(text(tags.sourceRpm));
  return source === null || (source.name === name && source.version === plain) ? own : { ...own, source };
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
