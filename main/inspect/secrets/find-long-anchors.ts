// Looks for a few long literals: every one covers a pair of bytes at each fifth even address, so nine of ten bytes are passed
// over unseen. For bodies in which nothing but private keys is looked for.
import { pairOf } from "./anchor-table.ts";
import type { MeetAnchor } from "./find-anchors.ts";

/** Bytes from one looked-at pair to the next. */
const step = 10;
/** A literal of this length or longer covers one looked-at pair wholly, wherever it lies. */
export const shortestLong = step + 1;

export interface LongAnchors {
  readonly literals: readonly Uint8Array[];
  /** By pair: whether it stands among the first `shortestLong` bytes of a literal. */
  readonly marks: Uint8Array;
}

/**
 * Tables for these literals (Latin-1, `shortestLong` characters at least; throws RangeError for shorter ones). None may overlap
 * itself: of two that do, the second is not met.
 */
export function longAnchors(literals: readonly string[]): LongAnchors {
  const bytes = literals.map((literal) => Buffer.from(literal, "latin1"));
  if (bytes.some(({ length }) => length < shortestLong))
    throw new RangeError(`a literal needs ${shortestLong} characters`);
  const marks = new Uint8Array(0x10000);
  for (const each of bytes) {
    for (let at = 0; at < step; at++) {
      marks[pairOf(each[at] ?? 0, each[at + 1] ?? 0)] = 1;
    }
  }
  return { literals: bytes, marks };
}

/** As `findAnchors`, for long literals. */
export function findLongAnchors(bytes: Buffer, table: LongAnchors, from: number, to: number, meet: MeetAnchor): void {
  if (from >= to) return;
  const odd = (bytes.byteOffset + from) & 1;
  const pairs = new Uint16Array(
    bytes.buffer,
    bytes.byteOffset + from + odd,
    Math.max(0, bytes.length - from - odd) >> 1,
  );
  const { marks, literals } = table;
  let low = from;
  for (let index = 0; index < pairs.length; index += step / 2) {
    if (marks[pairs[index] as number] === 0) continue;
    const at = from + odd + 2 * index;
    for (let literal = 0; literal < literals.length; literal++) {
      const start = startAround(bytes, literals[literal], at, low, to);
      if (start < 0) continue;
      const goOn = meet(literal, start);
      if (goOn === null) return;
      // The same place is not seen again from its next pair.
      low = Math.max(goOn, start + 1);
    }
  }
}

/** Where a literal begins that covers the pair at `at` with its first bytes; -1 for nowhere between `low` and `to`. */
function startAround(bytes: Buffer, literal: Uint8Array | undefined, at: number, low: number, to: number): number {
  if (literal === undefined) return -1;
  for (let start = Math.max(low, at - step + 1); start <= at && start < to; start++) {
    let index = 0;
    while (index < literal.length && bytes[start + index] === literal[index]) index++;
    if (index === literal.length) return start;
  }
  return -1;
}
