// Finds a short literal in a body that comes in pieces, also across their borders, holding no more than its length.

export class LiteralFinder {
  readonly #needle: Buffer;
  #tail: Buffer = Buffer.alloc(0);
  #position: number;

  /** `position`: the offset in the body of the first byte that will come. */
  constructor(needle: Buffer, position: number) {
    this.#needle = needle;
    this.#position = position;
  }

  /** Offsets in the whole body at which the literal begins and that became known with this piece, in order. */
  push(piece: Buffer): number[] {
    const found: number[] = [];
    const reach = this.#needle.length - 1;
    const seam = Buffer.concat([this.#tail, piece.subarray(0, reach)]);
    const seamFrom = this.#position - this.#tail.length;
    for (let at = seam.indexOf(this.#needle); at >= 0; at = seam.indexOf(this.#needle, at + 1)) {
      if (at < this.#tail.length) found.push(seamFrom + at);
    }
    for (let at = piece.indexOf(this.#needle); at >= 0; at = piece.indexOf(this.#needle, at + 1)) {
      found.push(this.#position + at);
    }
    this.#tail = piece.length >= reach ? Buffer.from(piece.subarray(piece.length - reach)) : seam.subarray(-reach);
    this.#position += piece.length;
    return found;
  }
}
