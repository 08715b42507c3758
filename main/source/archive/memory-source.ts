// An archive or layout whose files are in memory: the built-in sample, and tests.
import type { SourceInfo } from "../../../shared/model/image.ts";
import type { ImageSource } from "../image-source.ts";
import { hostPlatform } from "../platform.ts";
import type { PlatformChoice } from "./choose-platform.ts";
import type { BlobStore } from "./documents.ts";
import { storedSource } from "./stored-source.ts";

/** A source over these files by name, for a linux/amd64 machine unless told otherwise. */
export function memorySource(
  files: ReadonlyMap<string, Uint8Array>,
  info: SourceInfo,
  choice: PlatformChoice = { wanted: null, host: hostPlatform("x64") },
): ImageSource {
  return storedSource(memoryStore(files), info, choice);
}

function memoryStore(files: ReadonlyMap<string, Uint8Array>): BlobStore {
  return {
    damage: null,
    resolve: async (name) => (files.has(name) ? name : null),
    size: async (name) => files.get(name)?.length ?? null,
    read: async (name) => files.get(name) ?? null,
    async *open(name) {
      yield files.get(name) ?? new Uint8Array();
    },
    close: async () => {},
  };
}
