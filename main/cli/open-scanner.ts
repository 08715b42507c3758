// From the options to a scanner: one source, or several joined, over the facts that earlier commands have left.
import { resolve } from "node:path";
import { FailureError } from "../../shared/model/failure.ts";
import type { SourceSpec } from "../../shared/model/source-spec.ts";
import { noFactCache } from "../inspect/fact-cache.ts";
import type { InspectDeps } from "../inspect/inspect-images.ts";
import { joinScanners, type Scanner } from "../scanner.ts";
import { homeFolder, homeLayout } from "../store/home.ts";
import { defaultJobs } from "../worker/jobs.ts";
import { openLocalScanner } from "../worker/open-local.ts";
import { cacheTrouble, storedFacts } from "../worker/stored-facts.ts";
import type { SourceOptions } from "./source-options.ts";
import type { World } from "./world.ts";

/** How images are read; both as the command line has them. */
export interface ReadingOptions extends SourceOptions {
  /** `--no-cache` makes it false. */
  readonly cache?: boolean;
  readonly jobs?: number;
}

/**
 * The scanner over all sources that the options name; one source fails as a whole, of several each by itself. A cache that
 * cannot be used is said when the scanner is closed, below what the command has drawn.
 */
export async function openScanner(options: ReadingOptions, world: World): Promise<Scanner> {
  const specs = sourceSpecs(options, world.cwd);
  const troubles: string[] = [];
  const deps = inspectDeps(options, world, (line) => troubles.push(line));
  const platform = options.platform === undefined ? {} : { platform: options.platform };
  const open = (spec: SourceSpec): Promise<Scanner> => openLocalScanner(spec, world, platform, deps);
  const [only] = specs;
  const scanner =
    only !== undefined && specs.length === 1
      ? await open(only)
      : joinScanners(specs.map((spec) => ({ name: specName(spec), open: () => open(spec) })));
  return {
    list: (signal) => scanner.list(signal),
    inspect: (keys, signal) => scanner.inspect(keys, signal),
    surroundings: (scopes, signal) => scanner.surroundings(scopes, signal),
    async close() {
      await scanner.close();
      for (const line of troubles) world.stderr.write(`plimsoll: ${line}\n`);
    },
  };
}

function inspectDeps({ cache, jobs }: ReadingOptions, world: World, warn: (line: string) => void): InspectDeps {
  const atOnce = { jobs: jobs ?? defaultJobs(world.cores) };
  if (cache === false) return { cache: noFactCache, ...atOnce };
  const folder = homeLayout(homeFolder(world.env["PLIMSOLL_HOME"])).cache;
  const stored = storedFacts({
    folder,
    uid: world.uid,
    now: () => world.instant().getTime(),
    build: world.tool.digest ?? "",
    trouble: (cause) => warn(cacheTrouble(folder, cause)),
  });
  return { ...stored, ...atOnce };
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
