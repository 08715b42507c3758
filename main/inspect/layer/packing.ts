// Columns of numbers as bytes and back, for facts that are kept on disk: each part with its length before it, padded to
// eight bytes. Little-endian, as every machine is that Electron runs on.

type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array;
type ColumnType<T extends Column> = {
  new (length: number): T;
  new (buffer: ArrayBufferLike, offset: number, length: number): T;
  readonly BYTES_PER_ELEMENT: number;
};

const alignment = 8;

export class PackWriter {
  readonly #parts: Buffer[] = [];
  #size = 0;

  column(values: Column): void {
    this.bytes(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }

  /** The bytes are taken when `end` is called, not before. */
  bytes(bytes: Uint8Array): void {
    const head = Buffer.alloc(alignment);
    head.writeUIntLE(bytes.byteLength, 0, 6);
    this.#push(head);
    this.#push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const rest = bytes.byteLength % alignment;
    if (rest > 0) this.#push(Buffer.alloc(alignment - rest));
  }

  end(): Buffer {
    return Buffer.concat(this.#parts, this.#size);
  }

  #push(part: Buffer): void {
    this.#parts.push(part);
    this.#size += part.length;
  }
}

/** Reads what a PackWriter wrote; every method throws RangeError where the bytes are something else. */
export class PackReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** The next part as numbers; a copy, so that nothing holds the whole. */
  column<T extends Column>(type: ColumnType<T>): T {
    const part = this.bytes();
    if (part.length % type.BYTES_PER_ELEMENT !== 0) throw new RangeError("a packed column is cut");
    const column = new type(part.length / type.BYTES_PER_ELEMENT);
    part.copy(new Uint8Array(column.buffer));
    return column;
  }

  /** The next part, a view. */
  bytes(): Buffer {
    const head = this.#at + alignment;
    if (head > this.#bytes.length) throw new RangeError("packed facts are cut");
    const length = this.#bytes.readUIntLE(this.#at, 6);
    const end = head + length;
    if (end > this.#bytes.length) throw new RangeError("packed facts are cut");
    this.#at = Math.min(this.#bytes.length, head + Math.ceil(length / alignment) * alignment);
    return this.#bytes.subarray(head, end);
  }

  /** Says that nothing may follow. */
  end(): void {
    if (this.#at !== this.#bytes.length) throw new RangeError("packed facts go on behind their end");
  }
}
