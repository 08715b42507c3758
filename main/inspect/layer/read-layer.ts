// One pass over a layer: its digest, its entries, the few bodies that are wanted, secrets in files. Every byte is looked at
// once; bodies that nobody wants are passed over without being copied.
import { DiffId } from "../../../shared/model/digest.ts";
import { throwIfAborted } from "../../abort.ts";
import { BrokenStream } from "../../tar/broken-stream.ts";
import { SparseBody } from "../../tar/sparse-map.ts";
import { TarDecoder } from "../../tar/tar-decoder.ts";
import type { TarEntry } from "../../tar/tar-header.ts";
import { hashHere, longestPiece, type StartHash } from "../layer-hash.ts";
import { GoProgram, mayBeProgram } from "../packages/languages/go-program.ts";
import { OwnedProgramsBudget } from "../packages/owned/owned-programs.ts";
import { maxPackages, type PackageDatabase } from "../packages/package-database.ts";
import { searchFile } from "../secrets/file-search.ts";
import type { FoundSecret } from "../secrets/found-secret.ts";
import type { Reader } from "./body-reader.ts";
import { fetchedTextLimit, type Keep, keepOf, keptTextLimit } from "./capture.ts";
import { EntryTable } from "./entry-table.ts";
import { capabilityAttribute, decodeCapabilities, type FileCapabilities } from "./file-capabilities.ts";
import { fileSink, type Kept } from "./file-sink.ts";
import type { LayerFacts, SecretHit, ShallowSearch, Skipped, SkippedReason } from "./layer-facts.ts";
import { maxPathLength, normalisePath } from "./layer-path.ts";
import { SystemBodies } from "./system-bodies.ts";

/** A layer with more entries is not read to its end: memory is bounded for any input. */
const maxEntries = 5_000_000;
/** Characters of names and link targets of one layer: of three million real entries they are under 400 million. */
const maxNameCharacters = 512 * 1024 * 1024;
/** Secrets noted in one layer; files beyond are counted as not searched. */
const maxSecrets = 5000;

/** Files with capabilities noted in one layer; no system has a hundred. */
const maxCapable = 20_000;
/** Bytes of sparse files that are laid out in one layer: their holes cost its writer nothing, and a reader time. */
const maxExpanded = 512 * 1024 * 1024;

/**
 * Reads an uncompressed layer to its end. `wanted` names files to keep besides the usual ones (a second pass). The hash is
 * fed before the pieces are looked at, so that it may run beside the reading. Throws
 * BrokenStream when the tar is cut or malformed, the signal's reason when cancelled, and what `bytes` throws.
 */
export async function readLayer(
  bytes: AsyncIterable<Uint8Array>,
  wanted: ReadonlyMap<string, Keep>,
  signal: AbortSignal,
  startHash: StartHash = hashHere,
): Promise<LayerFacts> {
  const hash = startHash();
  const decoder = new TarDecoder();
  const collector = new LayerCollector(wanted, (size) => hash.body(decoder.offset, size));
  let reader: Reader | null = null;
  try {
    for await (const chunk of bytes) {
      for (let at = 0; at < chunk.length; at += longestPiece) {
        throwIfAborted(signal);
        const piece = chunk.length <= longestPiece ? chunk : chunk.subarray(at, at + longestPiece);
        const taken = hash.update(piece);
        if (taken !== undefined) await taken;
        decoder.feed(piece);
        for (let step = decoder.next(); step !== null; step = decoder.next()) {
          if (step.kind === "entry") {
            reader = collector.entry(step.entry);
            if (reader === null) decoder.skipBody();
          } else if (step.kind === "body") reader?.push(step.bytes);
          else {
            const ended = reader?.end();
            if (ended !== undefined) await ended;
            reader = null;
          }
        }
      }
    }
    throwIfAborted(signal);
    decoder.finish();
  } catch (error) {
    hash.abandon();
    throw error;
  }
  const diffId = DiffId.parse(`sha256:${await hash.digest()}`);
  return collector.facts(diffId, decoder.offset, hash.bodies());
}

class LayerCollector {
  readonly #wanted: ReadonlyMap<string, Keep>;
  readonly #entries = new EntryTable();
  readonly #texts = new Map<string, Buffer>();
  readonly #databases = new Map<string, PackageDatabase>();
  readonly #secrets: SecretHit[] = [];
  readonly #sparse = new Set<number>();
  readonly #capabilities = new Map<number, FileCapabilities>();
  readonly #systemBodies: SystemBodies;
  readonly #skipped = new Map<SkippedReason, { count: number; example: string }>();
  #unsearched: { count: number; example: string } | null = null;
  readonly #shallow = new Map<ShallowSearch["depth"], { count: number; example: string }>();
  #nameCharacters = 0;
  /** Of kept texts, each counted with what it costs when it is empty. */
  #textBytes = 0;
  #expandable = maxExpanded;
  #packages = 0;
  readonly #owned = new OwnedProgramsBudget();
  /** Paths of Go programs, which no path tells. */
  readonly #programs = new Set<string>();

  /** `digestBody` asks for the digest of the body that comes next. */
  constructor(wanted: ReadonlyMap<string, Keep>, digestBody: (size: number) => void) {
    this.#wanted = wanted;
    this.#systemBodies = new SystemBodies(digestBody, (reason, path) => void this.#skip(reason, path));
  }

  /** Notes an entry; returns who reads its body, null when nobody does. */
  entry(entry: TarEntry): Reader | null {
    if (entry.type === "other") return this.#skip("type", entry.path);
    const place = normalisePath(entry.path);
    if ("problem" in place) return this.#skip(place.problem, entry.path);
    const target = entry.type === "hardlink" ? normalisePath(entry.linkPath) : null;
    if (target !== null && "problem" in target) return this.#skip(target.problem, entry.path);
    if (entry.type === "symlink" && entry.linkPath.length > maxPathLength) return this.#skip("too-long", entry.path);
    if (this.#entries.length >= maxEntries) throw new BrokenStream(`more than ${maxEntries} entries`);
    const { path } = place;
    const link = target === null ? entry.linkPath : target.path;
    this.#nameCharacters += path.length + link.length;
    if (this.#nameCharacters > maxNameCharacters) {
      throw new BrokenStream(`its names are longer than ${maxNameCharacters} characters together`);
    }
    const row = this.#entries.add(path, entry.type, entry, link);
    const attribute = entry.xattrs?.get(capabilityAttribute);
    if (attribute !== undefined) this.#noteCapabilities(row, entry, attribute);
    if (entry.type !== "file") {
      this.#forget(path);
      return null;
    }
    const content = entry.sparse === true ? this.#contentOf(entry) : null;
    if (entry.sparse === true && content === null) this.#sparse.add(row);
    const isContent = entry.sparse !== true || content !== null;
    const reader = this.#systemBodies.beside(
      this.#bodyReader(path, row, entry, isContent),
      path,
      row,
      entry,
      isContent,
    );
    return reader === null || content === null ? reader : expanding(content, reader);
  }

  facts(diffId: DiffId, size: number, md5: Uint8Array): LayerFacts {
    const skipped: Skipped[] = [...this.#skipped].map(([reason, each]) => ({ reason, ...each }));
    return {
      diffId,
      size,
      entries: this.#entries,
      texts: this.#texts,
      databases: this.#databases,
      secrets: this.#secrets,
      unsearched: this.#unsearched,
      shallow: [...this.#shallow].map(([depth, each]) => ({ depth, ...each })),
      sparse: this.#sparse,
      capabilities: this.#capabilities,
      elf: this.#systemBodies.elf,
      digests: this.#systemBodies.digests(md5),
      skipped,
    };
  }

  #noteCapabilities(row: number, { type, path }: TarEntry, attribute: Buffer): void {
    if (type !== "file" && type !== "hardlink") return;
    const found = this.#capabilities.size < maxCapable ? decodeCapabilities(attribute) : null;
    if (found === null) this.#skip("capabilities", path);
    else this.#capabilities.set(row, found);
  }

  /** A sparse file laid out, as far as the layer's holes are not out of all measure. */
  #contentOf(entry: TarEntry): SparseBody | null {
    if (entry.sparseMap === undefined || entry.size > this.#expandable) return null;
    this.#expandable -= entry.size;
    return new SparseBody(entry.sparseMap, entry.size, entry.path);
  }

  /** `isContent`: what is pushed are the file's bytes one after another. */
  #bodyReader(path: string, row: number, entry: TarEntry, isContent: boolean): Reader | null {
    const explicit = this.#wanted.size > 0 ? this.#wanted.get(path) : undefined;
    const keep = explicit ?? keepOf(path);
    // A later entry of the same path replaces an earlier one, kept text included.
    if (keep !== null || (this.#programs.size > 0 && this.#programs.has(path))) this.#forget(path);
    if (keep === null && entry.size === 0) return null;
    const mayKeep =
      keep !== null &&
      isContent &&
      this.#textBytes < (explicit === undefined ? keptTextLimit : fetchedTextLimit) &&
      this.#packages < maxPackages;
    const program = isContent && mayBeProgram(entry.mode, entry.size) ? new GoProgram() : null;
    const sink = mayKeep ? fileSink(keep, path, entry.size) : null;
    const search = this.#secrets.length < maxSecrets ? searchFile(path, entry.size) : null;
    if (search === null && entry.size > 0) {
      this.#unsearched = { count: (this.#unsearched?.count ?? 0) + 1, example: this.#unsearched?.example ?? path };
    }
    if (sink === null && search === null && program === null) return null;
    const note = (secrets: readonly FoundSecret[]) => {
      for (const found of secrets) this.#secrets.push({ row, ...found });
      if (search !== null && search.depth !== "all") this.#noteShallow(search.depth, path);
    };
    const hold = (kept: Kept) => {
      if (kept.kind === "database") this.#holdPackages(path, kept.database);
      if (kept.text === undefined) return;
      this.#texts.set(path, kept.text);
      this.#textBytes += costOf(kept.text);
    };
    return {
      push(piece) {
        sink?.push(piece);
        search?.push(piece);
        program?.push(piece);
      },
      end: () => {
        const secrets = search?.end() ?? [];
        const kept = sink?.end();
        const built = program?.end() ?? null;
        if (built !== null) {
          this.#programs.add(path);
          // Beyond the bound it is counted as not read.
          this.#holdPackages(path, this.#packages < maxPackages ? built : { ...built, packages: [], malformed: 1 });
        }
        // Nearly always both are there at once, and then nothing waits.
        if (!(secrets instanceof Promise)) note(secrets);
        if (kept !== undefined && !(kept instanceof Promise)) hold(kept);
        if (!(secrets instanceof Promise || kept instanceof Promise)) return undefined;
        return Promise.all([secrets, kept]).then(([found, database]) => {
          if (secrets instanceof Promise) note(found);
          if (kept instanceof Promise && database !== undefined) hold(database);
        });
      },
    };
  }

  #noteShallow(depth: ShallowSearch["depth"], path: string): void {
    const known = this.#shallow.get(depth);
    if (known === undefined) this.#shallow.set(depth, { count: 1, example: path });
    else known.count++;
  }

  #holdPackages(path: string, database: PackageDatabase): void {
    const { programs } = database;
    this.#databases.set(
      path,
      programs === undefined ? database : { ...database, programs: this.#owned.take(programs) },
    );
    // One that names none takes its place as well.
    this.#packages += Math.max(database.packages.length, 1);
  }

  #forget(path: string): void {
    const text = this.#texts.get(path);
    if (text !== undefined) {
      this.#textBytes -= costOf(text);
      this.#texts.delete(path);
    }
    this.#databases.delete(path);
  }

  #skip(reason: SkippedReason, path: string): null {
    const known = this.#skipped.get(reason);
    if (known === undefined) this.#skipped.set(reason, { count: 1, example: path.slice(0, 300) });
    else known.count++;
    return null;
  }
}

/** A kept text with its place in memory and in the list. */
function costOf(text: Buffer): number {
  return text.length + 256;
}

/** The reader of a sparse file's content, fed with what is stored of it. */
function expanding(content: SparseBody, reader: Reader): Reader {
  return {
    push(stored) {
      for (const piece of content.push(stored)) reader.push(piece);
    },
    end() {
      for (const piece of content.end()) reader.push(piece);
      return reader.end();
    },
  };
}
