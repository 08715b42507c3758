// Layers that no builder writes: what they try, as bytes, and how the reader answers.
import { type NewMember, writeTar } from "../../../main/tar/write-tar.ts";
import { endOfTar, octal, padded, paxHeader, rawHeader } from "../raw-tar.ts";
import { device, dir, fifo, file, symlink } from "../tar-entries.ts";

export interface HostileLayer {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  /** The cause of the failure of its image; null = the image is read, with what was left out among its limits. */
  readonly fails: RegExp | null;
  /** Reason of a limit that must be there. */
  readonly limit?: RegExp;
  /** Text that must not be in the facts. */
  readonly absent?: string;
}

/** A member whose name is written as it is. */
const named = (path: string, member: NewMember): NewMember => ({ ...member, path });
const passwd = "intruder:x:0:0::/:/bin/sh\n";

/** Folders that lie in each other through links: each link leads to the deepest folder so far, and the next begin there. */
function nested(depth: number): Uint8Array {
  const perLink = 2000;
  const members: NewMember[] = [];
  for (let made = 0; made < depth; made += perLink) {
    const number = made / perLink;
    const start = number === 0 ? "" : `l${number}/`;
    members.push(dir(`/${start}${"d/".repeat(perLink)}`));
    members.push(symlink(`/l${number + 1}`, `${start}${"d/".repeat(perLink - 1)}d`));
  }
  return writeTar(members);
}

const sparseOf = (name: string, size: number): Uint8Array =>
  Buffer.concat([
    rawHeader({
      name,
      flag: "S",
      magic: "ustar  \0",
      size: octal(0),
      at: { 386: octal(0), 398: octal(0), 483: base256(size) },
    }),
    endOfTar,
  ]);

/** GNU's form of numbers that octal has no room for. */
function base256(value: number): Buffer {
  const field = Buffer.alloc(12);
  field.writeBigUInt64BE(BigInt(value), 4);
  field[0] = 0x80;
  return field;
}

export const hostileLayers: readonly HostileLayer[] = [
  {
    name: "a name that climbs out",
    bytes: () => writeTar([named("../../../etc/passwd", file("x", passwd)), named("a/../../b", file("x", "y"))]),
    fails: null,
    limit: /2 entries lead out of the image/,
    absent: "intruder",
  },
  {
    name: "a hard link to a file of the host",
    bytes: () =>
      writeTar([named("etc/passwd", { ...file("x"), type: "hardlink", linkPath: "../../../../etc/passwd" })]),
    fails: null,
    limit: /1 entries lead out of the image/,
  },
  {
    name: "a symbolic link to a file of the host",
    bytes: () => writeTar([symlink("/etc/os-release", "../../../../../../../../proc/self/environ")]),
    fails: null,
  },
  {
    name: "a circle of links",
    bytes: () => writeTar([symlink("/etc/passwd", "group"), symlink("/etc/group", "passwd"), symlink("/l", "l")]),
    fails: null,
    limit: /leads through more than 40 symbolic links/,
  },
  {
    name: "links that name thousands of folders each",
    bytes: () => {
      const target = (next: string) => `/${"x/../".repeat(800)}${next}`;
      const chain = Array.from({ length: 39 }, (_, at) => symlink(`/l${at}`, target(`l${at + 1}`)));
      return writeTar([dir("/x"), ...chain, symlink("/etc/passwd", target("l0"))]);
    },
    fails: null,
    limit: /leads through more than 40 symbolic links/,
  },
  {
    name: "devices and a pipe in the place of files",
    bytes: () =>
      writeTar([
        device("/etc/passwd", "character", 1, 5),
        device("/etc/group", "block", 8, 0),
        fifo("/etc/os-release"),
      ]),
    fails: null,
    limit: /is not a regular file \(fifo\)/,
  },
  {
    name: "100,000 folders in each other",
    bytes: () => nested(100_000),
    fails: null,
    limit: /deeper than Linux takes/,
  },
  {
    name: "a sparse file of 40 GB without a byte",
    bytes: () => sparseOf("etc/passwd", 40e9),
    fails: null,
    limit: /sparse file/,
  },
  {
    name: "a size that is more than there is",
    bytes: () => Buffer.concat([rawHeader({ name: "a", size: octal(4096) }), padded("short"), endOfTar]),
    fails: /cut short at byte \d+, inside "a"/,
  },
  {
    name: "a size of 40 GB that is not there",
    bytes: () => Buffer.concat([rawHeader({ name: "etc/passwd", size: base256(40e9) }), padded("short")]),
    fails: /cut short at byte \d+/,
  },
  {
    name: "a negative size",
    bytes: () => Buffer.concat([rawHeader({ name: "a", size: Buffer.alloc(12, 0xff) }), endOfTar]),
    fails: /the size is no number/,
  },
  {
    name: "a size over 2^53",
    bytes: () =>
      Buffer.concat([rawHeader({ name: "a", size: Buffer.from("80ffffffffffffffffffffff", "hex") }), endOfTar]),
    fails: /the size is no number/,
  },
  {
    name: "a size in an extended header that is not the file's",
    bytes: () =>
      Buffer.concat([
        paxHeader({ size: "99999999999999" }),
        rawHeader({ name: "a", size: octal(1) }),
        padded("x"),
        endOfTar,
      ]),
    fails: /cut short/,
  },
  {
    name: "an extended header of 1 GB",
    bytes: () => Buffer.concat([rawHeader({ name: "x", flag: "x", size: octal(1 << 30) }), padded("x")]),
    fails: /an extended header of 1073741824 bytes is over the limit/,
  },
  {
    name: "a folder with a size",
    bytes: () =>
      Buffer.concat([rawHeader({ name: "d/", flag: "5", size: octal(1 << 30) }), rawHeader({ name: "f" }), endOfTar]),
    fails: null,
  },
  {
    name: "names that are no UTF-8",
    bytes: () =>
      Buffer.concat([
        rawHeader({ name: Buffer.from([0x65, 0x74, 0x63, 0x2f, 0xff, 0xfe]), mode: "0004755\0" }),
        paxHeader({ path: Buffer.from([0xed, 0xa0, 0x80]), linkpath: Buffer.from([0xc0, 0x80]) }),
        rawHeader({ flag: "2", link: "\u00ff" }),
        endOfTar,
      ]),
    fails: null,
  },
  {
    name: "names longer than Linux takes",
    bytes: () =>
      Buffer.concat([
        paxHeader({ path: "a/".repeat(3000) }),
        rawHeader({ flag: "5" }),
        paxHeader({ path: "n".repeat(300) }),
        rawHeader(),
        endOfTar,
      ]),
    fails: null,
    limit: /2 entries have names longer than Linux takes/,
  },
  { name: "bytes that are no tar", bytes: () => Buffer.alloc(4096, 0x41), fails: /checksum|is no number/ },
];
