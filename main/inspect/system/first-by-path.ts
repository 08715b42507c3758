// The first files of one kind by path, and how many there are in all: bounded memory for any number of files.
import type { WatchedFile } from "../../../shared/model/system-facts.ts";
import type { ViewNode } from "../layer/view-node.ts";

/** What is listed of one kind. */
export const mostListed = 1000;

export class FirstByPath<T extends { readonly path: string }> {
  #kept: T[] = [];
  #count = 0;

  add(each: T): void {
    this.#count++;
    this.#kept.push(each);
    if (this.#kept.length >= 4 * mostListed) this.#cut();
  }

  get count(): number {
    return this.#count;
  }

  /** The count and the first by path, in order. */
  end(): { count: number; first: T[] } {
    this.#cut();
    return { count: this.#count, first: this.#kept };
  }

  #cut(): void {
    this.#kept = this.#kept.sort((a, b) => (a.path < b.path ? -1 : 1)).slice(0, mostListed);
  }
}

/** A file of the view in the form of the facts. */
export function watchedFile(path: string, { type, mode, uid, gid, layer }: ViewNode): WatchedFile {
  const kind = type === "file" ? "file" : type === "directory" ? "folder" : type === "symlink" ? "link" : "other";
  return { path, type: kind, mode: mode.toString(8).padStart(3, "0"), uid, gid, layer };
}
