// Numbers in tar headers: octal text of POSIX ustar, or base-256 of GNU tar when the first bit is set.
import { BrokenStream } from "./broken-stream.ts";

const space = 0x20;

/** The number in a header field; empty is 0. Throws BrokenStream for what is no number, negative or over 2^53. */
export function readNumber(block: Buffer, from: number, length: number, what: string, at: number): number {
  const end = from + length;
  const first = block[from] as number;
  let value = 0;
  if ((first & 0x80) !== 0) {
    value = first & 0x7f;
    if ((first & 0x40) !== 0) throw malformed(what, at);
    for (let i = from + 1; i < end; i++) {
      value = value * 256 + (block[i] as number);
      if (value > Number.MAX_SAFE_INTEGER) throw malformed(what, at);
    }
    return value;
  }
  let i = from;
  while (i < end && (block[i] === space || block[i] === 0)) i++;
  for (; i < end; i++) {
    const digit = (block[i] as number) - 0x30;
    if (digit < 0 || digit > 7) break;
    value = value * 8 + digit;
  }
  for (; i < end; i++) if (block[i] !== space && block[i] !== 0) throw malformed(what, at);
  return value;
}

/** A decimal number of a pax record. Throws BrokenStream. */
export function readDecimal(text: string, what: string, at: number): number {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value)) throw malformed(what, at);
  return value;
}

function malformed(what: string, at: number): BrokenStream {
  return new BrokenStream(`malformed tar header at byte ${at}: ${what} is no number`);
}
