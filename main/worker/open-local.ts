// A source in this process, with what lies around its images: the same for the command line and the scan process.
import type { SourceSpec } from "../../shared/model/source-spec.ts";
import type { InspectDeps } from "../inspect/inspect-images.ts";
import type { Scanner } from "../scanner.ts";
import { openSource, type SourceOptions } from "../source/open-source.ts";
import type { SourceWorld } from "../source/source-world.ts";
import { openSurroundings } from "../surroundings/open-surroundings.ts";
import { localScanner } from "./local-scanner.ts";

/** The scanner of what `spec` names. Throws FailureError as `openSource`. */
export async function openLocalScanner(
  spec: SourceSpec,
  world: SourceWorld,
  options: SourceOptions,
  deps?: InspectDeps,
): Promise<Scanner> {
  const source = await openSource(spec, world, options);
  return localScanner(source, deps, spec.kind === "engine" ? openSurroundings(spec, world) : undefined);
}
