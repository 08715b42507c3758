// The tables with which many short literals are looked for at once. Text is read as pairs of bytes at even addresses, one
// table look-up a pair. A literal is found by two neighbouring pairs out of it, once for each way it can lie over the even
// addresses; each such sighting has one of eight bits, and a bit is a sighting only where the first pair and the second have
// it (the idea of Hyperscan's "Teddy", done with pairs instead of SIMD).

/** One way in which a literal shows itself in two neighbouring pairs. */
export interface Sighting {
  /** Number of the literal. */
  readonly literal: number;
  /** Where the first pair stands, from the start of the literal; may be -1. */
  readonly offset: number;
}

export interface AnchorTable {
  readonly literals: readonly Uint8Array[];
  /** By pair: bits 8 to 15 as the first of two, bits 0 to 7 as the second. */
  readonly bits: Uint16Array;
  /** Sightings whose first pair is this one; and those of which only the second pair is certain. */
  readonly byFirst: ReadonlyMap<number, readonly Sighting[]>;
  readonly bySecond: ReadonlyMap<number, readonly Sighting[]>;
}

const bitCount = 8;
/** A byte that is not part of the literal. */
type Slot = number | null;
type Slots = readonly [Slot, Slot, Slot, Slot];

/**
 * Tables for these literals (Latin-1, three characters at least; throws RangeError for shorter ones). The rarest two pairs of
 * each are chosen, by how often bytes stand in ordinary text.
 */
export function anchorTable(literals: readonly string[]): AnchorTable {
  const bytes = literals.map((literal) => Buffer.from(literal, "latin1"));
  if (bytes.some(({ length }) => length < 3)) throw new RangeError("a literal needs three characters");
  const bits = new Uint16Array(0x10000);
  const byFirst = new Map<number, Sighting[]>();
  const bySecond = new Map<number, Sighting[]>();
  const taken = Array.from({ length: bitCount }, () => ({ first: 0, second: 0 }));
  const chosen = bytes.flatMap((each, literal) => [rarest(each, literal, 0), rarest(each, literal, 1)]);
  // The frequent ones first, so that each of them gets a bit for itself as far as there are enough.
  chosen.sort((a, b) => b.first * b.second - a.first * a.second);
  for (const { slots, first, second, sighting } of chosen) {
    const bit = cheapestBit(taken, first, second);
    for (const pair of pairsOf(slots[0], slots[1])) bits[pair] = (bits[pair] ?? 0) | (0x100 << bit);
    for (const pair of pairsOf(slots[2], slots[3])) bits[pair] = (bits[pair] ?? 0) | (1 << bit);
    const [index, pairs] = isCertain(slots[0], slots[1])
      ? [byFirst, pairsOf(slots[0], slots[1])]
      : [bySecond, pairsOf(slots[2], slots[3])];
    for (const pair of pairs) index.set(pair, [...(index.get(pair) ?? []), sighting]);
  }
  return { literals: bytes, bits, byFirst, bySecond };
}

interface Choice {
  readonly slots: Slots;
  readonly first: number;
  readonly second: number;
  readonly sighting: Sighting;
}

/** The rarest two pairs of a literal that begins at an even (`parity` 0) or an odd address. One of them has both its bytes. */
function rarest(literal: Uint8Array, index: number, parity: 0 | 1): Choice {
  let best: Choice | null = null;
  for (let offset = -1; offset < literal.length - 1; offset++) {
    if (((offset + 2) & 1) !== parity) continue;
    const at = (position: number): Slot => literal[position] ?? null;
    const slots: Slots = [at(offset), at(offset + 1), at(offset + 2), at(offset + 3)];
    if (!isCertain(slots[0], slots[1]) && !isCertain(slots[2], slots[3])) continue;
    const first = weightOf(slots[0]) * weightOf(slots[1]);
    const second = weightOf(slots[2]) * weightOf(slots[3]);
    if (best === null || first * second < best.first * best.second) {
      best = { slots, first, second, sighting: { literal: index, offset } };
    }
  }
  if (best === null) throw new RangeError("a literal without a pair");
  return best;
}

function cheapestBit(taken: { first: number; second: number }[], first: number, second: number): number {
  const costs = taken.map((weight) => (weight.first + first) * (weight.second + second) - weight.first * weight.second);
  const bit = costs.indexOf(Math.min(...costs));
  const weight = taken[bit];
  if (weight !== undefined) {
    weight.first += first;
    weight.second += second;
  }
  return bit;
}

function isCertain(a: Slot, b: Slot): boolean {
  return a !== null && b !== null;
}

/** The pairs as the machine reads them: the same as a Uint16Array over the bytes gives. */
function pairsOf(a: Slot, b: Slot): number[] {
  if (a !== null && b !== null) return [pairOf(a, b)];
  const pairs: number[] = [];
  for (let byte = 0; byte < 256; byte++) pairs.push(a === null ? pairOf(byte, b ?? 0) : pairOf(a, byte));
  return pairs;
}

const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Two bytes in their order in memory as one number of that machine. */
export function pairOf(first: number, second: number): number {
  return isLittleEndian ? first | (second << 8) : (first << 8) | second;
}

/** About how often each byte stands in text, in parts of one: counted over the text files of a Linux system. */
const weights = Float64Array.from({ length: 256 }, (_, byte) => {
  const frequent = " etaoinsrlcdhupmgfb_-.y/vwk".indexOf(String.fromCharCode(byte));
  if (frequent >= 0) return 0.1 / (1 + frequent / 3);
  const isLower = byte >= 0x61 && byte <= 0x7a;
  const isDigit = byte >= 0x30 && byte <= 0x39;
  return isLower || isDigit ? 0.006 : 0.003;
});

function weightOf(byte: Slot): number {
  return byte === null ? 1 : (weights[byte] ?? 1);
}
