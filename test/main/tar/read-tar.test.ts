// The tar reader against headers of every era, hostile ones, and cuts at any byte.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BrokenStream } from "../../../main/tar/broken-stream.ts";
import { readTar, type TarEntry } from "../../../main/tar/read-tar.ts";
import { writeTar } from "../../../main/tar/write-tar.ts";
import { endOfTar, inPieces, octal, padded, paxHeader, rawHeader } from "../../support/raw-tar.ts";
import { device, dir, fifo, file, hardlink, symlink } from "../../support/tar-entries.ts";

const never = new AbortController().signal;

async function entries(bytes: Uint8Array, ...sizes: number[]): Promise<(TarEntry & { body: string })[]> {
  const found: (TarEntry & { body: string })[] = [];
  for await (const { entry, body } of readTar(inPieces(bytes, ...sizes), never)) {
    const pieces: Uint8Array[] = [];
    for await (const piece of body) pieces.push(Uint8Array.from(piece));
    found.push({ ...entry, body: Buffer.concat(pieces).toString("latin1") });
  }
  return found;
}

async function only(...blocks: Uint8Array[]): Promise<TarEntry & { body: string }> {
  const [first, ...others] = await entries(Buffer.concat([...blocks, endOfTar]));
  expect(others).toEqual([]);
  if (first === undefined) throw new Error("no entry");
  return first;
}

describe("readTar", () => {
  it("reads every kind of entry with its attributes", async () => {
    const tar = writeTar([
      dir("/etc", { mode: 0o755 }),
      file("/etc/passwd", "root", { mode: 0o4755, uid: 7, gid: 8 }),
      symlink("/lib", "usr/lib"),
      hardlink("/etc/group", "/etc/passwd"),
      device("/dev/null", "character", 1, 3),
      device("/dev/sda", "block", 8, 0),
      fifo("/run/pipe"),
    ]);
    const found = await entries(tar);
    expect(found.map(({ path, type, mode, linkPath, body }) => [path, type, mode, linkPath, body])).toEqual([
      ["etc/", "directory", 0o755, "", ""],
      ["etc/passwd", "file", 0o4755, "", "root"],
      ["lib", "symlink", 0o777, "usr/lib", ""],
      ["etc/group", "hardlink", 0o644, "etc/passwd", ""],
      ["dev/null", "character", 0o600, "", ""],
      ["dev/sda", "block", 0o600, "", ""],
      ["run/pipe", "fifo", 0o644, "", ""],
    ]);
    expect(found[1]).toMatchObject({ uid: 7, gid: 8, size: 4 });
  });

  it("gives the same entries whatever the pieces the bytes come in", async () => {
    const tar = writeTar([
      file("/a", "x".repeat(1500)),
      dir("/b"),
      file(`/b/${"n".repeat(180)}`, "y".repeat(512)),
      file("/c"),
    ]);
    const whole = await entries(tar);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 1700 }), { minLength: 1, maxLength: 8 }), async (sizes) => {
        expect(await entries(tar, ...sizes)).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });

  it("passes over bodies that nobody reads or that are left half way", async () => {
    const tar = writeTar([file("/a", "x".repeat(3000)), file("/b", "y".repeat(3000)), file("/c", "z")]);
    const paths: string[] = [];
    for await (const { entry, body } of readTar(inPieces(tar, 700), never)) {
      paths.push(entry.path);
      if (entry.path === "b") for await (const _ of body) break;
    }
    expect(paths).toEqual(["a", "b", "c"]);
  });

  it("fails for a cut at any byte but a block border between entries, and says where", async () => {
    const tar = writeTar([file("/a", "x".repeat(600)), file(`/${"n".repeat(200)}`, "y"), symlink("/l", "a")]);
    const borders = new Set([0, 1536, 3584, 4096, 4608]);
    for (let cut = 0; cut < 4608; cut += 1 + (cut % 97)) {
      const reading = entries(tar.subarray(0, cut));
      if (borders.has(cut)) await expect(reading).resolves.toBeDefined();
      else await expect(reading, `cut at ${cut}`).rejects.toThrow(new RegExp(`^cut short at byte ${cut}, inside `));
    }
  });

  it.each([
    [
      "V7, a folder told by its slash",
      rawHeader({ name: "old/", flag: "\0", magic: "" }),
      { path: "old/", type: "directory" },
    ],
    ["V7, a file", rawHeader({ name: "old", flag: "\0", magic: "" }), { path: "old", type: "file" }],
    ["ustar with a prefix", rawHeader({ name: "name", prefix: "a/b" }), { path: "a/b/name" }],
    [
      "GNU, whose prefix field holds times",
      rawHeader({ name: "n", magic: "ustar  \0", prefix: "01234567" }),
      { path: "n" },
    ],
    ["a contiguous file", rawHeader({ flag: "7" }), { type: "file" }],
    ["a type nobody knows", rawHeader({ flag: "Z" }), { type: "other" }],
    [
      "an owner in base 256",
      rawHeader({ uid: Buffer.from([0x80, 0, 0, 0, 0xff, 0xff, 0xff, 0xfe]) }),
      { uid: 4294967294 },
    ],
    [
      "a size that a link only claims",
      rawHeader({ flag: "1", link: "x", size: octal(4096) }),
      { type: "hardlink", size: 0 },
    ],
    ["fields led and ended by blanks", rawHeader({ mode: "   644 \0" }), { mode: 0o644 }],
  ])("understands %s", async (_, block, expected) => {
    expect(await only(block)).toMatchObject(expected);
  });

  it("takes path, link, owner, size and attributes from pax records", async () => {
    const capability = Buffer.from([1, 0, 0, 2, 0, 0x20, 0, 0]);
    const records = {
      path: "long/ü",
      uid: "3000000000",
      gid: "5",
      size: "3",
      "SCHILY.xattr.security.capability": capability,
    };
    const entry = await only(paxHeader(records), rawHeader({ name: "short", size: octal(0) }), padded("abc"));
    expect(entry).toMatchObject({ path: "long/ü", uid: 3_000_000_000, gid: 5, size: 3, body: "abc" });
    expect(entry.xattrs?.get("security.capability")).toEqual(capability);
    const link = await only(paxHeader({ linkpath: "t".repeat(150) }), rawHeader({ flag: "2", link: "cut" }));
    expect(link.linkPath).toBe("t".repeat(150));
  });

  it("takes long names and links of GNU, and lets a global header change nothing", async () => {
    const long = `${"d/".repeat(90)}name`;
    const name = (flag: string, text: string) =>
      Buffer.concat([rawHeader({ name: "././@LongLink", flag, size: octal(text.length + 1) }), padded(`${text}\0`)]);
    const global = paxHeader({ comment: "abc", path: "wrong" });
    global[156] = "g".charCodeAt(0);
    global.write(
      `${(global.subarray(0, 512).reduce((a, b) => a + b, 0) - global.subarray(148, 156).reduce((a, b) => a + b, 0) + 256).toString(8).padStart(6, "0")}\0 `,
      148,
      "latin1",
    );
    const entry = await only(global, name("K", "t".repeat(120)), name("L", long), rawHeader({ name: "x", flag: "2" }));
    expect(entry).toMatchObject({ path: long, linkPath: "t".repeat(120), type: "symlink" });
  });

  it("knows the real size of sparse files and finds the entry behind them", async () => {
    const old = Buffer.concat([
      rawHeader({
        name: "gnu",
        flag: "S",
        magic: "ustar  \0",
        size: octal(512),
        at: { 386: octal(0) + octal(512), 482: "\x01", 483: octal(1e6) },
      }),
      Buffer.alloc(512),
      Buffer.alloc(512, "d"),
    ]);
    const pax = Buffer.concat([
      paxHeader({
        "GNU.sparse.major": "1",
        "GNU.sparse.minor": "0",
        "GNU.sparse.name": "pax",
        "GNU.sparse.realsize": "42949672960",
      }),
      rawHeader({ name: "GNUSparseFile.0/pax", size: octal(1024) }),
      Buffer.alloc(1024),
    ]);
    const found = await entries(Buffer.concat([old, pax, rawHeader({ name: "after" }), endOfTar]));
    expect(found.map(({ path, size, sparse }) => [path, size, sparse])).toEqual([
      ["gnu", 1_000_000, true],
      ["pax", 42_949_672_960, true],
      ["after", 0, undefined],
    ]);
  });

  it("keeps names apart that are no UTF-8", async () => {
    const names = [
      Buffer.from([0x61, 0xff]),
      Buffer.from([0x61, 0xfe]),
      Buffer.from("aü"),
      Buffer.from([0xc3]),
      Buffer.from([0xed, 0xa0, 0x80]),
    ];
    const found = await entries(Buffer.concat([...names.map((name) => rawHeader({ name })), endOfTar]));
    expect(found.map(({ path }) => path)).toEqual(["a\udcff", "a\udcfe", "aü", "\udcc3", "\udced\udca0\udc80"]);
  });

  it.each([
    ["a wrong checksum", rawHeader({ checksum: "000001\0 " }), /checksum does not match/],
    ["a size that is no number", rawHeader({ size: "12x45678901\0" }), /the size is no number/],
    ["a negative size", rawHeader({ size: Buffer.alloc(12, 0xff) }), /the size is no number/],
    [
      "a size over 2^53",
      rawHeader({ size: Buffer.from([0x80, 0, 0, 0, 0xff, 0, 0, 0, 0, 0, 0, 0]) }),
      /the size is no number/,
    ],
    ["text", Buffer.alloc(1024, "hello "), /checksum is no number/],
    ["a long name of 1 GB", rawHeader({ flag: "L", size: octal(2 ** 30) }), /over the limit/],
    [
      "a pax header that lies about lengths",
      Buffer.concat([rawHeader({ flag: "x", size: octal(9) }), padded("99 a=bcd\n")]),
      /malformed pax/,
    ],
    ["a pax name with a NUL", Buffer.concat([paxHeader({ path: "a\0b" }), rawHeader()]), /NUL/],
    [
      "an end behind an extended header",
      Buffer.concat([paxHeader({ path: "a" }), endOfTar]),
      /ends after an extended header/,
    ],
    [
      "an entry behind one zero block",
      Buffer.concat([rawHeader(), Buffer.alloc(512), rawHeader()]),
      /an entry after the end/,
    ],
    ["an extended header and nothing else", paxHeader({ path: "a" }), /cut short at byte 1024/],
  ])("refuses %s", async (_, bytes, message) => {
    await expect(entries(bytes)).rejects.toThrow(message);
    await expect(entries(bytes)).rejects.toBeInstanceOf(BrokenStream);
  });

  it("reads any bytes without any other error than its own", async () => {
    const good = writeTar([file("/a", "x".repeat(300)), symlink("/b", "a"), file(`/${"c".repeat(300)}`)]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
        async (changes) => {
          const bytes = Buffer.from(good);
          for (const [at, value] of changes) bytes[at] = value;
          const error = await entries(bytes).then(
            () => null,
            (reason: unknown) => reason,
          );
          if (error !== null) expect(error).toBeInstanceOf(BrokenStream);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("closes its input when it is left or cancelled", async () => {
    let closed = 0;
    const input = async function* () {
      try {
        for (;;) yield rawHeader();
      } finally {
        closed++;
      }
    };
    for await (const _ of readTar(input(), never)) break;
    expect(closed).toBe(1);
    const controller = new AbortController();
    const reading = (async () => {
      for await (const _ of readTar(input(), controller.signal)) controller.abort();
    })();
    await expect(reading).rejects.toThrow();
    expect(closed).toBe(2);
  });
});
