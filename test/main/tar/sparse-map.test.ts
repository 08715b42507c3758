// Sparse files laid out: each of the four forms, by hand and as GNU tar writes it, and maps that lie.
import { mkdir, mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BrokenStream } from "../../../main/tar/broken-stream.ts";
import { checkPieces, maxPieces, SparseBody, type SparseMap } from "../../../main/tar/sparse-map.ts";
import { TarDecoder } from "../../../main/tar/tar-decoder.ts";
import { gnuTar, noGnuTar } from "../../support/gnu-tar.ts";
import { endOfTar, inPieces, octal, padded, paxHeader, rawHeader } from "../../support/raw-tar.ts";

const absent = await noGnuTar();

/** Content of every file of a tar, fed in pieces of these sizes. */
async function contents(tar: Uint8Array, ...sizes: number[]): Promise<Map<string, Buffer>> {
  const decoder = new TarDecoder();
  const found = new Map<string, Buffer>();
  let name = "";
  let pieces: Buffer[] = [];
  let body: SparseBody | null = null;
  for await (const chunk of inPieces(tar, ...sizes)) {
    decoder.feed(Uint8Array.from(chunk));
    for (let step = decoder.next(); step !== null; step = decoder.next()) {
      if (step.kind === "entry") {
        const { path, size, sparseMap } = step.entry;
        name = path;
        pieces = [];
        body = sparseMap === undefined ? null : new SparseBody(sparseMap, size, path);
      } else if (step.kind === "body") {
        for (const piece of body?.push(step.bytes) ?? [step.bytes]) pieces.push(Buffer.from(piece));
      } else {
        for (const piece of body?.end() ?? []) pieces.push(Buffer.from(piece));
        found.set(name, Buffer.concat(pieces));
      }
    }
  }
  decoder.finish();
  return found;
}

const hole = (length: number) => Buffer.alloc(length);
const data = (letter: string, length: number) => Buffer.alloc(length, letter);
const laidOut = Buffer.concat([hole(1024), data("a", 512), hole(70_000), data("b", 700), hole(3000)]);
const stored = padded(Buffer.concat([data("a", 512), data("b", 700)]));
const pairs = [1024, 512, 71_536, 700];

/** GNU's old form with `all` pairs: four in the header, the rest in blocks behind it. */
function oldForm(all: readonly number[], size: number, body: Buffer, length: number): Buffer {
  const field = (numbers: readonly number[]) => numbers.map(octal).join("");
  const blocks: Buffer[] = [];
  for (let from = 8; from < all.length; from += 42) {
    const block = Buffer.alloc(512);
    block.write(field(all.slice(from, from + 42)), 0, "latin1");
    block[504] = from + 42 < all.length ? 1 : 0;
    blocks.push(block);
  }
  const extended = all.length > 8 ? "\x01" : "\0";
  const at = { 386: field(all.slice(0, 8)), 482: extended, 483: octal(size) };
  return Buffer.concat([
    rawHeader({ name: "f", flag: "S", magic: "ustar  \0", size: octal(length), at }),
    ...blocks,
    body,
  ]);
}

/** A pax header with records in this order, repeated keys among them. */
function records(list: readonly (readonly [string, string | number])[]): Buffer {
  const bodies = list.map(([key, value]) => {
    const header = paxHeader({ [key]: String(value) });
    const size = Number.parseInt(header.toString("latin1", 124, 135), 8);
    return header.subarray(512, 512 + size);
  });
  const body = Buffer.concat(bodies);
  return Buffer.concat([rawHeader({ name: "PaxHeaders/f", flag: "x", size: octal(body.length) }), padded(body)]);
}

const header = rawHeader({ name: "GNUSparseFile.0/f", size: octal(1212) });
const map10 = (numbers: readonly number[]) => padded(`${[numbers.length / 2, ...numbers].join("\n")}\n`);
const forms: Readonly<Record<string, Buffer>> = {
  "GNU's old form": oldForm(pairs, laidOut.length, stored, 1212),
  "pax 0.0": Buffer.concat([
    records([
      ["GNU.sparse.size", laidOut.length],
      ["GNU.sparse.numblocks", 2],
      ...pairs.map((number, each) => [each % 2 === 0 ? "GNU.sparse.offset" : "GNU.sparse.numbytes", number] as const),
      ["path", "f"],
    ]),
    header,
    stored,
  ]),
  "pax 0.1": Buffer.concat([
    records([
      ["GNU.sparse.size", laidOut.length],
      ["GNU.sparse.numblocks", 2],
      ["GNU.sparse.map", pairs.join(",")],
      ["GNU.sparse.name", "f"],
    ]),
    header,
    stored,
  ]),
  "pax 1.0": Buffer.concat([
    records([
      ["GNU.sparse.major", 1],
      ["GNU.sparse.minor", 0],
      ["GNU.sparse.name", "f"],
      ["GNU.sparse.realsize", laidOut.length],
    ]),
    rawHeader({ name: "GNUSparseFile.0/f", size: octal(512 + 1212) }),
    map10(pairs),
    stored,
  ]),
};

describe("a sparse file", () => {
  it.each(Object.entries(forms))(
    "in %s has its data in place and zeros between, however the bytes come",
    async (_, tar) => {
      const whole = Buffer.concat([tar, endOfTar]);
      for (const sizes of [[whole.length], [1], [512], [700, 3], [65_536]]) {
        const found = await contents(whole, ...sizes);
        expect([...found.keys()]).toEqual(["f"]);
        expect(found.get("f")?.equals(laidOut), `pieces of ${sizes}`).toBe(true);
      }
    },
  );

  it("in GNU's old form goes on in blocks behind its header", async () => {
    const many = Array.from({ length: 60 }, (_, each) => [each * 1024, 1]).flat();
    const tar = Buffer.concat([oldForm(many, 60 * 1024, padded("x".repeat(60)), 60), endOfTar]);
    const content = (await contents(tar)).get("f") ?? Buffer.alloc(0);
    expect(content.length).toBe(60 * 1024);
    expect([...content.keys()].filter((at) => content[at] !== 0)).toEqual(many.filter((_, each) => each % 2 === 0));
  });

  it("that is one hole, or none at all, is as long as it says", async () => {
    for (const [numbers, size, body] of [
      [[5000, 0], 5000, ""],
      [[0, 3], 3, "abc"],
    ] as const) {
      const content = (
        await contents(Buffer.concat([oldForm(numbers, size, padded(body), body.length), endOfTar]))
      ).get("f");
      expect(content?.toString("latin1")).toBe(body === "" ? "\0".repeat(5000) : body);
    }
  });

  it.for([
    "--format=gnu",
    "--format=oldgnu",
    "--format=pax --sparse-version=0.0",
    "--format=pax --sparse-version=0.1",
    "--format=pax --sparse-version=1.0",
  ])("as GNU tar writes it with %s is the file itself", async (options, { skip }) => {
    if (absent !== null) return skip(absent);
    const folder = await mkdtemp(join(tmpdir(), "plimsoll-sparse-"));
    try {
      await mkdir(join(folder, "in"));
      const file = await open(join(folder, "in", "f"), "w");
      for (let each = 0; each < 40; each++)
        await file.write(Buffer.alloc(4096, 65 + (each % 26)), 0, 4096, each * 65_536);
      await file.truncate(3_000_000);
      await file.close();
      await writeFile(join(folder, "in", "plain"), "after");
      const tar = await gnuTar(join(folder, "in"), "--sparse", ...options.split(" "));
      const found = await contents(tar, 65_536);
      const content = found.get("./f") ?? Buffer.alloc(0);
      expect(tar.length).toBeLessThan(1_000_000);
      expect(content.length).toBe(3_000_000);
      for (let each = 0; each < 40; each++) {
        expect(content.subarray(each * 65_536, each * 65_536 + 4096)).toEqual(Buffer.alloc(4096, 65 + (each % 26)));
        expect(content[each * 65_536 + 4096]).toBe(0);
      }
      expect(found.get("./plain")?.toString()).toBe("after");
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe("a sparse map that lies", () => {
  const give = (map: SparseMap, size: number, body: Buffer) => {
    const sparse = new SparseBody(map, size, "f");
    return [...sparse.push(body), ...sparse.end()].reduce((sum, piece) => sum + piece.length, 0);
  };

  it.each<readonly [string, SparseMap, Buffer, RegExp]>([
    [
      "goes back",
      [
        { offset: 10, length: 5 },
        { offset: 12, length: 1 },
      ],
      data("x", 6),
      /overlap or go back/,
    ],
    ["leaves the file", [{ offset: 99, length: 2 }], data("x", 2), /behind the end of the file at 100/],
    ["has more than is stored", [{ offset: 0, length: 9 }], data("x", 8), /fewer bytes than its map places/],
    ["names a piece of which nothing is stored", [{ offset: 0, length: 9 }], hole(0), /fewer bytes/],
    ["has less than is stored", [{ offset: 0, length: 9 }], data("x", 10), /more bytes than its map places/],
    [
      "has too many pieces",
      Array.from({ length: maxPieces + 1 }, () => ({ offset: 0, length: 0 })),
      hole(0),
      /more than 65536/,
    ],
    ["is no number", "in-body", padded("1\nx\n3\n"), /a number that is none/],
    ["claims too many pieces", "in-body", padded("99999999\n"), /more than 65536 pieces/],
    ["does not end", "in-body", Buffer.alloc(1024 * 1024, "1"), /a map that does not end/],
    ["ends before it is complete", "in-body", padded("1\n5\n"), /fewer bytes/],
  ])("and %s is refused", (_, map, body, message) => {
    expect(() => give(map, 100, body)).toThrow(message);
    expect(() => give(map, 100, body)).toThrow(BrokenStream);
  });

  it("about sizes beyond all numbers is refused", () => {
    expect(() => checkPieces([{ offset: 1, length: Number.MAX_SAFE_INTEGER }], 100, "f")).toThrow(/behind the end/);
  });

  it("with an offset that has no length is refused where it stands", async () => {
    const tar = Buffer.concat([records([["GNU.sparse.offset", 1]]), header, stored, endOfTar]);
    await expect(contents(tar)).rejects.toThrow(/an offset without a length/);
  });

  it("of more pieces than are kept leaves a file whose content is not read, and the next entry is found", async () => {
    const many = Array.from({ length: 2 * (maxPieces + 30) }, () => 0);
    const decoder = new TarDecoder();
    decoder.feed(Buffer.concat([oldForm(many, 100, hole(0), 0), rawHeader({ name: "after" }), endOfTar]));
    const found: unknown[] = [];
    for (let step = decoder.next(); step !== null; step = decoder.next()) {
      if (step.kind === "entry") found.push([step.entry.path, step.entry.sparse, step.entry.sparseMap]);
    }
    expect(found).toEqual([
      ["f", true, undefined],
      ["after", undefined, undefined],
    ]);
  });
});
