// The entries of one layer in columns instead of objects: millions of them must fit into memory, and a layer's facts are
// kept and shared between images.
import { FolderList } from "./folder-list.ts";
import { OwnerList } from "./owner-list.ts";
import { PackReader, PackWriter } from "./packing.ts";
import { TextArena } from "./text-arena.ts";

export const entryTypes = ["file", "directory", "symlink", "hardlink", "character", "block", "fifo"] as const;
export type EntryType = (typeof entryTypes)[number];
const typeNumbers = Object.fromEntries(entryTypes.map((type, number) => [type, number])) as Record<EntryType, number>;

/** The numbers of an entry, as its header has them. */
export interface Attributes {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
}

/** Append-only; rows are numbered from 0 in the order of the archive, duplicates included. */
export class EntryTable {
  #types = new Uint8Array(0);
  #modes = new Uint16Array(0);
  #sizes = new Float64Array(0);
  #folders = new Uint32Array(0);
  #owners = new Uint32Array(0);
  #length = 0;
  #names = new TextArena();
  #folderList = new FolderList();
  #ownerList = new OwnerList();
  readonly #links = new Map<number, string>();

  get length(): number {
    return this.#length;
  }

  /**
   * Adds an entry and returns its row. `path` is normalised and absolute, `/` alone for the root; `link` the target of a
   * symlink as written, of a hard link the normalised path, empty for others.
   */
  add(path: string, type: EntryType, attributes: Attributes, link: string): number {
    const row = this.#length;
    if (row === this.#types.length) this.#grow();
    const slash = path.lastIndexOf("/");
    this.#folders[row] = this.#folderList.numberOf(path, slash);
    this.#names.add(path, slash + 1);
    this.#types[row] = typeNumbers[type];
    this.#modes[row] = attributes.mode;
    this.#owners[row] = this.#ownerList.numberOf(attributes.uid, attributes.gid);
    this.#sizes[row] = attributes.size;
    if (link !== "") this.#links.set(row, link);
    this.#length++;
    return row;
  }

  type(row: number): EntryType {
    return entryTypes[this.#types[row] ?? 0] ?? "file";
  }
  mode(row: number): number {
    return this.#modes[row] ?? 0;
  }
  uid(row: number): number {
    return this.#ownerList.uid(this.#owners[row] ?? 0);
  }
  gid(row: number): number {
    return this.#ownerList.gid(this.#owners[row] ?? 0);
  }
  size(row: number): number {
    return this.#sizes[row] ?? 0;
  }
  link(row: number): string {
    return this.#links.get(row) ?? "";
  }
  /** The last part of the path; empty for the root. */
  name(row: number): string {
    return this.#names.get(row);
  }
  /** The first code unit of the name, -1 where it is empty. */
  nameStart(row: number): number {
    return this.#names.firstCode(row);
  }
  /** The path of the folder that holds the entry, and of the root for itself. */
  folder(row: number): string {
    return this.#folderList.path(this.#folders[row] ?? 0);
  }
  /** The number of that folder: rows with the same number lie in the same folder. */
  folderNumber(row: number): number {
    return this.#folders[row] ?? 0;
  }
  path(row: number): string {
    const folder = this.folder(row);
    return folder === "/" ? `/${this.name(row)}` : `${folder}/${this.name(row)}`;
  }

  /** The table as bytes, to be kept. */
  pack(): Uint8Array {
    const writer = new PackWriter();
    const length = this.#length;
    writer.column(this.#types.subarray(0, length));
    writer.column(this.#modes.subarray(0, length));
    writer.column(this.#sizes.subarray(0, length));
    writer.column(this.#folders.subarray(0, length));
    writer.column(this.#owners.subarray(0, length));
    this.#names.pack(writer);
    this.#folderList.pack(writer);
    this.#ownerList.pack(writer);
    writer.column(Uint32Array.from(this.#links.keys()));
    const links = new TextArena();
    for (const link of this.#links.values()) links.add(link);
    links.pack(writer);
    return writer.end();
  }

  /** The table that `pack` gave. Throws RangeError for other bytes; nothing is allocated that they do not hold. */
  static unpack(bytes: Uint8Array): EntryTable {
    const reader = new PackReader(bytes);
    const table = new EntryTable();
    table.#types = reader.column(Uint8Array);
    table.#modes = reader.column(Uint16Array);
    table.#sizes = reader.column(Float64Array);
    table.#folders = reader.column(Uint32Array);
    table.#owners = reader.column(Uint32Array);
    table.#length = table.#types.length;
    table.#names = TextArena.unpack(reader);
    table.#folderList = FolderList.unpack(reader);
    table.#ownerList = OwnerList.unpack(reader);
    const rows = reader.column(Uint32Array);
    const links = TextArena.unpack(reader);
    reader.end();
    table.#verify();
    if (rows.length !== links.length) throw new RangeError("links and their rows do not agree");
    rows.forEach((row, number) => {
      if (row >= table.#length) throw new RangeError("a link of no row");
      table.#links.set(row, links.get(number));
    });
    return table;
  }

  #verify(): void {
    const columns = [this.#modes, this.#sizes, this.#folders, this.#owners, this.#names];
    if (columns.some(({ length }) => length !== this.#length)) throw new RangeError("columns differ in length");
    const [folders, owners] = [this.#folderList.length, this.#ownerList.length];
    for (let row = 0; row < this.#length; row++) {
      const size = this.#sizes[row] ?? -1;
      const isSound =
        (this.#types[row] ?? 255) < entryTypes.length &&
        (this.#modes[row] ?? 0) <= 0o7777 &&
        (this.#folders[row] ?? 0) < folders &&
        (this.#owners[row] ?? 0) < owners &&
        Number.isSafeInteger(size) &&
        size >= 0;
      if (!isSound) throw new RangeError(`row ${row} of a table is malformed`);
    }
  }

  #grow(): void {
    const size = Math.max(256, this.#types.length * 2);
    this.#types = grown(new Uint8Array(size), this.#types);
    this.#modes = grown(new Uint16Array(size), this.#modes);
    this.#sizes = grown(new Float64Array(size), this.#sizes);
    this.#folders = grown(new Uint32Array(size), this.#folders);
    this.#owners = grown(new Uint32Array(size), this.#owners);
  }
}

function grown<T extends { set(other: T): void }>(larger: T, old: T): T {
  larger.set(old);
  return larger;
}
