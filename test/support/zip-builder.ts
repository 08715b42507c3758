// Writes zip archives from words, also false ones: sizes that lie, entries said to be encrypted, zip64 records.
import { deflateRawSync } from "node:zlib";

export interface ZipMember {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Stored as it is, not deflated. */
  readonly stored?: true;
  readonly encrypted?: true;
  /** What the directory says the unpacked size is. */
  readonly statedSize?: number;
  /** Sizes and place stand in the zip64 extra field. */
  readonly zip64?: true;
}

export interface ZipForm {
  /** Bytes in front of the archive, as executable jars have them; offsets do not count them in. */
  readonly prefix?: string;
  readonly comment?: string;
  /** Ends with zip64 records. */
  readonly zip64?: true;
  /** How many entries the end record claims. */
  readonly statedCount?: number;
}

/** The bytes of an archive of these members. */
export function zipOf(members: readonly ZipMember[], form: ZipForm = {}): Buffer {
  const bodies: Buffer[] = [];
  const heads: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const content = Buffer.from(member.content);
    const packed = member.stored === true ? content : deflateRawSync(content);
    const name = Buffer.from(member.name);
    const method = member.stored === true ? 0 : 8;
    const flags = member.encrypted === true ? 1 : 0;
    const size = member.statedSize ?? content.length;
    const local = Buffer.concat([
      bytes([4, 0x04034b50], [2, 20], [2, flags], [2, method], [4, 0], [4, 0], [4, packed.length], [4, size]),
      bytes([2, name.length], [2, 0]),
      name,
      packed,
    ]);
    const extra = member.zip64 === true ? bytes([2, 1], [2, 24], [8, size], [8, packed.length], [8, offset]) : bytes();
    const [saysPacked, saysSize, saysOffset] =
      member.zip64 === true ? [0xffffffff, 0xffffffff, 0xffffffff] : [packed.length, size, offset];
    heads.push(
      bytes([4, 0x02014b50], [2, 20], [2, 20], [2, flags], [2, method], [4, 0], [4, 0], [4, saysPacked], [4, saysSize]),
      bytes([2, name.length], [2, extra.length], [2, 0], [2, 0], [2, 0], [4, 0], [4, saysOffset]),
      name,
      extra,
    );
    bodies.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(heads);
  const count = form.statedCount ?? members.length;
  const comment = Buffer.from(form.comment ?? "");
  const large =
    form.zip64 === true
      ? bytes(
          ...([
            [4, 0x06064b50],
            [8, 44],
            [2, 45],
            [2, 45],
            [4, 0],
            [4, 0],
            [8, count],
            [8, count],
          ] as const),
          ...([
            [8, directory.length],
            [8, offset],
            [4, 0x07064b50],
            [4, 0],
            [8, offset + directory.length],
            [4, 1],
          ] as const),
        )
      : bytes();
  const [endCount, endSize, endOffset] =
    form.zip64 === true ? [0xffff, 0xffffffff, 0xffffffff] : [count, directory.length, offset];
  const end = bytes([4, 0x06054b50], [2, 0], [2, 0], [2, endCount], [2, endCount], [4, endSize], [4, endOffset]);
  const tail = [large, end, bytes([2, comment.length]), comment];
  return Buffer.concat([Buffer.from(form.prefix ?? ""), ...bodies, directory, ...tail]);
}

/** Numbers of 2, 4 or 8 bytes, the lowest byte first. */
function bytes(...fields: readonly (readonly [size: 2 | 4 | 8, value: number])[]): Buffer {
  return Buffer.concat(
    fields.map(([size, value]) => {
      const field = Buffer.alloc(size);
      if (size === 8) field.writeBigUInt64LE(BigInt(value));
      else field.writeUIntLE(value, 0, size);
      return field;
    }),
  );
}
