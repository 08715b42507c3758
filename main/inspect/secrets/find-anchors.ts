// Runs over bytes with the tables of anchor-table.ts.
import type { AnchorTable, Sighting } from "./anchor-table.ts";

/**
 * Told of every literal that is met, roughly in order: number of the literal and where it begins. The answer is an offset
 * before which nothing more is told (behind a secret that was found), or null to stop.
 */
export type MeetAnchor = (literal: number, at: number) => number | null;

/**
 * Looks for the literals of `table` that begin at `from` or behind, before `to`. One that ends with the last byte may be
 * missed: nothing follows it. Reads beside `bytes` in the memory under it, but tells of nothing there.
 */
export function findAnchors(bytes: Buffer, table: AnchorTable, from: number, to: number, meet: MeetAnchor): void {
  if (from >= to) return;
  // Pairs lie at even addresses of the memory; one pair before, since a literal may begin in its second byte.
  const base = Math.max(0, (bytes.byteOffset + from - 1) & ~1);
  const end = Math.min(bytes.buffer.byteLength, bytes.byteOffset + bytes.length + 1);
  const pairs = new Uint16Array(bytes.buffer, base, Math.max(0, end - base) >> 1);
  const shift = base - bytes.byteOffset;
  const sight = new Sighter(bytes, table, from, to, meet);
  const { bits } = table;
  const quads = pairs.length & ~3;
  let before = 0;
  let index = 0;
  for (; index < quads; index += 4) {
    const a = bits[pairs[index] as number] as number;
    const b = bits[pairs[index + 1] as number] as number;
    const c = bits[pairs[index + 2] as number] as number;
    const d = bits[pairs[index + 3] as number] as number;
    if ((((before >>> 8) & a) | ((a >>> 8) & b) | ((b >>> 8) & c) | ((c >>> 8) & d)) !== 0) {
      for (let second = Math.max(1, index); second < index + 4; second++) {
        if (!sight.pair(pairs, second, shift)) return;
      }
    }
    before = d;
  }
  for (let second = Math.max(1, index); second < pairs.length; second++) {
    if (!sight.pair(pairs, second, shift)) return;
  }
}

/** Tells a true literal from two pairs that only look like it. */
class Sighter {
  readonly #bytes: Buffer;
  readonly #table: AnchorTable;
  readonly #to: number;
  readonly #meet: MeetAnchor;
  #from: number;

  constructor(bytes: Buffer, table: AnchorTable, from: number, to: number, meet: MeetAnchor) {
    this.#bytes = bytes;
    this.#table = table;
    this.#from = from;
    this.#to = to;
    this.#meet = meet;
  }

  /** Looks at the pair `second` and the one before it; false to stop. `shift` is where the first pair stands in the bytes. */
  pair(pairs: Uint16Array, second: number, shift: number): boolean {
    const first = pairs[second - 1] ?? 0;
    const next = pairs[second] ?? 0;
    if ((((this.#table.bits[first] ?? 0) >>> 8) & (this.#table.bits[next] ?? 0)) === 0) return true;
    const at = shift + 2 * (second - 1);
    return this.#each(this.#table.byFirst.get(first), at) && this.#each(this.#table.bySecond.get(next), at);
  }

  #each(sightings: readonly Sighting[] | undefined, pairAt: number): boolean {
    if (sightings === undefined) return true;
    for (const { literal, offset } of sightings) {
      const at = pairAt - offset;
      if (at < this.#from || at >= this.#to || !this.#stands(literal, at)) continue;
      const goOn = this.#meet(literal, at);
      if (goOn === null) return false;
      if (goOn > this.#from) this.#from = goOn;
    }
    return true;
  }

  #stands(literal: number, at: number): boolean {
    const wanted = this.#table.literals[literal];
    if (wanted === undefined || at + wanted.length > this.#bytes.length) return false;
    for (let index = 0; index < wanted.length; index++) {
      if (this.#bytes[at + index] !== wanted[index]) return false;
    }
    return true;
  }
}
