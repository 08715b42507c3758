// Searches files for secrets while they stream by.
import type { FileSearch } from "./found-secret.ts";
import { createKeyScanner } from "./private-keys.ts";

/**
 * The search of one file. `path` is the file's path in the image, `size` what its tar header states in bytes. Null when the
 * body is too large to be searched: the caller says so in a limit.
 */
export function searchFile(path: string, size: number): FileSearch | null {
  const keys = createKeyScanner(path, size);
  if (keys === null) return null;
  return {
    push: (piece) => keys.push(piece),
    end: () => keys.end().map((key) => ({ ...key, ground: "pattern" })),
  };
}
