// Where each file of a tar on disk lies, found by reading headers and seeking over bodies: a 5 GB archive is indexed with
// a few hundred short reads.
import type { FileHandle } from "node:fs/promises";
import { throwIfAborted } from "../../abort.ts";
import { BrokenStream } from "../../tar/broken-stream.ts";
import { TarDecoder } from "../../tar/tar-decoder.ts";
import { blockSize, isZeroBlock, type TarEntry } from "../../tar/tar-header.ts";
import { entryName, linkTarget } from "./entry-name.ts";

export interface TarIndex {
  /** `length` is what the header promises; `present` what the file really holds of it. */
  readonly files: ReadonlyMap<string, { readonly offset: number; readonly length: number; readonly present: number }>;
  readonly links: ReadonlyMap<string, string>;
  /** Why the rest could not be indexed; null = read to the end. */
  readonly damage: string | null;
}

/** More entries than the largest real archives have by far; each costs memory. */
const maxEntries = 100_000;

/** The index of an open tar of `size` bytes. What lies before a damage is kept. Throws the signal's reason. */
export async function indexTar(handle: FileHandle, size: number, signal: AbortSignal): Promise<TarIndex> {
  const files = new Map<string, { offset: number; length: number; present: number }>();
  const links = new Map<string, string>();
  let damage: string | null = null;
  try {
    let at = 0;
    for (let count = 0; at < size; count++) {
      throwIfAborted(signal);
      if (count > maxEntries) throw new BrokenStream(`it has more than ${maxEntries} entries`);
      const found = await readEntry(handle, at);
      if (found === null) break;
      const { entry, body } = found;
      const name = entryName(entry.path);
      if (name !== null && (entry.type === "symlink" || entry.type === "hardlink")) {
        const target = linkTarget(name, entry.linkPath, entry.type);
        if (target !== null) links.set(name, target);
      }
      if (name !== null && entry.type === "file") {
        if (entry.sparse === true) throw new BrokenStream(`its entry ${JSON.stringify(name)} is a sparse file`);
        if (files.has(name)) {
          // Readers would disagree about which one counts, so none of it does.
          files.clear();
          throw new BrokenStream(`it holds ${JSON.stringify(name)} twice`);
        }
        files.set(name, { offset: body, length: entry.size, present: Math.max(0, Math.min(entry.size, size - body)) });
      }
      if (body + entry.size > size) {
        throw new BrokenStream(`it is cut short at byte ${size}, inside ${JSON.stringify(entry.path)}`);
      }
      at = body + Math.ceil(entry.size / blockSize) * blockSize;
    }
  } catch (error) {
    if (!(error instanceof BrokenStream)) throw error;
    damage = error.message;
  }
  return { files, links, damage };
}

/** The entry whose headers begin at `at`, and where its body begins; null at the archive's end. */
async function readEntry(handle: FileHandle, at: number): Promise<{ entry: TarEntry; body: number } | null> {
  const decoder = new TarDecoder();
  const block = Buffer.alloc(blockSize);
  for (let from = at; ; from += blockSize) {
    const { bytesRead } = await handle.read(block, 0, blockSize, from);
    if (bytesRead === 0 && from === at) return null;
    if (bytesRead < blockSize) throw new BrokenStream(`it is cut short at byte ${from + bytesRead}, inside a header`);
    if (from === at && isZeroBlock(block)) return null;
    decoder.feed(block);
    const step = decoder.next();
    if (step?.kind === "entry") return { entry: step.entry, body: at + decoder.offset };
  }
}
