// One pass over a layer: its digest, its entries, the few bodies that are wanted, secrets in files. Every byte is looked at
// once; bodies that nobody wants are passed over without being copied.
import { createHash } from "node:crypto";
import { DiffId } from "../../../shared/model/digest.ts";
import { throwIfAborted } from "../../abort.ts";
import { BrokenStream } from "../../tar/broken-stream.ts";
import { TarDecoder } from "../../tar/tar-decoder.ts";
import type { TarEntry } from "../../tar/tar-header.ts";
import { GoProgram, mayBeProgram } from "../packages/languages/go-program.ts";
import { maxPackages, type PackageDatabase } from "../packages/package-database.ts";
import { searchFile } from "../secrets/file-search.ts";
import type { FoundSecret } from "../secrets/found-secret.ts";
import { type Keep, keepOf, keptTextLimit } from "./capture.ts";
import { EntryTable } from "./entry-table.ts";
import { fileSink, type Kept } from "./file-sink.ts";
import type { LayerFacts, SecretHit, Skipped, SkippedReason } from "./layer-facts.ts";
import { maxPathLength, normalisePath } from "./layer-path.ts";

/** A layer with more entries is not read to its end: memory is bounded for any input. */
const maxEntries = 5_000_000;
/** Secrets noted in one layer; files beyond are counted as not searched. */
const maxSecrets = 5000;

/** What is done with one body. */
interface Reader {
  push(piece: Buffer): void;
  end(): void | Promise<void>;
}

/**
 * Reads an uncompressed layer to its end. `wanted` names files to keep besides the usual ones (a second pass). Throws
 * BrokenStream when the tar is cut or malformed, the signal's reason when cancelled, and what `bytes` throws.
 */
export async function readLayer(
  bytes: AsyncIterable<Uint8Array>,
  wanted: ReadonlyMap<string, Keep>,
  signal: AbortSignal,
): Promise<LayerFacts> {
  const hash = createHash("sha256");
  const decoder = new TarDecoder();
  const collector = new LayerCollector(wanted);
  let reader: Reader | null = null;
  for await (const chunk of bytes) {
    throwIfAborted(signal);
    hash.update(chunk);
    decoder.feed(chunk);
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
  throwIfAborted(signal);
  decoder.finish();
  return collector.facts(DiffId.parse(`sha256:${hash.digest("hex")}`), decoder.offset);
}

class LayerCollector {
  readonly #wanted: ReadonlyMap<string, Keep>;
  readonly #entries = new EntryTable();
  readonly #texts = new Map<string, Buffer>();
  readonly #databases = new Map<string, PackageDatabase>();
  readonly #secrets: SecretHit[] = [];
  readonly #sparse = new Set<number>();
  readonly #skipped = new Map<SkippedReason, { count: number; example: string }>();
  #unsearched: { count: number; example: string } | null = null;
  #textBytes = 0;
  #packages = 0;
  /** Paths of Go programs, which no path tells. */
  readonly #programs = new Set<string>();

  constructor(wanted: ReadonlyMap<string, Keep>) {
    this.#wanted = wanted;
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
    const row = this.#entries.add(path, entry.type, entry, link);
    if (entry.type !== "file") {
      this.#forget(path);
      return null;
    }
    if (entry.sparse === true) this.#sparse.add(row);
    return this.#bodyReader(path, row, entry);
  }

  facts(diffId: DiffId, size: number): LayerFacts {
    const skipped: Skipped[] = [...this.#skipped].map(([reason, each]) => ({ reason, ...each }));
    return {
      diffId,
      size,
      entries: this.#entries,
      texts: this.#texts,
      databases: this.#databases,
      secrets: this.#secrets,
      unsearched: this.#unsearched,
      sparse: this.#sparse,
      skipped,
    };
  }

  #bodyReader(path: string, row: number, entry: TarEntry): Reader | null {
    const explicit = this.#wanted.size > 0 ? this.#wanted.get(path) : undefined;
    const keep = explicit ?? keepOf(path);
    // A later entry of the same path replaces an earlier one, kept text included.
    if (keep !== null || (this.#programs.size > 0 && this.#programs.has(path))) this.#forget(path);
    if (keep === null && entry.size === 0) return null;
    const mayKeep =
      keep !== null &&
      entry.sparse !== true &&
      (explicit !== undefined || (this.#textBytes < keptTextLimit && this.#packages < maxPackages));
    const program = entry.sparse !== true && mayBeProgram(entry.mode, entry.size) ? new GoProgram() : null;
    const sink = mayKeep ? fileSink(keep, path, entry.size) : null;
    const search = this.#secrets.length < maxSecrets ? searchFile(path, entry.size) : null;
    if (search === null && entry.size > 0) {
      this.#unsearched = { count: (this.#unsearched?.count ?? 0) + 1, example: this.#unsearched?.example ?? path };
    }
    if (sink === null && search === null && program === null) return null;
    const note = (secrets: readonly FoundSecret[]) => {
      for (const found of secrets) this.#secrets.push({ row, ...found });
    };
    const hold = (kept: Kept) => {
      if (kept.kind === "database") this.#holdPackages(path, kept.database);
      else {
        this.#texts.set(path, kept.text);
        this.#textBytes += kept.text.length;
      }
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

  #holdPackages(path: string, database: PackageDatabase): void {
    this.#databases.set(path, database);
    this.#packages += database.packages.length;
  }

  #forget(path: string): void {
    const text = this.#texts.get(path);
    if (text !== undefined) {
      this.#textBytes -= text.length;
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
