// A docker save or OCI tar read once, as it comes: every file that may be a layer is handed on while it streams, small
// JSON documents are kept, and what belongs together is known at the end, for the manifest may stand anywhere.
import { BrokenStream } from "../../tar/broken-stream.ts";
import { readTar } from "../../tar/read-tar.ts";
import { type Documents, maxDocumentBytes, maxDocumentsBytes } from "./documents.ts";
import { entryName, followLinks, linkTarget } from "./entry-name.ts";

/** A file of the archive that is no JSON document. Read or abandon `bytes` before asking for the next. */
export interface SavedBlob {
  readonly name: string;
  readonly size: number;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** What was seen when the stream is over. */
export interface SavedContents {
  readonly documents: ReadonlyMap<string, Uint8Array>;
  /** Stored size of every file that came whole, documents included. */
  readonly sizes: ReadonlyMap<string, number>;
  readonly links: ReadonlyMap<string, string>;
  /** Why the stream ended early; null = read to its end. */
  readonly damage: string | null;
}

const maxEntries = 100_000;
/** Files of old archives that repeat what manifest.json and the config say. */
const repeated = /(?:^|\/)(?:VERSION|json|repositories)$/;

/**
 * Hands on blobs in the archive's order and returns the rest. A stream that breaks is no error here but `damage`: what came
 * before it holds. Throws the signal's reason when cancelled.
 */
export async function* readSaveStream(
  bytes: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<SavedBlob, SavedContents> {
  const documents = new Map<string, Uint8Array>();
  const sizes = new Map<string, number>();
  const links = new Map<string, string>();
  let kept = 0;
  let current: string | null = null;
  let count = 0;
  // Whoever reads a body meets the error of the input first; it is the cause, and what the tar reader says is its effect.
  let broken: unknown = null;
  const input = async function* (): AsyncGenerator<Uint8Array> {
    try {
      yield* bytes;
    } catch (error) {
      broken = error;
      throw error;
    }
  };
  try {
    for await (const { entry, body } of readTar(input(), signal)) {
      if (++count > maxEntries) throw new BrokenStream(`it has more than ${maxEntries} entries`);
      const name = entryName(entry.path);
      if (name === null) continue;
      if (entry.type === "symlink" || entry.type === "hardlink") {
        const target = linkTarget(name, entry.linkPath, entry.type);
        if (target !== null) links.set(name, target);
      }
      if (entry.type !== "file" || repeated.test(name)) continue;
      if (sizes.has(name)) {
        // Readers would disagree about which one counts, so none of it does.
        documents.clear();
        sizes.clear();
        throw new BrokenStream(`it holds ${JSON.stringify(name)} twice`);
      }
      if (entry.sparse === true) throw new BrokenStream(`its entry ${JSON.stringify(name)} is a sparse file`);
      current = name;
      sizes.set(name, entry.size);
      const pieces = body[Symbol.asyncIterator]();
      const first = await pieces.next();
      const start = first.done === true ? new Uint8Array() : first.value;
      if (entry.size <= maxDocumentBytes && looksLikeJson(start)) {
        kept += entry.size;
        if (kept > maxDocumentsBytes) throw new BrokenStream(`its documents are over ${maxDocumentsBytes} bytes`);
        documents.set(name, await gather(start, pieces));
      } else yield { name, size: entry.size, bytes: resume(start, pieces) };
      current = null;
    }
    return { documents, sizes, links, damage: null };
  } catch (error) {
    if (signal.aborted) throw error;
    // The file at which it broke is not there.
    if (current !== null) sizes.delete(current);
    const cause = broken ?? error;
    return { documents, sizes, links, damage: cause instanceof Error ? cause.message : String(cause) };
  }
}

/** What was kept of a stream, as the documents of an archive. */
export function savedDocuments({ documents, sizes, links, damage }: SavedContents): Documents {
  const find = (name: string): string | null => {
    const target = followLinks(name, links);
    return target !== null && sizes.has(target) ? target : null;
  };
  return {
    damage,
    resolve: async (name) => find(name),
    size: async (name) => sizes.get(find(name) ?? "") ?? null,
    async read(name) {
      const target = find(name);
      const size = sizes.get(target ?? "") ?? 0;
      if (size > maxDocumentBytes) throw new BrokenStream(`${target} has ${size} bytes, too many for a document`);
      return documents.get(target ?? "") ?? null;
    },
  };
}

/** A tar begins with the name of its first member, gzip and zstd with their magic; JSON documents with a bracket. */
function looksLikeJson(start: Uint8Array): boolean {
  const first = start.find((byte) => byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09);
  return first === 0x7b || first === 0x5b;
}

async function gather(start: Uint8Array, rest: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  // Copies: pieces are views into the stream's own buffers.
  const pieces: Uint8Array[] = [Buffer.from(start)];
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) pieces.push(Buffer.from(next.value));
  return Buffer.concat(pieces);
}

async function* resume(start: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (start.length > 0) yield start;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
