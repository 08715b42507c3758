// A layer's facts as bytes: the way there and back loses nothing, is the same each time, and refuses every other bytes.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packDigests, unpackDigests } from "../../../main/inspect/layer/body-digests.ts";
import type { EntryTable } from "../../../main/inspect/layer/entry-table.ts";
import type { LayerFacts } from "../../../main/inspect/layer/layer-facts.ts";
import { PackReader, PackWriter } from "../../../main/inspect/layer/packing.ts";
import { decodeLayerFacts, encodeLayerFacts } from "../../../main/inspect/layer-facts-codec.ts";
import { storedFactCache } from "../../../main/inspect/stored-fact-cache.ts";
import { entryBody, entryHeader } from "../../../main/store/cache-entry.ts";
import { DiffId } from "../../../shared/model/digest.ts";
import { elfFile } from "../../support/elf-builder.ts";
import { device, dir, fifo, file, hardlink, image, opaque, symlink, whiteout } from "../../support/image-builder.ts";
import { layerOf } from "../../support/layer-of.ts";

// The form of a key around bytes that are none.
const fakeKey = [
  "-----BEGIN RSA PRIVATE KEY-----",
  ...Array.from({ length: 12 }, (_, at) =>
    Buffer.from(`no key, line ${at} of a test`.padEnd(48, ".")).toString("base64"),
  ),
  "-----END RSA PRIVATE KEY-----",
  "",
].join("\n");

const rich = () =>
  layerOf([
    dir("/", { mode: 0o711, uid: 3, gid: 4 }),
    file("/etc/os-release", 'ID=debian\nNAME="Grüße\u0000"\n'),
    file("/etc/passwd", "root:x:0:0:root:/root:/bin/sh\n"),
    file("/etc/passwd", "root:x:0:0:again:/root:/bin/sh\n"),
    file(
      "/var/lib/dpkg/status",
      "Package: a\nStatus: install ok installed\nVersion: 1\nSource: b (2)\nMaintainer: A <a@b>\n\nnonsense\n",
    ),
    file("/var/lib/dpkg/info/a:amd64.list", "/.\n/usr\n/usr/bin\n/usr/bin/a\nnonsense\n"),
    file("/lib/apk/db/installed", "P:a\nV:1\nF:usr/bin\nR:a\n\n"),
    file("/var/lib/dpkg/info/a.md5sums", `${"0".repeat(32)}  usr/bin/a\n`),
    file("/usr/bin/a", elfFile({ type: "executable" }), { mode: 0o755 }),
    file("/usr/lib/b.so.1", elfFile({ stack: "executable" })),
    file("/usr/lib/empty"),
    file("/root/key.pem", fakeKey, { mode: 0o4755, uid: 2_000_000_000, gid: 2_097_151 }),
    file("/caf\u00e9/\u{1f6a2}", "x"),
    symlink("/etc/link", "../usr/lib/where"),
    hardlink("/etc/hard", "/etc/passwd"),
    device("/dev/null", "character", 1, 3),
    device("/dev/sda", "block", 8, 0),
    fifo("/run/pipe"),
    whiteout("/gone"),
    opaque("/hidden"),
    file("/../outside", "x"),
  ]);

/** Everything that can be asked of the facts, as plain values. */
function plain({ entries, ...facts }: LayerFacts): unknown {
  return { ...facts, rows: Array.from({ length: entries.length }, (_, row) => rowOf(entries, row)) };
}
function rowOf(table: EntryTable, row: number): unknown[] {
  const [mode, uid, gid, size] = [table.mode(row), table.uid(row), table.gid(row), table.size(row)];
  return [table.path(row), table.name(row), table.folder(row), table.type(row), mode, uid, gid, size, table.link(row)];
}

describe("layer facts as bytes", () => {
  it("come back as they were, and are the same bytes each time", async () => {
    const facts = await rich();
    expect(facts.secrets).toHaveLength(1);
    expect([...facts.databases.values()].map(({ programs }) => programs?.owners.length)).toEqual([undefined, 1, 1]);
    expect(facts.skipped).toHaveLength(1);
    expect([...facts.elf.values()]).toEqual([2, 1]);
    expect(facts.digests.rows).toHaveLength(3);
    const bytes = encodeLayerFacts(facts);
    const back = decodeLayerFacts(bytes, facts.diffId);
    expect(plain(back)).toEqual(plain(facts));
    expect(encodeLayerFacts(back)).toEqual(bytes);
    expect(encodeLayerFacts(await rich())).toEqual(bytes);
  });

  it("of a layer without anything, and of one with sparse and unsearched files", async () => {
    const none = await layerOf([]);
    expect(plain(decodeLayerFacts(encodeLayerFacts(none), none.diffId))).toEqual(plain(none));
    const facts = { ...(await rich()), sparse: new Set([1, 5]), unsearched: { count: 3, example: "/big" } };
    expect(plain(decodeLayerFacts(encodeLayerFacts(facts), facts.diffId))).toEqual(plain(facts));
  });

  it("of every layer of an image with many files", async () => {
    const files = Array.from({ length: 3000 }, (_, at) =>
      file(`/usr/share/doc/p${at % 70}/f${at}`, "x".repeat(at % 9)),
    );
    const built = image()
      .layer(...files)
      .layer(whiteout("/usr/share/doc/p1/f1"), symlink("/a", "/b"));
    for (const tar of built.layers) {
      const facts = await layerOf(tar);
      expect(plain(decodeLayerFacts(encodeLayerFacts(facts), facts.diffId))).toEqual(plain(facts));
    }
  });

  it("hold no part of a secret and no password hash", async () => {
    const facts = await layerOf([
      file("/root/key.pem", fakeKey),
      file("/etc/shadow", "root:$6$saltsalt$hashhashhashhash:1::::::\nold:!$6$saltsalt$lockedhash:1::::::\n"),
      file("/etc/apt/apt.conf.d/proxy", 'Acquire::http::Proxy "http://ada:S3cr3tWord@proxy:3128";\n'),
      file(
        "/etc/yum.repos.d/own.repo",
        "[own]\npassword = S3cr3tWord\nbaseurl=https://ada:S3cr3tWord@repo/x\ngpgcheck=0\n",
      ),
    ]);
    const bytes = Buffer.from(encodeLayerFacts(facts)).toString("latin1");
    expect(bytes).toContain("gpgcheck=0");
    for (const part of ["hashhash", "lockedhash", "saltsalt", "S3cr3tWord", fakeKey.split("\n")[3] ?? "?"]) {
      expect(bytes).not.toContain(part);
    }
  });
});

it("refuses digests that are not those of rows in their order", () => {
  const pack = (rows: readonly number[], size: number) => {
    const writer = new PackWriter();
    packDigests({ rows: Uint32Array.from(rows), md5: new Uint8Array(size) }, writer);
    return new PackReader(writer.end());
  };
  expect(unpackDigests(pack([0, 3], 32), 4).rows).toHaveLength(2);
  for (const [rows, size] of [
    [[0, 4], 32],
    [[3, 0], 32],
    [[1, 1], 32],
    [[0], 32],
    [[0, 1], 31],
  ] as const) {
    expect(() => unpackDigests(pack(rows, size), 4)).toThrow(RangeError);
  }
});

describe("other bytes", () => {
  const small = () => layerOf([file("/etc/os-release", "ID=x\n"), symlink("/l", "t"), file("/k", fakeKey)]);

  it("are refused: those of another layer, cut, with more behind, or of another form", async () => {
    const facts = await small();
    const bytes = Buffer.from(encodeLayerFacts(facts));
    const other = DiffId.parse(`sha256:${"0".repeat(64)}`);
    expect(() => decodeLayerFacts(bytes, other)).toThrow("the facts of another layer");
    for (let length = 0; length < bytes.length; length += 7) {
      expect(() => decodeLayerFacts(bytes.subarray(0, length), facts.diffId)).toThrow();
    }
    expect(() => decodeLayerFacts(Buffer.concat([bytes, Buffer.alloc(8)]), facts.diffId)).toThrow();
    const writer = new PackWriter();
    writer.bytes(Buffer.from("plimsoll layer facts 0"));
    expect(() => decodeLayerFacts(writer.end(), facts.diffId)).toThrow("no layer facts of this form");
  });

  it("are seen by the entry's digest, whichever single byte changed", async () => {
    const facts = await small();
    const body = encodeLayerFacts(facts);
    const whole = Buffer.concat([entryHeader("k", body), body]);
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0x41;
      expect(entryBody("k", damaged), `byte ${at}`).toBeNull();
    }
  });

  it("that slip past the digest are an error or facts of sound shape, never a fault or a huge allocation", async () => {
    const facts = await small();
    const body = Buffer.from(encodeLayerFacts(facts));
    let refused = 0;
    for (let at = 0; at < body.length; at++) {
      const damaged = Buffer.from(body);
      damaged[at] = 0xff;
      try {
        plain(decodeLayerFacts(damaged, facts.diffId));
      } catch (error) {
        refused++;
        expect(error).toBeInstanceOf(Error);
        expect(error).not.toBeInstanceOf(TypeError);
      }
    }
    expect(refused).toBeGreaterThan(100);
  });

  it("at random are refused", async () => {
    const facts = await small();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(() => decodeLayerFacts(bytes, facts.diffId)).toThrow();
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});

describe("storedFactCache", () => {
  it("recomputes an entry that it does not understand, and keeps versions of the reader apart", async () => {
    const kept = new Map<string, Uint8Array>();
    const store = {
      get: async (key: string) => kept.get(key) ?? null,
      put: async (key: string, bytes: Uint8Array) => void kept.set(key, bytes),
      drop: async (key: string) => void kept.delete(key),
    };
    const cache = storedFactCache(store);
    const facts = await rich();
    await cache.put(facts, 7);
    const found = await cache.get(facts.diffId, 7);
    expect(found === null ? null : plain(found)).toEqual(plain(facts));
    expect(await cache.get(facts.diffId, 8)).toBeNull();
    const [key = ""] = kept.keys();
    expect(key).toMatch(/^layer-7-\d+-[0-9a-f]{64}$/);
    kept.set(key, Buffer.from("something else"));
    expect(await cache.get(facts.diffId, 7)).toBeNull();
    expect(kept.size).toBe(0);
  });
});
