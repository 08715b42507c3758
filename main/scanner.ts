// The port through which an audit reads images: in this process or in the scan process, one source or several.

import { type Failure, failureOf } from "../shared/model/failure.ts";
import type { Excluded, ListedImage, SourceInfo } from "../shared/model/image.ts";
import type { InspectEvent } from "../shared/model/inspection.ts";
import type { Surrounding, Surroundings } from "../shared/model/surroundings.ts";
import { noSurroundings } from "./unreached.ts";

export interface ScanList {
  readonly source: SourceInfo;
  readonly images: readonly ListedImage[];
  readonly excluded: readonly Excluded[];
  /** Sources that could not be opened, where others could. */
  readonly failures: readonly { readonly reference: string; readonly failure: Failure }[];
}

/** Reads what lies around the images of an engine, as far as it can be reached. Throws the signal's reason when cancelled. */
export type ReadSurroundings = (scopes: readonly Surrounding[], signal: AbortSignal) => Promise<Surroundings>;

export interface Scanner {
  /** What there is. Throws FailureError when nothing at all can be listed. */
  list(signal: AbortSignal): Promise<ScanList>;
  /** Reads the images of these keys (of `list`); ends when each had its `facts` or `failed`. */
  inspect(keys: readonly string[], signal: AbortSignal): AsyncIterable<InspectEvent>;
  /** What lies around the images; what cannot be reached is said in the answer. */
  readonly surroundings: ReadSurroundings;
  close(): Promise<void>;
}

/** Several sources as one, keys prefixed by the source's number. One that cannot be opened is a failure among others. */
export function joinScanners(
  parts: readonly { readonly name: string; readonly open: () => Promise<Scanner> }[],
): Scanner {
  const opened = new Map<number, Scanner>();
  return {
    async list(signal) {
      const images: ListedImage[] = [];
      const excluded: Excluded[] = [];
      const failures: { reference: string; failure: Failure }[] = [];
      const sources: SourceInfo[] = [];
      for (const [number, part] of parts.entries()) {
        try {
          const scanner = await part.open();
          opened.set(number, scanner);
          const list = await scanner.list(signal);
          sources.push(list.source);
          images.push(...list.images.map((image) => ({ ...image, key: `${number}/${image.key}` })));
          excluded.push(...list.excluded);
          failures.push(...list.failures);
        } catch (error) {
          if (signal.aborted) throw error;
          failures.push({ reference: part.name, failure: failureOf(error) });
        }
      }
      return {
        source: joinedInfo(
          sources,
          parts.map((part) => part.name),
        ),
        images,
        excluded,
        failures,
      };
    },

    async *inspect(keys, signal) {
      let before = 0;
      for (const [number, scanner] of opened) {
        const prefix = `${number}/`;
        const own = keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
        if (own.length === 0) continue;
        let bytes = 0;
        for await (const event of scanner.inspect(own, signal)) {
          if (event.kind === "progress") {
            bytes = event.bytes;
            yield { kind: "progress", bytes: before + bytes };
          } else yield { ...event, key: prefix + event.key };
        }
        before += bytes;
      }
    },

    async surroundings(scopes, signal) {
      // At most one of the sources is an engine.
      let answer = noSurroundings(scopes);
      for (const scanner of opened.values()) {
        const found = await scanner.surroundings(scopes, signal);
        if (found.unreached.length < answer.unreached.length || found.engine !== null) answer = found;
      }
      return answer;
    },

    async close() {
      for (const scanner of opened.values()) await scanner.close();
    },
  };
}

function joinedInfo(sources: readonly SourceInfo[], names: readonly string[]): SourceInfo {
  const [only] = sources;
  if (only !== undefined && sources.length === 1 && names.length === 1) return only;
  const kinds = new Set(sources.map((source) => source.kind));
  const warnings = sources.flatMap((source) => source.warnings ?? []);
  return {
    kind: kinds.size === 1 && only !== undefined ? only.kind : "mixed",
    name: names.join(", "),
    ...(warnings.length > 0 ? { warnings } : {}),
  };
}
