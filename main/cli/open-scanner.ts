// From the options to a scanner: one source, or several joined.
import { resolve } from "node:path";
import { FailureError } from "../../shared/model/failure.ts";
import type { SourceSpec } from "../../shared/model/source-spec.ts";
import { joinScanners, type Scanner } from "../scanner.ts";
import { openSource } from "../source/open-source.ts";
import { localScanner } from "../worker/local-scanner.ts";
import type { SourceOptions } from "./source-options.ts";
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

/** What the options name; archives, layouts and the sample take the place of the engine. Throws `usage`. */
function sourceSpecs(options: SourceOptions, cwd: string): SourceSpec[] {
  const files: SourceSpec[] = [
    ...(options.archive ?? []).map((path): SourceSpec => ({ kind: "archive", path: resolve(cwd, path) })),
    ...(options.layout ?? []).map((path): SourceSpec => ({ kind: "layout", path: resolve(cwd, path) })),
    ...(options.sample === true ? [{ kind: "sample" } as const] : []),
  ];
  const namesEngine = options.context !== undefined || options.engine !== undefined;
  if (options.context !== undefined && options.engine !== undefined) {
    throw new FailureError({ kind: "usage", cause: "--context and --engine name two engines; give one of them" });
  }
  if (options.platform !== undefined && !/^[a-z0-9]+\/[a-z0-9_]+(\/[a-z0-9.]+)?$/.test(options.platform)) {
    throw new FailureError({
      kind: "usage",
      cause: "--platform takes OS/ARCH or OS/ARCH/VARIANT, such as linux/arm64",
    });
  }
  if (files.length > 0 && !namesEngine) return files;
  const engine: SourceSpec = {
    kind: "engine",
    ...(options.context === undefined ? {} : { context: options.context }),
    ...(options.engine === undefined ? {} : { url: options.engine }),
    ...(options.insecure === true ? { insecure: true } : {}),
  };
  return [...files, engine];
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
