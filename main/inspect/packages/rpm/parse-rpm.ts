// The packages of an rpm database in any of its three forms, told by their first bytes as the file's name may be a link's.
// Own readers, because the kept library (`@snyk/rpm-parser` 3.4 with sql.js) never ends on an SQLite file whose `Packages`
// is an endless view, takes the size of a value from the file for an allocation of up to 4 GiB, passes over big-endian
// files, headers on a bucket's own page and packages of more than 4 GiB, and does not say when a part is missing.
import { OwnedProgramsCollector } from "../owned/owned-programs.ts";
import { type InstalledPackage, maxPackages, type PackageDatabase } from "../package-database.ts";
import { berkeleyBlobs, isBerkeleyHash } from "./berkeley-blobs.ts";
import { parseContainerManifest } from "./container-manifest.ts";
import { packageOfHeader, packageTags } from "./header-blob.ts";
import { filesOfHeader, fileTags } from "./header-files.ts";
import { placesOf } from "./header-places.ts";
import { ndbBlobs, ndbMagic } from "./ndb-blobs.ts";
import { sqliteBlobs } from "./sqlite-blobs.ts";
import { sqliteMagic } from "./sqlite-pages.ts";

const wantedTags: ReadonlySet<number> = new Set([...packageTags, ...fileTags]);

/** The installed packages of a database file or a manifest, `path` being the file's; what is not understood is counted. */
export function parseRpm(file: Buffer, path: string): PackageDatabase {
  const blobs = blobsOf(file);
  if (blobs !== null) return packagesOf(blobs, file.length);
  if (path.endsWith("/container-manifest-2")) return parseContainerManifest(file);
  // Nothing at all is what a database of SQLite is before the first package.
  return { type: "rpm", packages: [], malformed: file.length === 0 ? 0 : 1, cut: false };
}

function blobsOf(file: Buffer): Generator<Buffer | null> | null {
  if (file.subarray(0, sqliteMagic.length).equals(sqliteMagic)) return sqliteBlobs(file);
  if (file.length >= 4 && file.readUInt32LE(0) === ndbMagic) return ndbBlobs(file);
  return isBerkeleyHash(file) ? berkeleyBlobs(file) : null;
}

/**
 * Signing keys (`gpg-pubkey`) stay among the packages, as in `rpm -qa`. `size` bounds the work: blobs do not overlap, so
 * together they cannot be larger than the file they lie in.
 */
function packagesOf(blobs: Generator<Buffer | null>, size: number): PackageDatabase {
  const packages: InstalledPackage[] = [];
  let malformed = 0;
  let incomplete = false;
  let cut = false;
  let bytes = 0;
  const owned = new OwnedProgramsCollector();
  for (const blob of blobs) {
    bytes += blob?.length ?? 0;
    if (blob === null || bytes > size) incomplete = true;
    if (bytes > size) break;
    if (blob === null) continue;
    cut = packages.length === maxPackages;
    if (cut) break;
    const places = placesOf(blob, wantedTags);
    const parsed = packageOfHeader(blob, places);
    if (parsed === null || places === null) malformed++;
    else {
      packages.push(parsed);
      for (const path of filesOfHeader(blob, places)) {
        owned.see(path);
        if (owned.full) break;
      }
      const { name, version, arch } = parsed;
      owned.settle({ name, arch, version });
    }
  }
  return { type: "rpm", packages, malformed, cut, ...(incomplete ? { incomplete } : {}), ...owned.part() };
}
