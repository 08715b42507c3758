// The two finders against a search that tries every place: any bytes, any alignment in memory.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anchorTable } from "../../../../main/inspect/secrets/anchor-table.ts";
import { findAnchors, type MeetAnchor } from "../../../../main/inspect/secrets/find-anchors.ts";
import { findLongAnchors, longAnchors } from "../../../../main/inspect/secrets/find-long-anchors.ts";

const short = ["hf_", "AKIA", ".eyJ", "://", "-----BEGIN ", "key-", "tskey-", "aaa", "\u00ff\u00fe\u00fd"];
const long = ["-----BEGIN ", "PuTTY-User-Key-File-", "lorem ipsum dolor"];

type Find = (bytes: Buffer, from: number, to: number, meet: MeetAnchor) => void;

function met(find: Find, bytes: Buffer, from: number, to: number): string[] {
  const places: string[] = [];
  find(bytes, from, to, (literal, at) => {
    places.push(`${literal}@${at}`);
    return 0;
  });
  return places.sort();
}

function everyPlace(literals: readonly string[], bytes: Buffer, from: number, to: number): string[] {
  const text = bytes.toString("latin1");
  const places: string[] = [];
  for (let at = from; at < to; at++) {
    literals.forEach((literal, index) => {
      if (text.startsWith(literal, at)) places.push(`${index}@${at}`);
    });
  }
  return places.sort();
}

/** The same bytes at an odd or even address, with a literal cut off on either side. */
function laid(content: string, shift: number): Buffer {
  const whole = Buffer.from(new ArrayBuffer(content.length + shift + 40));
  whole.write("-----BEGIN AKIA".slice(0, shift), 0, "latin1");
  whole.write(content, shift, "latin1");
  whole.write("\0\0 follows AKIA", shift + content.length, "latin1");
  return whole.subarray(shift, shift + content.length);
}

describe.each([
  [
    "short literals",
    short,
    (
      (table) =>
      (...rest: Parameters<Find>) =>
        findAnchors(rest[0], table, rest[1], rest[2], rest[3])
    )(anchorTable(short)),
  ],
  [
    "long literals",
    long,
    (
      (table) =>
      (...rest: Parameters<Find>) =>
        findLongAnchors(rest[0], table, rest[1], rest[2], rest[3])
    )(longAnchors(long)),
  ],
] as const)("the finder of %s", (_, literals, find) => {
  it("meets what a search at every place meets, each once", () => {
    const piece = fc.oneof(
      fc.constantFrom(...literals, "-", "a", "ab", "-----BEGIN", "KIA"),
      fc.string({ maxLength: 3, unit: "binary-ascii" }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(7), fc.nat(20), (pieces, shift, from) => {
        // The last byte is left to the caller.
        const bytes = laid(`${pieces.join("")}\n\n`, shift);
        const to = bytes.length - 1;
        const expected = everyPlace(literals, bytes, Math.min(from, to), to);
        expect(met(find, bytes, Math.min(from, to), to)).toEqual(expected);
      }),
      { numRuns: 2000, seed: 4 },
    );
  });

  it("goes on behind the offset it is told, and stops when told", () => {
    const [first = ""] = literals;
    const bytes = laid(`${first}${first}${first} end`, 1);
    const places: number[] = [];
    find(bytes, 0, bytes.length, (literal, at) => {
      if (literal === 0) places.push(at);
      return at + first.length + 1;
    });
    expect(places).toEqual([0, 2 * first.length]);
    let count = 0;
    find(bytes, 0, bytes.length, () => {
      count++;
      return null;
    });
    expect(count).toBe(1);
  });
});

it("a literal that is too short to be looked for is refused", () => {
  expect(() => anchorTable(["ab"])).toThrow(RangeError);
  expect(() => longAnchors(["-----BEGIN"])).toThrow(RangeError);
});
