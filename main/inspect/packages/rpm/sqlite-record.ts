// A row of an SQLite table: sizes of its columns, then their values. Format: "Database File Format" of SQLite, section 2.1
// (record format) and 1.6 (variable-length integers).

export interface Column {
  readonly bytes: Buffer;
  /** `number`: a whole number, big-endian; `other`: NULL, a constant or a floating-point number. */
  readonly kind: "blob" | "text" | "number" | "other";
}

/** Bytes that a value of each serial type takes (section 2.1); 10 and 11 are not used in files. */
const fixedSizes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0] as const;
/** More than any table has that is asked for. */
const maxColumns = 32;

/** The columns of a record, null when it is not whole. */
export function columnsOf(payload: Buffer): readonly Column[] | null {
  const header = varint(payload, 0);
  if (header === null || header.value > payload.length) return null;
  const columns: Column[] = [];
  let at = header.value;
  for (let next = header.end; next < header.value && columns.length < maxColumns; ) {
    const type = varint(payload, next);
    if (type === null) return null;
    next = type.end;
    const size = type.value >= 12 ? Math.floor((type.value - 12) / 2) : fixedSizes[type.value];
    if (size === undefined || at + size > payload.length) return null;
    columns.push({ bytes: payload.subarray(at, at + size), kind: kindOf(type.value) });
    at += size;
  }
  return columns;
}

function kindOf(type: number): Column["kind"] {
  if (type >= 12) return type % 2 === 0 ? "blob" : "text";
  return type >= 1 && type <= 6 ? "number" : "other";
}

/** A number of up to nine bytes, seven bits each; null when the bytes end before. */
export function varint(bytes: Buffer, at: number): { readonly value: number; readonly end: number } | null {
  let value = 0;
  for (let end = at; end < at + 9; end++) {
    const byte = bytes[end];
    if (byte === undefined) return null;
    if (end === at + 8) value = value * 256 + byte;
    else value = value * 128 + (byte & 0x7f);
    if (end === at + 8 || byte < 0x80) return { value, end: end + 1 };
  }
  return null;
}
