// Searches files for secrets while they stream by: text for every kind, binary files for private keys, files of a known name
// by their format as well.

import { isBinaryKey, mayHoldBinaryKey } from "./binary-key.ts";
import { BodySearch, longRuleBook, ruleBook } from "./body-search.ts";
import type { FileSearch, FoundSecret, SearchDepth } from "./found-secret.ts";
import { keyRules } from "./key-rules.ts";
import { searchKnownFile } from "./known-file-search.ts";
import { type KnownFile, knownFileAt, maximumKnownFile } from "./known-files.ts";
import { previewOf } from "./secret-span.ts";
import { textRules } from "./text-rules.ts";

/** Bodies above this are not looked into: secrets live in small files, and the reading must keep pace with the tar. */
export const maximumBody = 32 * 1024 * 1024;
/** A file with a zero byte among its first is not text; git decides the same way. */
const textHead = 8000;
/**
 * Shared libraries in the system's folders: crypto libraries carry published keys for the self tests that FIPS 140 asks for.
 * A program of one's own lies elsewhere or is no `.so`, and is searched.
 */
const systemLibrary = /^\/(?:usr\/)?lib(?:32|64|x32)?\/(?:[^/]+\/){0,3}[^/]+\.so(?:\.\d+)*$/;
/** Debian policy 12.6: what a package gives as an example. Its keys are the same on every machine, and published. */
const publishedExample = /^\/usr\/share\/doc\/[^/]+\/examples\//;

const textBook = ruleBook(textRules);
const binaryBook = longRuleBook(keyRules);

/**
 * The search of one file. `path` is the file's path in the image, `size` what its tar header states in bytes. Null when the
 * body is too large to be searched: the caller says so in a limit.
 */
export function searchFile(path: string, size: number): FileSearch | null {
  if (size > maximumBody) return null;
  const known = knownFileAt(path);
  if (known === null) return new StreamedFile(path, size, "all");
  return size > maximumKnownFile ? new StreamedFile(path, size, "unparsed") : new KnownFileSearch(known);
}

/** Searched piece by piece, without being kept. */
class StreamedFile implements FileSearch {
  depth: SearchDepth;
  readonly #path: string;
  readonly #size: number;
  #search: BodySearch | null = null;
  /** The head so far, while it is not whole: what a file is must not depend on where the stream was cut. */
  #head: Buffer | null = null;
  #isDerKey = false;
  #isSystemLibrary = false;

  constructor(path: string, size: number, depth: SearchDepth) {
    this.#path = path;
    this.#size = size;
    this.depth = depth;
  }

  push(piece: Buffer): void {
    if (this.#search !== null) this.#search.push(piece);
    else {
      const head = this.#head === null ? piece : Buffer.concat([this.#head, piece]);
      if (head.length >= Math.min(textHead, this.#size)) this.#begin(head);
      else this.#head = Buffer.from(head);
    }
  }

  end(): FoundSecret[] {
    // Bytes that were promised and never came.
    if (this.#search === null && this.#head !== null) this.#begin(this.#head);
    const hits = this.#search?.end() ?? [];
    const found = hits.map(
      ({ kind, length }): FoundSecret => ({ kind, preview: previewOf(kind, length), ground: "pattern" }),
    );
    if (this.#isDerKey) {
      const kind = "private key (DER)";
      found.unshift({ kind, preview: `${kind}, ${this.#size} bytes`, ground: "pattern" });
    }
    const published = this.#isSystemLibrary ? "self-test" : publishedExample.test(this.#path) ? "examples" : null;
    if (found.length === 0 || published === null) return found;
    this.depth = published;
    return [];
  }

  #begin(first: Buffer): void {
    this.#head = null;
    const head = first.subarray(0, textHead);
    const isText = head.indexOf(0) < 0;
    this.#isDerKey = mayHoldBinaryKey(this.#path) && isBinaryKey(head);
    if (!isText) {
      this.depth = "keys";
      this.#isSystemLibrary = head.length >= 4 && head.readUInt32BE(0) === 0x7f454c46 && systemLibrary.test(this.#path);
    }
    this.#search = new BodySearch(isText ? textBook : binaryBook, this.#size);
    this.#search.push(first);
  }
}

/** Kept whole, which its size allows, and read at the end. */
class KnownFileSearch implements FileSearch {
  depth: SearchDepth = "all";
  readonly #file: KnownFile;
  readonly #pieces: Buffer[] = [];

  constructor(file: KnownFile) {
    this.#file = file;
  }

  push(piece: Buffer): void {
    this.#pieces.push(Buffer.from(piece));
  }

  async end(): Promise<readonly FoundSecret[]> {
    const { secrets, isParsed } = await searchKnownFile(this.#file, Buffer.concat(this.#pieces));
    if (!isParsed) this.depth = "unparsed";
    return secrets;
  }
}
