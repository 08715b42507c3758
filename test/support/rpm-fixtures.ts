// rpm headers and the files around them, laid out by code, for tests of the readers. The readers are also held against files
// that rpm and Berkeley DB wrote themselves (test/engine/rpm.test.ts).
import type { InstalledPackage } from "../../main/inspect/packages/package-database.ts";

export interface RpmFields {
  readonly name?: string;
  readonly version?: string;
  readonly release?: string;
  readonly epoch?: number;
  readonly arch?: string;
  readonly sourceRpm?: string;
  /** Bytes of a tag that nobody asks for, as lists of files are, before the others. */
  readonly filler?: number;
}

const tagNumbers = { name: 1000, version: 1001, release: 1002, arch: 1022, sourceRpm: 1044 } as const;

export type Tag = readonly [tag: number, type: number, count: number, value: Uint8Array];

/** A header blob of these tags, in this order; numbers lie on their own alignment. */
export function headerOfTags(tags: readonly Tag[]): Buffer {
  const entries: Buffer[] = [];
  const values: Uint8Array[] = [];
  let offset = 0;
  for (const [tag, type, count, value] of tags) {
    const gap = type === 4 ? (4 - (offset % 4)) % 4 : 0;
    values.push(Buffer.alloc(gap), value);
    entries.push(bigEndian(tag, type, offset + gap, count));
    offset += gap + value.length;
  }
  return Buffer.concat([bigEndian(tags.length, offset), ...entries, ...values]);
}

export function headerBlob(fields: RpmFields): Buffer {
  const tags: Tag[] = [];
  if (fields.filler !== undefined) tags.push([999, 7, fields.filler, Buffer.alloc(fields.filler, 0x61)]);
  for (const key of ["name", "version", "release", "arch", "sourceRpm"] as const) {
    const value = fields[key];
    if (value !== undefined) tags.push(textTag(tagNumbers[key], value));
  }
  if (fields.epoch !== undefined) tags.push([1003, 4, 1, bigEndian(fields.epoch)]);
  return headerOfTags(tags);
}

export function textTag(tag: number, value: string): Tag {
  return [tag, 6, 1, Buffer.from(`${value}\0`)];
}

export function bigEndian(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [at, number] of numbers.entries()) bytes.writeUInt32BE(number, 4 * at);
  return bytes;
}

/** Headers of `count` packages of which some are large, with what a reader should make of them. */
export function somePackages(count: number): { readonly blobs: Buffer[]; readonly packages: InstalledPackage[] } {
  const blobs: Buffer[] = [];
  const packages: InstalledPackage[] = [];
  for (let at = 0; at < count; at++) {
    const name = `package-${at}`;
    const epoch = at % 3 === 0 ? { epoch: at % 2 } : {};
    const filler = at % 4 === 0 ? 3000 + 700 * at : 20;
    blobs.push(
      headerBlob({
        name,
        version: `1.${at}`,
        release: "2.el8",
        arch: "x86_64",
        sourceRpm: "src-1-2.src.rpm",
        filler,
        ...epoch,
      }),
    );
    const version = `${at % 3 === 0 ? `${at % 2}:` : ""}1.${at}-2.el8`;
    packages.push({ name, version, arch: "x86_64", source: { name: "src", version: "1-2" } });
  }
  return { blobs, packages };
}
