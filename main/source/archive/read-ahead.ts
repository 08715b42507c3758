// Bytes of an open file in large pieces, the next one being read while the last is looked at.
import type { FileHandle } from "node:fs/promises";
import { throwIfAborted } from "../../abort.ts";

const pieceSize = 1024 * 1024;

/**
 * From the byte at `from` on, `length` bytes or up to the end of the file; each piece is a buffer of its own. Ends early
 * where the file does. The handle stays open: close it once this has been left.
 */
export async function* readAhead(
  handle: FileHandle,
  from: number,
  length: number,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const read = async (at: number): Promise<Uint8Array> => {
    const piece = Buffer.allocUnsafe(Math.min(pieceSize, from + length - at));
    const { bytesRead } = await handle.read(piece, 0, piece.length, at);
    return piece.subarray(0, bytesRead);
  };
  let next: Promise<Uint8Array> | null = length > 0 ? read(from) : null;
  for (let at = from; next !== null; ) {
    throwIfAborted(signal);
    const piece: Uint8Array = await next;
    if (piece.length === 0) return;
    at += piece.length;
    next = at < from + length ? read(at) : null;
    // Whoever takes the next piece gets the error; when nobody does, it says nothing new.
    next?.catch(() => undefined);
    yield piece;
  }
}
