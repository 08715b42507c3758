// The entries of one layer in columns instead of objects: millions of them must fit into memory, and a layer's facts are
// kept and shared between images.

export const entryTypes = ["file", "directory", "symlink", "hardlink", "character", "block", "fifo"] as const;
export type EntryType = (typeof entryTypes)[number];

export interface NewEntry {
  /** Normalised and absolute, `/` alone for the root. */
  readonly path: string;
  readonly type: EntryType;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  /** Target of a symlink as written; of a hard link the normalised path. Empty for others. */
  readonly link: string;
}

/** Append-only; rows are numbered from 0 in the order of the archive, duplicates included. */
export class EntryTable {
  #types = new Uint8Array(256);
  #modes = new Uint16Array(256);
  #uids = new Float64Array(256);
  #gids = new Float64Array(256);
  #sizes = new Float64Array(256);
  #folders = new Uint32Array(256);
  #length = 0;
  readonly #names: string[] = [];
  readonly #folderPaths: string[] = [];
  readonly #folderNumbers = new Map<string, number>();
  readonly #links = new Map<number, string>();

  get length(): number {
    return this.#length;
  }

  /** Adds an entry and returns its row. */
  add(entry: NewEntry): number {
    const row = this.#length;
    if (row === this.#types.length) this.#grow();
    const slash = entry.path.lastIndexOf("/");
    this.#folders[row] = this.#folderNumber(slash <= 0 ? "/" : entry.path.slice(0, slash));
    this.#names.push(entry.path.slice(slash + 1));
    this.#types[row] = entryTypes.indexOf(entry.type);
    this.#modes[row] = entry.mode;
    this.#uids[row] = entry.uid;
    this.#gids[row] = entry.gid;
    this.#sizes[row] = entry.size;
    if (entry.link !== "") this.#links.set(row, entry.link);
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
    return this.#uids[row] ?? 0;
  }
  gid(row: number): number {
    return this.#gids[row] ?? 0;
  }
  size(row: number): number {
    return this.#sizes[row] ?? 0;
  }
  link(row: number): string {
    return this.#links.get(row) ?? "";
  }
  /** The last part of the path; empty for the root. */
  name(row: number): string {
    return this.#names[row] ?? "";
  }
  /** The path of the folder that holds the entry, and of the root for itself. */
  folder(row: number): string {
    return this.#folderPaths[this.#folders[row] ?? 0] ?? "/";
  }
  path(row: number): string {
    const folder = this.folder(row);
    return folder === "/" ? `/${this.name(row)}` : `${folder}/${this.name(row)}`;
  }

  #folderNumber(path: string): number {
    const known = this.#folderNumbers.get(path);
    if (known !== undefined) return known;
    const number = this.#folderPaths.length;
    this.#folderPaths.push(path);
    this.#folderNumbers.set(path, number);
    return number;
  }

  #grow(): void {
    const size = this.#types.length * 2;
    this.#types = grown(new Uint8Array(size), this.#types);
    this.#modes = grown(new Uint16Array(size), this.#modes);
    this.#uids = grown(new Float64Array(size), this.#uids);
    this.#gids = grown(new Float64Array(size), this.#gids);
    this.#sizes = grown(new Float64Array(size), this.#sizes);
    this.#folders = grown(new Uint32Array(size), this.#folders);
  }
}

function grown<T extends { set(other: T): void }>(larger: T, old: T): T {
  larger.set(old);
  return larger;
}
