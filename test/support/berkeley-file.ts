// Writes a Berkeley DB hash as rpm had it: number of a package -> header blob, small blobs on the bucket's page, others on
// overflow pages. Form: db_page.h of Berkeley DB 5; read by rpm's own reader as well (test/engine/rpm.test.ts).

export interface BerkeleyOptions {
  readonly bigEndian?: boolean;
  readonly pageSize?: number;
  readonly buckets?: number;
}

/** The file of these blobs, numbered from 1; number 0 holds the highest number, as rpm writes it. */
export function berkeleyFile(blobs: readonly Buffer[], options: BerkeleyOptions = {}): Buffer {
  const { bigEndian = false, pageSize = 4096, buckets = 2 } = options;
  const u16 = (page: Buffer, at: number, value: number) =>
    void (bigEndian ? page.writeUInt16BE(value, at) : page.writeUInt16LE(value, at));
  const u32 = (page: Buffer, at: number, value: number) =>
    void (bigEndian ? page.writeUInt32BE(value, at) : page.writeUInt32LE(value, at));
  const number = (value: number) => {
    const bytes = Buffer.alloc(4);
    u32(bytes, 0, value);
    return bytes;
  };
  const pages: Buffer[] = [];
  const newPage = (type: number) => {
    const page = Buffer.alloc(pageSize);
    u32(page, 8, pages.length);
    page.writeUInt8(type, 25);
    pages.push(page);
    return page;
  };
  newPage(8);
  // Buckets are a power of two and their pages stand in a row, so that every group begins at page 1.
  const bucketPages = Array.from({ length: buckets }, () => newPage(13));
  for (const page of bucketPages) u16(page, 22, pageSize);

  const item = (blob: Buffer): Buffer => {
    if (blob.length < pageSize / 4) return Buffer.concat([Buffer.from([1]), blob]);
    const first = pages.length;
    for (let from = 0; from < blob.length; from += pageSize - 26) {
      const part = blob.subarray(from, from + pageSize - 26);
      const page = newPage(7);
      if (from > 0) u32(page, 12, pages.length - 2);
      if (from + part.length < blob.length) u32(page, 16, pages.length);
      u16(page, 20, 1);
      u16(page, 22, part.length);
      part.copy(page, 26);
    }
    return Buffer.concat([Buffer.from([3, 0, 0, 0]), number(first), number(blob.length)]);
  };
  const put = (key: number, value: Buffer) => {
    const bucket = key % buckets;
    let page = bucketPages[bucket] ?? Buffer.alloc(0);
    const read16 = (at: number) => (bigEndian ? page.readUInt16BE(at) : page.readUInt16LE(at));
    if (26 + 2 * (read16(20) + 2) + 5 + value.length > read16(22)) {
      const next = newPage(13);
      u32(page, 16, pages.length - 1);
      u16(next, 22, pageSize);
      page = next;
      bucketPages[bucket] = page;
    }
    const items = read16(20);
    const keyAt = read16(22) - 5;
    const valueAt = keyAt - value.length;
    page.writeUInt8(1, keyAt);
    number(key).copy(page, keyAt + 1);
    value.copy(page, valueAt);
    u16(page, 26 + 2 * items, keyAt);
    u16(page, 28 + 2 * items, valueAt);
    u16(page, 20, items + 2);
    u16(page, 22, valueAt);
  };
  put(0, Buffer.concat([Buffer.from([1]), number(blobs.length)]));
  for (const [at, blob] of blobs.entries()) put(at + 1, item(blob));

  const meta = pages[0] ?? Buffer.alloc(0);
  const fields = { 12: 0x061561, 16: 9, 20: pageSize, 32: pages.length - 1, 72: buckets - 1, 76: 2 * buckets - 1 };
  for (const [at, value] of Object.entries({ ...fields, 80: buckets - 1 })) u32(meta, Number(at), value);
  // Page of a bucket = bucket + spares[group]; all groups lie from page 1 on.
  for (let group = 0; group < 32; group++) u32(meta, 96 + 4 * group, 1);
  return Buffer.concat(pages);
}
