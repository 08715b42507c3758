// Tars too large to hold or to lay down, made while they are read: many small entries, or files of many bytes.
import { paxHeader, rawHeader } from "../raw-tar.ts";

export interface StreamedTar {
  readonly entries: number;
  /** Bytes of each file. */
  readonly bytesEach: number;
  /** Name of the entry of that number; one of more than 100 bytes stands in a pax header. */
  readonly nameOf: (at: number) => string;
}

const pieceSize = 256 * 1024;

/** The bytes of such a tar, in pieces that are used again: read each before asking for the next. */
export async function* tarStream({ entries, bytesEach, nameOf }: StreamedTar): AsyncGenerator<Uint8Array> {
  const size = `${bytesEach.toString(8).padStart(11, "0")}\0`;
  const model = rawHeader({ name: "", size });
  const nameless = model.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 0x20 : byte), 0);
  const padded = Math.ceil(bytesEach / 512) * 512;
  const body = Buffer.alloc(Math.min(padded, pieceSize), 0x61);
  const piece = Buffer.alloc(pieceSize);
  let fill = 0;
  for (let at = 0; at < entries; at++) {
    const name = nameOf(at);
    if (name.length > 100) {
      yield piece.subarray(0, fill);
      yield paxHeader({ path: name });
      fill = 0;
    }
    model.copy(piece, fill);
    const length = piece.write(name, fill, 100, "latin1");
    let sum = nameless;
    for (let byte = 0; byte < length; byte++) sum += piece[fill + byte] ?? 0;
    piece.write(`${sum.toString(8).padStart(6, "0")}\0 `, fill + 148, "latin1");
    fill += 512;
    if (fill === pieceSize || padded > 0) {
      yield piece.subarray(0, fill);
      fill = 0;
    }
    for (let left = padded; left > 0; left -= body.length) yield body.subarray(0, Math.min(left, body.length));
  }
  piece.fill(0, fill, Math.min(pieceSize, fill + 1024));
  yield piece.subarray(0, Math.min(pieceSize, fill));
  yield Buffer.alloc(1024);
}
