// From what the user asked for to an open source: the one place that knows all adapters.
import { assertNever } from "../../shared/model/failure.ts";
import type { SourceSpec } from "../../shared/model/source-spec.ts";
import { openArchive } from "./archive/open-archive.ts";
import { openEngine } from "./engine/open-engine.ts";
import type { ImageSource } from "./image-source.ts";
import { hostPlatform, parsePlatform } from "./platform.ts";
import { sampleSource } from "./sample/sample-source.ts";
import type { SourceWorld } from "./source-world.ts";

export interface SourceOptions {
  /** `--platform OS/ARCH[/VARIANT]`. */
  readonly platform?: string;
}

/** Opens the source. Throws FailureError: not-readable, not-an-archive, context-unusable, engine-insecure, usage. */
export async function openSource(
  spec: SourceSpec,
  world: SourceWorld,
  { platform }: SourceOptions,
  signal: AbortSignal = new AbortController().signal,
): Promise<ImageSource> {
  const wanted = platform === undefined ? null : parsePlatform(platform);
  const choice = { wanted, host: hostPlatform(world.arch) };
  switch (spec.kind) {
    case "sample":
      return sampleSource(choice);
    case "archive":
    case "layout":
      return openArchive(spec.path, choice, signal);
    case "engine":
      return openEngine(spec, world, choice);
    default:
      return assertNever(spec);
  }
}
