// An uncompressed tar on disk as a store: indexed once, then read where it is asked for.
import type { FileHandle } from "node:fs/promises";
import { BrokenStream } from "../../tar/broken-stream.ts";
import { type BlobStore, maxDocumentBytes } from "./documents.ts";
import { followLinks } from "./entry-name.ts";
import { readAhead } from "./read-ahead.ts";
import { indexTar, type TarIndex } from "./tar-index.ts";

/** The store over an open tar of `size` bytes; `close` closes the handle. */
export async function archiveFile(handle: FileHandle, size: number, signal: AbortSignal): Promise<BlobStore> {
  return tarStore(handle, await indexTar(handle, size, signal));
}

function tarStore(handle: FileHandle, { files, links, damage }: TarIndex): BlobStore {
  const find = (name: string) => {
    const target = followLinks(name, links);
    const file = target === null ? undefined : files.get(target);
    return target === null || file === undefined ? null : { name: target, ...file };
  };

  async function* open(name: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
    const file = find(name);
    if (file === null) throw new BrokenStream(`it does not hold ${JSON.stringify(name)}`);
    let done = 0;
    for await (const piece of readAhead(handle, file.offset, file.length, signal)) {
      done += piece.length;
      yield piece;
    }
    if (done < file.length) throw new BrokenStream(`cut short after ${done} of ${file.length} bytes`);
  }

  return {
    damage,
    resolve: async (name) => find(name)?.name ?? null,
    size: async (name) => find(name)?.length ?? null,
    async read(name, signal) {
      const file = find(name);
      if (file === null) return null;
      if (file.length > maxDocumentBytes)
        throw new BrokenStream(`${name} has ${file.length} bytes, too many for a document`);
      const pieces: Uint8Array[] = [];
      for await (const piece of open(name, signal)) pieces.push(piece);
      return Buffer.concat(pieces);
    },
    open,
    close: () => handle.close(),
  };
}
