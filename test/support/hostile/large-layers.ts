// The large layers of the long tests: how many files, how they are called, what reading them may take.
import type { StreamedTar } from "./tar-stream.ts";

export interface LargeLayer extends StreamedTar {
  readonly what: string;
  readonly mostMiB: number;
  /** It is not read to its end, for this reason. */
  readonly fails?: RegExp;
}

export const largeLayers: ReadonlyMap<string, LargeLayer> = new Map<string, LargeLayer>([
  [
    "entries",
    {
      what: "a layer of 3,000,000 files",
      entries: 3_000_000,
      bytesEach: 0,
      nameOf: (at: number) => `usr/share/folder-${Math.floor(at / 300)}/sub-${at % 7}/file-${at}`,
      mostMiB: 1024,
    },
  ],
  [
    "bytes",
    {
      what: "an image of 5 GB in 100,000 files",
      entries: 100_000,
      bytesEach: 52_000,
      nameOf: (at: number) => `opt/app/folder-${Math.floor(at / 100)}/file-${at}`,
      mostMiB: 300,
    },
  ],
  [
    "names",
    {
      what: "a layer of 150,000 files, each in a folder of its own with a name of 4,000 characters",
      entries: 150_000,
      bytesEach: 0,
      nameOf: (at: number) => `${at}/${"long-name/".repeat(399)}x`,
      mostMiB: 1024,
      fails: /its names are longer than 536870912 characters together/,
    },
  ],
]);
