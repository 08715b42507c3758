// An OCI layout folder as a store. Only `index.json`, `manifest.json`, `oci-layout` and blobs named by a SHA-256 are ever
// opened, and no link leads out of the folder. OCI image specification, "image-layout".
import { constants } from "node:fs";
import { type FileHandle, open as openFile, realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import { BrokenStream } from "../../tar/broken-stream.ts";
import { type BlobStore, maxDocumentBytes, promisedDigest } from "./documents.ts";
import { readAhead } from "./read-ahead.ts";

const topFiles = new Set(["index.json", "manifest.json", "oci-layout"]);

/** The store over the folder; whether it is a layout at all is for the caller to have seen. */
export async function ociLayout(folder: string): Promise<BlobStore> {
  const root = await realpath(folder);

  /** null = not there; throws BrokenStream for what is no regular file inside the folder. */
  async function openInside(name: string): Promise<{ handle: FileHandle; size: number } | null> {
    if (!topFiles.has(name) && promisedDigest(name) === null) return null;
    const path = join(root, ...name.split("/"));
    try {
      const real = await realpath(path);
      if (!real.startsWith(root + sep)) throw new BrokenStream(`${name} leads out of the layout`);
      // Never wait for a pipe, never follow a link put there since.
      const handle = await openFile(
        real,
        constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
      );
      const stat = await handle.stat();
      if (stat.isFile()) return { handle, size: stat.size };
      await handle.close();
      throw new BrokenStream(`${name} is no regular file`);
    } catch (error) {
      if (error instanceof BrokenStream) throw error;
      const code = (error as NodeJS.ErrnoException).code;
      if (code === "ENOENT" || code === "ENOTDIR") return null;
      throw new BrokenStream(`${name} cannot be opened (${code ?? "unknown error"})`, { cause: error });
    }
  }

  async function size(name: string): Promise<number | null> {
    const file = await openInside(name);
    await file?.handle.close();
    return file?.size ?? null;
  }

  return {
    damage: null,
    async resolve(name) {
      try {
        return (await size(name)) === null ? null : name;
      } catch (error) {
        // It is there, but must not be read: `open` says so to the one image that needs it.
        if (error instanceof BrokenStream) return name;
        throw error;
      }
    },
    size,
    async read(name) {
      const file = await openInside(name);
      if (file === null) return null;
      try {
        if (file.size > maxDocumentBytes)
          throw new BrokenStream(`${name} has ${file.size} bytes, too many for a document`);
        return await file.handle.readFile();
      } finally {
        await file.handle.close();
      }
    },
    async *open(name, signal) {
      const file = await openInside(name);
      if (file === null) throw new BrokenStream(`it does not hold ${JSON.stringify(name)}`);
      try {
        yield* readAhead(file.handle, 0, Number.MAX_SAFE_INTEGER, signal);
      } finally {
        await file.handle.close();
      }
    },
    close: async () => {},
  };
}
