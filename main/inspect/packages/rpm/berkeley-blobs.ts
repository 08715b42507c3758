// rpm's oldest database, a Berkeley DB hash (`Packages` of RHEL up to 8, CentOS, Amazon Linux 2): number of the package ->
// header blob. Format: db_page.h of Berkeley DB 4 and 5 as read by rpm's lib/backend/bdb_ro.c; either byte order.

const hashMagic = 0x00061561;
const magicAt = 12;
const metaSize = 512;
const pageHeader = 26;
const pageTypes = { overflow: 7, hash: 13, unsortedHash: 2 } as const;
const itemTypes = { inPlace: 1, offPage: 3 } as const;

/** Whether the file is a hash of Berkeley DB. */
export function isBerkeleyHash(file: Buffer): boolean {
  if (file.length < metaSize) return false;
  return file.readUInt32LE(magicAt) === hashMagic || file.readUInt32BE(magicAt) === hashMagic;
}

/** The header blobs of a database; null stands for something that should be there and is not, or is not whole. */
export function* berkeleyBlobs(file: Buffer): Generator<Buffer | null> {
  const pages = Pages.of(file);
  if (pages === null) return yield null;
  if (!pages.whole) yield null;
  for (let bucket = 0; bucket <= pages.maxBucket; bucket++) {
    for (let number = pages.pageOfBucket(bucket); number !== 0; ) {
      const page = pages.take(number);
      const type = page?.[25];
      if (page === null || (type !== pageTypes.hash && type !== pageTypes.unsortedHash)) {
        yield null;
        break;
      }
      yield* blobsOf(pages, page);
      number = pages.u32(page, 16);
    }
  }
}

/**
 * Items of a page lie from its end downwards, key and value by turns, each up to where the one before began: so they
 * cannot overlap.
 */
function* blobsOf(pages: Pages, page: Buffer): Generator<Buffer | null> {
  const items = pages.u16(page, 20);
  if (items % 2 !== 0 || pageHeader + 2 * items > page.length) return yield null;
  let end = page.length;
  for (let item = 0; item < items; item += 2) {
    const keyAt = pages.u16(page, pageHeader + 2 * item);
    const valueAt = pages.u16(page, pageHeader + 2 * item + 2);
    if (valueAt < pageHeader + 2 * items || valueAt >= keyAt || keyAt >= end) return yield null;
    const key = page.subarray(keyAt, end);
    const value = page.subarray(valueAt, keyAt);
    end = valueAt;
    // Number 0 is no package: it holds the highest number given so far.
    const isCounter = key[0] === itemTypes.inPlace && key.length === 5 && key.readUInt32LE(1) === 0;
    if (!isCounter) yield blobOfItem(pages, value);
  }
}

function blobOfItem(pages: Pages, item: Buffer): Buffer | null {
  if (item[0] === itemTypes.inPlace) return item.subarray(1);
  if (item[0] !== itemTypes.offPage || item.length !== 12) return null;
  let left = pages.u32(item, 8);
  const parts: Buffer[] = [];
  for (let number = pages.u32(item, 4); left > 0; ) {
    const page = pages.take(number);
    if (page === null || page[25] !== pageTypes.overflow) return null;
    const length = pages.u16(page, 22);
    if (length === 0 || length > left || pageHeader + length > page.length) return null;
    parts.push(page.subarray(pageHeader, pageHeader + length));
    left -= length;
    number = pages.u32(page, 16);
  }
  return Buffer.concat(parts);
}

/** The pages of a file. Each is handed out once, so that no loop of pages has an end that is never reached. */
class Pages {
  readonly maxBucket: number;
  /** Whether all pages are there that the file says it has. */
  readonly whole: boolean;
  readonly #file: Buffer;
  readonly #size: number;
  readonly #swapped: boolean;
  readonly #taken: Uint8Array;

  private constructor(file: Buffer, swapped: boolean, size: number) {
    this.#file = file;
    this.#swapped = swapped;
    this.#size = size;
    this.#taken = new Uint8Array(Math.floor(file.length / size));
    this.whole = this.u32(file, 32) < this.#taken.length && this.u32(file, 72) < this.#taken.length;
    this.maxBucket = Math.min(this.u32(file, 72), this.#taken.length);
  }

  /** null where the first page is none of an unencrypted hash in a version that rpm knows. */
  static of(file: Buffer): Pages | null {
    if (!isBerkeleyHash(file)) return null;
    const swapped = file.readUInt32LE(magicAt) !== hashMagic;
    const read = (at: number) => (swapped ? file.readUInt32BE(at) : file.readUInt32LE(at));
    const version = read(16);
    const size = read(20);
    const sizeFits = size >= 512 && size <= 65536 && (size & (size - 1)) === 0;
    return version >= 8 && version <= 10 && sizeFits && file[24] === 0 ? new Pages(file, swapped, size) : null;
  }

  u16(bytes: Buffer, at: number): number {
    return this.#swapped ? bytes.readUInt16BE(at) : bytes.readUInt16LE(at);
  }

  u32(bytes: Buffer, at: number): number {
    return this.#swapped ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
  }

  /** Buckets are laid out in groups, each twice as large as all before it; overflow pages lie between the groups. */
  pageOfBucket(bucket: number): number {
    const group = bucket === 0 ? 0 : 32 - Math.clz32(bucket);
    return bucket + this.u32(this.#file, 96 + 4 * group);
  }

  /** A page by its number; null when it is not there, says to be another one, or was handed out before. */
  take(number: number): Buffer | null {
    if (number === 0 || this.#taken[number] !== 0) return null;
    this.#taken[number] = 1;
    const page = this.#file.subarray(number * this.#size, (number + 1) * this.#size);
    return this.u32(page, 8) === number ? page : null;
  }
}
