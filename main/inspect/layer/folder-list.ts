// The folders that the entries of a layer lie in, each once. Entries come folder by folder, so the last one is tried first.
import type { PackReader, PackWriter } from "./packing.ts";
import { TextArena } from "./text-arena.ts";

export class FolderList {
  readonly #paths: string[] = [];
  readonly #numbers = new Map<string, number>();
  #last = -1;

  get length(): number {
    return this.#paths.length;
  }

  /** The number of the folder of `path`, whose last slash is at `slash`; new or known. */
  numberOf(path: string, slash: number): number {
    const last = this.#paths[this.#last];
    if (last !== undefined && last.length === slash && path.startsWith(last)) return this.#last;
    const folder = slash <= 0 ? "/" : path.slice(0, slash);
    let number = this.#numbers.get(folder);
    if (number === undefined) {
      number = this.#paths.push(folder) - 1;
      this.#numbers.set(folder, number);
    }
    this.#last = number;
    return number;
  }

  path(number: number): string {
    return this.#paths[number] ?? "/";
  }

  pack(writer: PackWriter): void {
    const arena = new TextArena();
    for (const path of this.#paths) arena.add(path);
    arena.pack(writer);
  }

  /** Throws RangeError for what `pack` does not write. */
  static unpack(reader: PackReader): FolderList {
    const list = new FolderList();
    const arena = TextArena.unpack(reader);
    for (let number = 0; number < arena.length; number++) {
      const path = arena.get(number);
      const isNew = path.startsWith("/") && !list.#numbers.has(path);
      if (!isNew) throw new RangeError("the folders of a table are malformed");
      list.#paths.push(path);
      list.#numbers.set(path, number);
    }
    return list;
  }
}
