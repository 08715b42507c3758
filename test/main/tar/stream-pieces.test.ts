// A stream's pieces come as they are, with back-pressure; a stream that closes early is an error.
import { PassThrough, Readable } from "node:stream";
import { describe, expect, it, vi } from "vitest";
import { streamPieces } from "../../../main/tar/stream-pieces.ts";

describe("streamPieces", () => {
  it("gives every piece without copying it", async () => {
    const pieces = Array.from({ length: 50 }, (_, at) => Buffer.alloc(10_000, at));
    const got: Buffer[] = [];
    for await (const piece of streamPieces(Readable.from(pieces, { objectMode: false }))) got.push(piece);
    expect(Buffer.concat(got).equals(Buffer.concat(pieces))).toBe(true);
    expect(got.every((piece) => pieces.some((own) => own.buffer === piece.buffer))).toBe(true);
  });

  it("asks for no more than it holds while nobody takes", async () => {
    let made = 0;
    const endless = new Readable({
      highWaterMark: 64 * 1024,
      read() {
        made++;
        this.push(Buffer.alloc(64 * 1024));
      },
    });
    const reading = streamPieces(endless);
    await reading.next();
    for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(made).toBeLessThan(40);
    const before = made;
    for (let piece = 0; piece < 60; piece++) await reading.next();
    expect(made).toBeGreaterThan(before);
    await reading.return(undefined);
    expect(endless.destroyed).toBe(true);
  });

  it("throws the stream's error, and one for a stream that closes before its end", async () => {
    const failing = new PassThrough();
    failing.write("a");
    const first = streamPieces(failing);
    expect((await first.next()).value).toEqual(Buffer.from("a"));
    failing.destroy(new RangeError("the line broke"));
    await expect(first.next()).rejects.toThrow("the line broke");

    const closing = new PassThrough();
    closing.write("b");
    const second = streamPieces(closing);
    await second.next();
    closing.destroy();
    await expect(second.next()).rejects.toThrow(/premature/i);
  });

  it("says nothing of an error that comes after it was left", async () => {
    const stream = new PassThrough();
    stream.write("a");
    const reading = streamPieces(stream);
    await reading.next();
    await reading.return(undefined);
    stream.emit("error", new Error("too late"));
    await vi.waitFor(() => expect(stream.destroyed).toBe(true));
  });
});
