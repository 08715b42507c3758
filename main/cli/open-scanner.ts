// From the options to a scanner: one source, or several joined.
import type { SourceSpec } from "../../shared/model/source-spec.ts";
import { joinScanners, type Scanner } from "../scanner.ts";
import { openSource } from "../source/open-source.ts";
import { localScanner } from "../worker/local-scanner.ts";
import { type SourceOptions, sourceSpecs } from "./source-options.ts";
import type { World } from "./world.ts";

/** The scanner over all sources that the options name; one source fails as a whole, of several each by itself. */
export async function openScanner(options: SourceOptions, world: World): Promise<Scanner> {
  const specs = sourceSpecs(options, world.cwd);
  const open = async (spec: SourceSpec): Promise<Scanner> =>
    localScanner(await openSource(spec, world, options.platform === undefined ? {} : { platform: options.platform }));
  const [only] = specs;
  if (only !== undefined && specs.length === 1) return open(only);
  return joinScanners(specs.map((spec) => ({ name: specName(spec), open: () => open(spec) })));
}

function specName(spec: SourceSpec): string {
  switch (spec.kind) {
    case "archive":
    case "layout":
      return spec.path;
    case "sample":
      return "sample";
    case "engine":
      return spec.url ?? spec.context ?? "engine";
  }
}
