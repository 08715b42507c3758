// Changes that know nothing of a format: bits, bytes, numbers of fixed width, blocks moved about, ends cut off. Each gets
// two numbers, so that the same numbers always make the same change.

/** `where` and `what` are any two natural numbers below 2^30. */
export type Mutator = (bytes: Buffer, where: number, what: number) => Buffer;

const telling = [0x00, 0x01, 0x20, 0x2e, 0x2f, 0x30, 0x37, 0x39, 0x3a, 0x5c, 0x7f, 0x80, 0xc0, 0xed, 0xfe, 0xff];
const numbers = [0n, 1n, 2n, 3n, 0x7fn, 0x80n, 0xffn, 0x7fffn, 0x8000n, 0xffffn, 0x7fffffffn, 0x80000000n, 0xffffffffn];
const large = [0x100000000n, 0x1fffffffffffffn, 0x20000000000000n, 0x7fffffffffffffffn, 0xffffffffffffffffn];
const units = [1, 7, 64, 512, 512, 512, 1024];

export const byteMutators: Readonly<Record<string, Mutator>> = {
  "bit-flip": (bytes, where, what) => withByte(bytes, where, (old) => old ^ (1 << (what % 8))),
  "byte-set": (bytes, where, what) => withByte(bytes, where, () => telling[what % telling.length] ?? 0),
  "byte-any": (bytes, where, what) => withByte(bytes, where, () => what & 0xff),
  number: (bytes, where, what) => {
    const width = [2, 4, 4, 8][what % 4] ?? 4;
    if (bytes.length < width) return bytes;
    const at = where % (bytes.length - width + 1);
    const pool = width === 8 ? [...numbers, ...large] : numbers;
    const value = BigInt.asUintN(8 * width, pool[(what >> 3) % pool.length] ?? 0n);
    const changed = Buffer.from(bytes);
    for (let i = 0; i < width; i++) {
      const shift = 8 * ((what & 4) === 0 ? i : width - 1 - i);
      changed[at + i] = Number((value >> BigInt(shift)) & 0xffn);
    }
    return changed;
  },
  cut: (bytes, where) => bytes.subarray(0, where % (bytes.length + 1)),
  "cut-block": (bytes, where) => bytes.subarray(0, 512 * (where % (Math.floor(bytes.length / 512) + 1))),
  "remove-block": (bytes, where, what) => {
    const { at, end } = blockOf(bytes, where, what);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
  },
  "double-block": (bytes, where, what) => {
    const { at, end } = blockOf(bytes, where, what);
    return Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)]);
  },
  "swap-blocks": (bytes, where, what) => {
    const { at: a, end: aEnd, size } = blockOf(bytes, where, what);
    const { at: b, end: bEnd } = blockOf(bytes, where * 31 + what, what);
    if (aEnd - a !== size || bEnd - b !== size || Math.abs(a - b) < size) return bytes;
    const changed = Buffer.from(bytes);
    bytes.copy(changed, a, b, bEnd);
    bytes.copy(changed, b, a, aEnd);
    return changed;
  },
  "fill-block": (bytes, where, what) => {
    const { at, end } = blockOf(bytes, where, what);
    return Buffer.from(bytes).fill(telling[(what >> 4) % telling.length] ?? 0, at, end);
  },
  append: (bytes, where, what) => Buffer.concat([bytes, Buffer.alloc(where % 2000, what & 0xff)]),
};

function withByte(bytes: Buffer, where: number, change: (old: number) => number): Buffer {
  if (bytes.length === 0) return bytes;
  const changed = Buffer.from(bytes);
  const at = where % bytes.length;
  changed[at] = change(changed[at] ?? 0) & 0xff;
  return changed;
}

/** A block that begins at a multiple of its size. */
function blockOf(bytes: Buffer, where: number, what: number): { at: number; end: number; size: number } {
  const size = units[what % units.length] ?? 512;
  const at = size * (where % (Math.floor(bytes.length / size) + 1));
  return { at, end: Math.min(bytes.length, at + size), size };
}
