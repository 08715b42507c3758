// The built-in pair of images as a source: no engine, no file, the same digests everywhere.

import type { PlatformChoice } from "../archive/choose-platform.ts";
import { memorySource } from "../archive/memory-source.ts";
import type { ImageSource } from "../image-source.ts";
import { hardenedImage } from "./hardened-image.ts";
import { legacyImage } from "./legacy-image.ts";
import { sampleFiles } from "./sample-image.ts";

export function sampleSource(choice: PlatformChoice): ImageSource {
  const info = { kind: "sample", name: "built-in sample" } as const;
  return memorySource(sampleFiles([legacyImage, hardenedImage]), info, choice);
}
