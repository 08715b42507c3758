// Tar bytes by hand, for headers that no decent writer makes: each field as given, the checksum right unless told.

export interface RawHeader {
  readonly name?: string | Uint8Array;
  readonly flag?: string;
  /** Fields as text, NUL-padded; bytes as they are. */
  readonly mode?: string;
  readonly uid?: string | Uint8Array;
  readonly gid?: string;
  readonly size?: string | Uint8Array;
  readonly link?: string;
  readonly magic?: string;
  readonly prefix?: string;
  readonly checksum?: string;
  /** Bytes at any further place. */
  readonly at?: Readonly<Record<number, string | Uint8Array>>;
}

/** One header block. */
export function rawHeader(header: RawHeader = {}): Buffer {
  const block = Buffer.alloc(512);
  const put = (offset: number, value: string | Uint8Array) =>
    Buffer.from(typeof value === "string" ? Buffer.from(value, "latin1") : value).copy(block, offset);
  put(0, typeof header.name === "string" ? Buffer.from(header.name) : (header.name ?? "file"));
  put(100, header.mode ?? "0000644\0");
  put(108, header.uid ?? "0000000\0");
  put(116, header.gid ?? "0000000\0");
  put(124, header.size ?? "00000000000\0");
  put(136, "00000000000\0");
  put(148, "        ");
  put(156, header.flag ?? "0");
  put(157, header.link ?? "");
  put(257, header.magic ?? "ustar\x0000");
  put(345, header.prefix ?? "");
  for (const [offset, value] of Object.entries(header.at ?? {})) put(Number(offset), value);
  const sum = block.reduce((total, byte) => total + byte, 0);
  put(148, header.checksum ?? `${sum.toString(8).padStart(6, "0")}\0 `);
  return block;
}

/** A size or length as an octal field of twelve bytes. */
export function octal(value: number): string {
  return `${value.toString(8).padStart(11, "0")}\0`;
}

/** Bytes filled up to whole blocks. */
export function padded(bytes: string | Uint8Array): Buffer {
  const body = Buffer.from(bytes as Uint8Array);
  return Buffer.concat([body, Buffer.alloc((512 - (body.length % 512)) % 512)]);
}

export const endOfTar = Buffer.alloc(1024);

/** A pax extended header with these records. */
export function paxHeader(records: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const body = Buffer.concat(
    Object.entries(records).map(([key, value]) => {
      const rest = Buffer.concat([Buffer.from(` ${key}=`), Buffer.from(value as Uint8Array), Buffer.from("\n")]);
      let length = rest.length + 1;
      while (String(length).length + rest.length !== length) length++;
      return Buffer.concat([Buffer.from(String(length)), rest]);
    }),
  );
  return Buffer.concat([rawHeader({ name: "PaxHeaders/x", flag: "x", size: octal(body.length) }), padded(body)]);
}

/** `bytes` as a stream of pieces of these sizes, over and over. */
export async function* inPieces(bytes: Uint8Array, ...sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let from = 0;
  for (let turn = 0; from < bytes.length; turn++) {
    const size = Math.max(1, sizes[turn % Math.max(1, sizes.length)] ?? bytes.length);
    yield bytes.subarray(from, from + size);
    from += size;
  }
}
