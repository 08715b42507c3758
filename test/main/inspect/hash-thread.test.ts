// Hashing on another thread gives the digest that hashing here gives, for any pieces, also of several layers by turns.
import { createHash, randomBytes } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { type HashThread, hashThread } from "../../../main/inspect/hash-thread.ts";
import { hashHere, type LayerHash } from "../../../main/inspect/layer-hash.ts";

const mebibyte = 1024 * 1024;
const noise = randomBytes(9 * mebibyte + 17);
const expected = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

let threads: HashThread[] = [];
afterEach(async () => {
  for (const thread of threads) await thread.close();
  threads = [];
});
function newThread(): HashThread {
  const thread = hashThread();
  threads.push(thread);
  return thread;
}

async function feed(hash: LayerHash, bytes: Buffer, size: number): Promise<void> {
  // One buffer for all pieces, as a reader may use it again once a piece was taken.
  const piece = Buffer.alloc(size);
  for (let at = 0; at < bytes.length; at += size) {
    const length = bytes.copy(piece, 0, at, at + size);
    await hash.update(piece.subarray(0, length));
  }
}

describe("the hashing thread", () => {
  it.each([
    [0, 1],
    [1, 1],
    [100_000, 333],
    [2 * mebibyte - 1, 65_536],
    [2 * mebibyte, 65_536],
    [noise.length, 1_000_003],
    [noise.length, 3 * mebibyte],
    [noise.length, noise.length],
  ])("hashes %d bytes in pieces of %d", async (length, size) => {
    const bytes = noise.subarray(0, length);
    const hash = newThread().start();
    await feed(hash, bytes, size);
    expect(await hash.digest()).toBe(expected(bytes));
  });

  it.each([
    ["of a small layer", 1_000_000, 65_536],
    ["in pieces that do not fit the slots", noise.length, 700_001],
    ["in small pieces", noise.length, 4096],
    ["of which some are longer than a slot", noise.length, mebibyte],
  ])("gives the MD5 of bodies %s, as hashing here does", async (_, length, size) => {
    const bytes = noise.subarray(0, length);
    const ranges: { from: number; size: number }[] = [];
    for (let from = 100, each = 1; from + each < length; from += each + 37, each = (each * 7) % 2_500_013) {
      ranges.push({ from, size: each });
    }
    const md5 = ({ from, size: each }: { from: number; size: number }) =>
      createHash("md5")
        .update(bytes.subarray(from, from + each))
        .digest();
    const wanted = Buffer.concat(ranges.map(md5)).toString("hex");
    for (const hash of [newThread().start(), hashHere()]) {
      const waiting = [...ranges];
      for (let at = 0; at < length; at += size) {
        await hash.update(bytes.subarray(at, at + size));
        // As a reader does: a body is asked for when the piece that it begins in has been given.
        while ((waiting[0]?.from ?? Number.POSITIVE_INFINITY) < at + size) {
          const next = waiting.shift();
          if (next !== undefined) hash.body(next.from, next.size);
        }
      }
      expect(await hash.digest()).toBe(expected(bytes));
      expect(Buffer.from(hash.bodies()).toString("hex") === wanted).toBe(true);
    }
    expect(ranges.length).toBeGreaterThan(5);
  });

  it("hashes several layers side by side, and goes on when one is given up", async () => {
    const { start } = newThread();
    const parts = [0, 1, 2, 3].map((at) => noise.subarray(at * mebibyte, (at + 5) * mebibyte));
    const given = start();
    await feed(given, noise, 100_000);
    given.abandon();
    const hashes = await Promise.all(
      parts.map(async (part) => {
        const hash = start();
        await feed(hash, part, 77_777);
        return hash.digest();
      }),
    );
    expect(hashes).toEqual(parts.map(expected));
  });

  it("fails what is under way when it is closed, and starts anew afterwards", async () => {
    const thread = newThread();
    const hash = thread.start();
    await feed(hash, noise, mebibyte);
    await thread.close();
    await expect(Promise.resolve().then(() => hash.digest())).rejects.toThrow("the hashing thread has ended");
    const next = thread.start();
    await feed(next, noise, mebibyte);
    expect(await next.digest()).toBe(expected(noise));
  });
});
