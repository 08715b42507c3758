// Writes an SQLite file with rpm's table `Packages`: one leaf a row under one interior page, large rows on overflow pages.
// Form: "Database File Format" of SQLite, sections 1.3 to 2.1.

const pageSize = 4096;

/** The file of these blobs, numbered from 1. At most some 800 of them, since one interior page leads to all. */
export function sqliteFile(blobs: readonly Uint8Array[]): Buffer {
  const pages: Buffer[] = [Buffer.alloc(pageSize), Buffer.alloc(pageSize)];
  const newPage = () => {
    pages.push(Buffer.alloc(pageSize));
    return pages.length;
  };
  const at = (number: number): Buffer => pages[number - 1] ?? Buffer.alloc(0);

  const leaves = blobs.map((blob, index) => {
    const number = newPage();
    writeLeaf(at(number), 0, cellOf(index + 1, record([null, blob]), newPage, at));
    return number;
  });
  const sql = "CREATE TABLE 'Packages' (hnum INTEGER PRIMARY KEY AUTOINCREMENT,blob BLOB NOT NULL)";
  writeLeaf(at(1), 100, cellOf(1, record(["table", "Packages", "Packages", 2, sql]), newPage, at));
  writeInterior(at(2), leaves);

  const header = at(1);
  header.write("SQLite format 3\0", 0, "latin1");
  header.writeUInt16BE(pageSize, 16);
  header.set([2, 2, 0, 64, 32, 32], 18);
  header.writeUInt32BE(7, 24);
  header.writeUInt32BE(pages.length, 28);
  header.writeUInt32BE(7, 92);
  return Buffer.concat(pages);
}

type Value = string | number | Uint8Array | null;

function record(values: readonly Value[]): Buffer {
  const types = values.map((value) => {
    if (value === null) return varint(0);
    if (typeof value === "number") return varint(1);
    return typeof value === "string" ? varint(13 + 2 * Buffer.byteLength(value)) : varint(12 + 2 * value.length);
  });
  const header = Buffer.concat(types);
  const bodies = values.map((value) => {
    if (value === null) return Buffer.alloc(0);
    return typeof value === "number" ? Buffer.from([value]) : Buffer.from(value as Uint8Array);
  });
  return Buffer.concat([varint(header.length + 1), header, ...bodies]);
}

function cellOf(rowId: number, payload: Buffer, newPage: () => number, at: (number: number) => Buffer): Buffer {
  const head = Buffer.concat([varint(payload.length), varint(rowId)]);
  if (payload.length <= pageSize - 35) return Buffer.concat([head, payload]);
  const least = Math.floor(((pageSize - 12) * 32) / 255) - 23;
  const remainder = least + ((payload.length - least) % (pageSize - 4));
  const here = remainder <= pageSize - 35 ? remainder : least;
  const first = newPage();
  let number = first;
  for (let from = here; from < payload.length; from += pageSize - 4) {
    payload.copy(at(number), 4, from, from + pageSize - 4);
    if (from + pageSize - 4 >= payload.length) break;
    const next = newPage();
    at(number).writeUInt32BE(next, 0);
    number = next;
  }
  const pointer = Buffer.alloc(4);
  pointer.writeUInt32BE(first, 0);
  return Buffer.concat([head, payload.subarray(0, here), pointer]);
}

function writeLeaf(page: Buffer, start: number, cell: Buffer): void {
  page.writeUInt8(13, start);
  page.writeUInt16BE(1, start + 3);
  page.writeUInt16BE(pageSize - cell.length, start + 5);
  page.writeUInt16BE(pageSize - cell.length, start + 8);
  cell.copy(page, pageSize - cell.length);
}

function writeInterior(page: Buffer, children: readonly number[]): void {
  if (children.length === 0) {
    page.writeUInt8(13, 0);
    return;
  }
  page.writeUInt8(5, 0);
  page.writeUInt16BE(children.length - 1, 3);
  page.writeUInt32BE(children.at(-1) ?? 0, 8);
  let end = pageSize;
  for (const [at, child] of children.slice(0, -1).entries()) {
    const key = varint(at + 1);
    end -= 4 + key.length;
    page.writeUInt32BE(child, end);
    key.copy(page, end + 4);
    page.writeUInt16BE(end, 12 + 2 * at);
  }
  page.writeUInt16BE(end, 5);
}

function varint(value: number): Buffer {
  const bytes = [value % 128];
  for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128)) bytes.unshift((left % 128) + 128);
  return Buffer.from(bytes);
}
