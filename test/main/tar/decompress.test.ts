// Decompression told by the first bytes; cut, corrupt and followed-by-something streams are errors, bombs cost no memory.
import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, it, vi } from "vitest";
import { BrokenStream } from "../../../main/tar/broken-stream.ts";
import { compressionOf, decompress } from "../../../main/tar/decompress.ts";
import { compress } from "../../support/compress.ts";
import { inPieces } from "../../support/raw-tar.ts";

/** Half noise, half text, larger than all inner buffers. */
const sample = Buffer.concat([randomBytes(400_000), Buffer.alloc(600_000, "plimsoll ")]);

async function whole(bytes: Uint8Array, ...sizes: number[]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of decompress(inPieces(bytes, ...sizes))) pieces.push(Uint8Array.from(piece));
  return Buffer.concat(pieces);
}

/** A frame of RLE blocks: `count` blocks of 128 KiB of one byte, four bytes each. RFC 8878, section 3.1.1. */
function zstdBomb(count: number): Buffer {
  const header = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x38]);
  const block = (last: boolean) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUIntLE((131_072 << 3) | (1 << 1) | (last ? 1 : 0), 0, 3);
    return bytes;
  };
  return Buffer.concat([header, ...Array.from({ length: count }, (_, at) => block(at === count - 1))]);
}

const skippable = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]);

describe("decompress", () => {
  it.each([
    ["plain", sample],
    ["gzip", gzipSync(sample)],
    ["gzip of several members", Buffer.concat([gzipSync(sample.subarray(0, 1000)), gzipSync(sample.subarray(1000))])],
    ["zstd", Buffer.from(compress(sample, "zstd"))],
    [
      "zstd of several frames",
      Buffer.concat([compress(sample.subarray(0, 1000), "zstd"), compress(sample.subarray(1000), "zstd")]),
    ],
    ["zstd with skippable frames", Buffer.concat([skippable, compress(sample, "zstd"), skippable])],
  ])("gives back %s, whatever the pieces", async (_, bytes) => {
    for (const sizes of [[], [1, 2, 3, 70_000], [131_072], [65_537, 1]]) {
      expect((await whole(bytes, ...sizes)).equals(sample), `pieces of ${sizes}`).toBe(true);
    }
  });

  it("gives back short and empty input as it is", async () => {
    expect(await whole(Buffer.from("ab"))).toEqual(Buffer.from("ab"));
    expect(await whole(Buffer.alloc(0))).toHaveLength(0);
    expect(await whole(gzipSync(""))).toHaveLength(0);
  });

  it.each([
    ["gzip", gzipSync(sample)],
    ["zstd", Buffer.from(compress(sample, "zstd"))],
  ])("says so when %s is cut or followed by something", async (form, bytes) => {
    for (const length of [12, 1000, bytes.length - 1]) {
      const cut = bytes.subarray(0, length);
      await expect(whole(cut), `${length} bytes`).rejects.toThrow(BrokenStream);
    }
    for (const tail of [Buffer.alloc(1), Buffer.alloc(4096), Buffer.from("tail"), sample]) {
      await expect(whole(Buffer.concat([bytes, tail])), `${form} and a tail`).rejects.toThrow(BrokenStream);
      await expect(whole(Buffer.concat([bytes, tail]), bytes.length), "a tail of its own piece").rejects.toThrow(
        BrokenStream,
      );
    }
  });

  it("says so when gzip is corrupt", async () => {
    const bytes = gzipSync(sample);
    for (const at of [20, 1000, bytes.length - 6]) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 0x55;
      await expect(whole(flipped)).rejects.toThrow(/gzip data broken/);
    }
  });

  it("refuses zstd with a window over 128 MiB, an unknown block and a reserved bit", async () => {
    const wide = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x90, 1, 0, 0]);
    await expect(whole(wide)).rejects.toThrow(/window over 128 MiB/);
    await expect(whole(Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x38, 7, 0, 0]))).rejects.toThrow(BrokenStream);
    await expect(whole(Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x08, 0x38, 1, 0, 0]))).rejects.toThrow(BrokenStream);
  });

  it("passes an error of the input on as it is", async () => {
    for (const bytes of [gzipSync(sample), Buffer.from(compress(sample, "zstd")), sample]) {
      const failing = async function* () {
        yield bytes.subarray(0, 5000);
        throw new RangeError("the source broke");
      };
      const reading = (async () => {
        for await (const _ of decompress(failing()));
      })();
      await expect(reading).rejects.toThrow(new RangeError("the source broke"));
    }
  });

  it("lets a bomb through piece by piece and closes the input when it is left", async () => {
    const member = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    for (const bomb of [zstdBomb(400_000), Buffer.concat(Array.from({ length: 20 }, () => member))]) {
      let asked = 0;
      let closed = false;
      const input = async function* () {
        try {
          for await (const piece of inPieces(bomb, 4096)) {
            asked++;
            yield piece;
          }
        } finally {
          closed = true;
        }
      };
      let size = 0;
      let largest = 0;
      for await (const piece of decompress(input())) {
        size += piece.length;
        largest = Math.max(largest, piece.length);
        if (size > 8 * 1024 * 1024) break;
      }
      expect(largest).toBeLessThanOrEqual(256 * 1024);
      expect(asked).toBeLessThan(bomb.length / 4096);
      await vi.waitFor(() => expect(closed).toBe(true));
    }
  });

  it("decodes several zstd streams side by side", async () => {
    const parts = [0, 1, 2, 3].map((at) => sample.subarray(at * 200_000, at * 200_000 + 200_000));
    const found = await Promise.all(parts.map((part) => whole(compress(part, "zstd"), 1000)));
    expect(found.map((bytes, at) => bytes.equals(parts[at] ?? Buffer.alloc(0)))).toEqual([true, true, true, true]);
  });

  it("tells the form by the first bytes alone", () => {
    expect(compressionOf(Buffer.from([0x1f, 0x8b, 8, 0]))).toBe("gzip");
    expect(compressionOf(Buffer.from([0x5f, 0x2a, 0x4d, 0x18]))).toBe("zstd");
    expect(compressionOf(Buffer.from("BZh9"))).toBe("none");
  });
});
