// The three forms of rpm's database, whole, cut anywhere, and hostile.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseApk } from "../../../../../main/inspect/packages/apk.ts";
import type { PackageDatabase } from "../../../../../main/inspect/packages/package-database.ts";
import { parseRpm } from "../../../../../main/inspect/packages/rpm/parse-rpm.ts";
import { berkeleyFile } from "../../../../support/berkeley-file.ts";
import {
  keptApk,
  keptApkPackages,
  keptBerkeley,
  keptNdb,
  keptRpmPackages,
} from "../../../../support/kept-databases.ts";
import { ndbFile } from "../../../../support/ndb-file.ts";
import { headerBlob, somePackages } from "../../../../support/rpm-fixtures.ts";
import { sqliteFile } from "../../../../support/sqlite-file.ts";

const { blobs, packages } = somePackages(40);
const forms: readonly (readonly [string, Buffer])[] = [
  ["sqlite", sqliteFile(blobs)],
  ["ndb", ndbFile(blobs)],
  ["ndb with two pages of slots, most of them free", ndbFile(blobs, 300)],
  ["Berkeley DB, little-endian", berkeleyFile(blobs)],
  ["Berkeley DB, big-endian", berkeleyFile(blobs, { bigEndian: true })],
  ["Berkeley DB, small pages and many buckets", berkeleyFile(blobs, { pageSize: 512, buckets: 16 })],
];
const path = "/var/lib/rpm/any";
const namesOf = (database: PackageDatabase) => database.packages.map(({ name }) => name);
const byName = (database: PackageDatabase) => [...database.packages].sort((a, b) => (a.name < b.name ? -1 : 1));
const copyOf = (file: Buffer, change: (copy: Buffer) => void): Buffer => {
  const copy = Buffer.from(file);
  change(copy);
  return copy;
};

describe("parseRpm", () => {
  it.each(forms)("reads every package of %s", (_, file) => {
    const database = parseRpm(file, path);
    expect(byName(database)).toEqual(byName({ ...database, packages }));
    expect(database).toMatchObject({ type: "rpm", malformed: 0, cut: false });
    expect(database.incomplete).toBeUndefined();
  });

  it.each([
    ["ndb", keptNdb],
    ["Berkeley DB", keptBerkeley],
  ])("reads the %s file that was laid out by hand", (_, file) => {
    const database = parseRpm(file, path);
    expect(byName(database)).toEqual(keptRpmPackages);
    expect(database).toMatchObject({ malformed: 0, cut: false });
    expect(database.incomplete).toBeUndefined();
  });

  it("reads an apk database that was laid out by hand", () => {
    expect(parseApk(keptApk)).toEqual({ type: "apk", packages: keptApkPackages, malformed: 0, cut: false });
  });

  it.each([
    ["sqlite", sqliteFile([])],
    ["ndb", ndbFile([])],
    ["Berkeley DB", berkeleyFile([])],
    ["nothing at all", Buffer.alloc(0)],
  ])("finds %s without a package empty and whole", (_, file) => {
    expect(parseRpm(file, path)).toEqual({ type: "rpm", packages: [], malformed: 0, cut: false });
  });

  it.each(forms)("says of %s cut anywhere that it is cut", (_, file) => {
    for (let sixteenth = 1; sixteenth < 16; sixteenth++) {
      const database = parseRpm(file.subarray(0, Math.floor((file.length * sixteenth) / 16)), path);
      expect(database.incomplete === true || database.malformed > 0, `cut at ${sixteenth}/16`).toBe(true);
      expect(packages.map(({ name }) => name)).toEqual(expect.arrayContaining(namesOf(database)));
    }
  });

  it.each([
    ["sqlite", sqliteFile],
    ["ndb", ndbFile],
    ["Berkeley DB", berkeleyFile],
  ])("counts a header in %s that is no package and goes on", (_, write) => {
    const good = (name: string) => headerBlob({ name, version: "1", release: "1", arch: "noarch" });
    const database = parseRpm(write([good("a"), Buffer.alloc(9000, 1), good("b"), headerBlob({ name: "c" })]), path);
    expect(namesOf(database).sort()).toEqual(["a", "b"]);
    expect(database).toMatchObject({ malformed: 2 });
  });

  it.each([
    ["text", Buffer.from("a\tb\tc\n")],
    ["zeros", Buffer.alloc(5000)],
    ["a B-tree of Berkeley DB", copyOf(keptBerkeley, (copy) => copy.writeUInt32LE(0x053162, 12))],
  ])("takes %s for no database", (_, file) => {
    expect(parseRpm(file, path)).toMatchObject({ packages: [], malformed: 1 });
  });
});

/** Page of 4096 bytes whose number the word at `at` of a file is, replaced by another. */
const word = (file: Buffer, at: number, value: number, bigEndian = false) =>
  copyOf(file, (copy) => (bigEndian ? copy.writeUInt32BE(value, at) : copy.writeUInt32LE(value, at)));
const one = [headerBlob({ name: "a", version: "1", release: "1", filler: 20_000 })];
// Page 0 metadata, 1 and 2 buckets, 3 and more overflow.
const berkeley = berkeleyFile(one);
// Page 1 schema, 2 root, 3 leaf, 4 and more overflow.
const sqlite = sqliteFile(one);
const ndb = ndbFile(one);

describe("a hostile database", () => {
  it.each([
    ["overflow pages in a circle", word(berkeley, 4 * 4096 + 16, 3)],
    ["an overflow page outside", word(berkeley, 3 * 4096 + 16, 0xffffffff)],
    ["an overflow page that is a bucket", word(berkeley, 3 * 4096 + 16, 1)],
    ["a bucket that follows itself", word(berkeley, 4096 + 16, 1)],
    ["four thousand million buckets", word(berkeley, 72, 0xffffffff)],
    ["a page that says to be another", word(berkeley, 2 * 4096 + 8, 9)],
    ["more pages than there are", word(berkeley, 32, 0xffffff)],
    ["pages of 4 GiB", word(berkeley, 20, 0xffffffff)],
    ["pages of no bytes", word(berkeley, 20, 0)],
    ["pages of a number that is no power of two", word(berkeley, 20, 1000)],
    ["encryption", copyOf(berkeley, (copy) => copy.writeUInt8(1, 24))],
    [
      "a value said to have 100 MB",
      copyOf(berkeley, (copy) => {
        // Key of 5 bytes, then the reference of 12: page at 4, length at 8.
        copy.writeUInt32LE(100_000_000, 3 * 4096 - 5 - 12 + 8);
      }),
    ],
    ["items that overlap", copyOf(berkeley, (copy) => copy.writeUInt16LE(4095, 2 * 4096 + 28))],
    ["more items than fit", copyOf(berkeley, (copy) => copy.writeUInt16LE(65534, 2 * 4096 + 20))],
  ])("of Berkeley DB with %s is damaged", (_, file) => {
    expect(parseRpm(file, path)).toMatchObject({ packages: expect.any(Array), incomplete: true });
  });

  it.each([
    ["overflow pages in a circle", word(sqlite, 4 * 4096, 4, true)],
    ["an overflow page outside", word(sqlite, 3 * 4096, 0xffffffff, true)],
    ["an overflow page that is the schema", word(sqlite, 3 * 4096, 1, true)],
    ["a tree that leads to its own root", word(sqlite, 4096 + 8, 2, true)],
    ["a tree that leads outside", word(sqlite, 4096 + 8, 0x7fffffff, true)],
    ["a tree that leads to page 0", word(sqlite, 4096 + 8, 0, true)],
    ["a page of another kind", copyOf(sqlite, (copy) => copy.writeUInt8(10, 2 * 4096))],
    ["more cells than fit", copyOf(sqlite, (copy) => copy.writeUInt16BE(65535, 2 * 4096 + 3))],
    ["a cell behind the page", copyOf(sqlite, (copy) => copy.writeUInt16BE(65535, 2 * 4096 + 8))],
    ["more pages than there are", word(sqlite, 28, 0xffffff, true)],
    ["pages of 1 byte", copyOf(sqlite, (copy) => copy.writeUInt16BE(3, 16))],
    ["no table of packages", copyOf(sqlite, (copy) => copy.write("Backages", copy.indexOf("Packages")))],
    ["a view instead of the table", copyOf(sqlite, (copy) => copy.write("views", copy.indexOf("table")))],
  ])("of SQLite with %s is damaged", (_, file) => {
    expect(parseRpm(file, path)).toMatchObject({ packages: expect.any(Array), incomplete: true });
  });

  it.each([
    ["a million pages of slots", word(ndb, 12, 1_000_000)],
    ["no pages of slots", word(ndb, 12, 0)],
    ["another version", word(ndb, 4, 1)],
    ["a slot that is none", word(ndb, 32, 0)],
    ["a blob outside", word(ndb, 40, 0xfffffff)],
    ["a blob in the slots", word(ndb, 40, 1)],
    ["a blob of another package", word(ndb, 36, 7)],
    ["a blob of 4 GiB", word(ndb, 4096 + 12, 0xffffffff)],
    ["another number of blocks", word(ndb, 44, 3)],
  ])("of ndb with %s is damaged", (_, file) => {
    expect(parseRpm(file, path)).toMatchObject({ packages: [], incomplete: true });
  });

  it("may not name the same blob over and over", () => {
    const file = ndbFile(one, 254 * 40);
    const slots = file.readUInt32LE(12) * 4096;
    const last = file.indexOf(Buffer.from("536c6f7401000000", "hex"));
    for (let slot = 32; slot < slots; slot += 16) file.copy(file, slot, last, last + 16);
    const database = parseRpm(file, path);
    expect(database.incomplete).toBe(true);
    expect(database.packages.length).toBeLessThan(40);
  });

  it("may not let the cells of a page lie upon each other", () => {
    const file = sqliteFile([headerBlob({ name: "a", version: "1", release: "1", filler: 3000 })]);
    const leaf = 2 * 4096;
    const cell = file.readUInt16BE(leaf + 8);
    for (let at = 0; at < 400; at++) file.writeUInt16BE(cell, leaf + 8 + 2 * at);
    file.writeUInt16BE(400, leaf + 3);
    const database = parseRpm(file, path);
    expect(database.incomplete).toBe(true);
    expect(database.packages.length).toBeLessThan(10);
  });

  it("of any bytes and with any bytes changed ends with an answer", () => {
    const starts = [Buffer.alloc(0), keptNdb, keptBerkeley, berkeley, sqlite, ...forms.map(([, file]) => file)];
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.uint8Array({ maxLength: 64 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 }),
        (start, behind, changes) => {
          const file = Buffer.concat([start, behind]);
          // Half of the changes go where lengths and pointers are: the first page and the beginnings of pages.
          for (const [at, value] of changes) {
            const place = at % 2 === 0 ? at % file.length : (Math.floor(at / 64) * 512 + (at % 64)) % file.length;
            if (file.length > 0) file[place] = value;
          }
          const { packages: found, malformed } = parseRpm(file, path);
          expect(found.length).toBeLessThanOrEqual(4 * blobs.length);
          expect(malformed).toBeGreaterThanOrEqual(0);
          for (const { name, version } of found) expect(name.length * version.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 2000, seed: 4 },
    );
  });
});
