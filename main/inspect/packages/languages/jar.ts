// Java archives: which packages lie in a jar, war or ear, and in the jars that it carries (Spring Boot's `BOOT-INF/lib`, a
// war's `WEB-INF/lib`, an ear's modules). Only the few entries that name packages are unpacked, each with a bound.
import type { InstalledPackage, PackageDatabase } from "../package-database.ts";
import { manifestPackage, pomPackage } from "./jar-names.ts";
import { databaseOf } from "./manifest-value.ts";
import { readZipDirectory, readZipEntry, type ZipEntry } from "./zip-directory.ts";

const mebibyte = 1024 * 1024;
/** Manifests of signed archives list every class. */
const maxText = 4 * mebibyte;
/** Archives in an archive, and levels: a jar in a war in an ear. */
const maxArchives = 5000;
const maxDepth = 2;

const pomProperties = /^META-INF\/maven\/[^/]+\/[^/]+\/pom\.properties$/;
const carried = /^(?:(?:BOOT-INF|WEB-INF|APP-INF)\/lib\/(?:[^/]+\/)*[^/]+\.jar|lib\/[^/]+\.jar|[^/]+\.[jw]ar)$/;

/** What may still be unpacked: real archives inflate to little more than their size, bombs to a thousand times of it. */
interface Budget {
  bytes: number;
  archives: number;
}

/**
 * The packages of the archive at `path`. Malformed counts archives that are broken or nowhere say their version, and
 * carried ones that cannot be unpacked; cut says that bounds were met.
 */
export function parseJar(body: Buffer, path: string): PackageDatabase {
  const found: (InstalledPackage | null)[] = [];
  const budget: Budget = { bytes: 2 * body.length + 8 * mebibyte, archives: maxArchives };
  const cut = readArchive(body, path, 0, budget, found);
  return databaseOf("maven", found, cut);
}

/** Adds the archive's packages to `found`; true when a bound was met. */
function readArchive(
  zip: Buffer,
  path: string,
  depth: number,
  budget: Budget,
  found: (InstalledPackage | null)[],
): boolean {
  const directory = readZipDirectory(
    zip,
    (name) => name === "META-INF/MANIFEST.MF" || pomProperties.test(name) || carried.test(name),
  );
  if (directory === null) {
    found.push(null);
    return false;
  }
  let { cut } = directory;
  const unpack = (entry: ZipEntry, limit: number) => {
    // What lies in the archive as it is costs nothing; everything else costs what it claims to be, and gets no more.
    const cost = entry.method === 0 ? 0 : entry.size;
    if (cost > budget.bytes) cut = true;
    if (cost > budget.bytes || cost > limit) return null;
    budget.bytes -= cost;
    return readZipEntry(zip, entry);
  };
  const poms: InstalledPackage[] = [];
  let manifest: string | null = null;
  for (const entry of directory.entries) {
    if (carried.test(entry.name)) {
      if (depth >= maxDepth || --budget.archives < 0) cut = true;
      else {
        const content = unpack(entry, Number.POSITIVE_INFINITY);
        if (content === null) found.push(null);
        else if (readArchive(content, entry.name, depth + 1, budget, found)) cut = true;
      }
      continue;
    }
    const text = unpack(entry, maxText)?.toString("utf8") ?? null;
    if (entry.name === "META-INF/MANIFEST.MF") manifest ??= text;
    else {
      const pom = text === null ? null : pomPackage(text);
      if (pom !== null) poms.push(pom);
    }
  }
  // Several poms: the archive holds the classes of others in its own ("shaded"), and each is there.
  if (poms.length > 0) found.push(...poms);
  else found.push(manifestPackage(manifest, path));
  return cut;
}
