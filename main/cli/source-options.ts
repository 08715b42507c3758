// The options that say where images come from, the same for every command that reads images.
import { resolve } from "node:path";
import { type Command, Option } from "commander";
import { FailureError } from "../../shared/model/failure.ts";
import type { SourceSpec } from "../../shared/model/source-spec.ts";

export interface SourceOptions {
  readonly archive?: readonly string[];
  readonly layout?: readonly string[];
  readonly sample?: boolean;
  readonly context?: string;
  readonly engine?: string;
  readonly insecure?: boolean;
  readonly platform?: string;
}

export function withSourceOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--archive <file>", "read a docker save archive or OCI tar; may be given again").argParser(gather),
    )
    .addOption(new Option("--layout <dir>", "read an OCI layout folder; may be given again").argParser(gather))
    .option("--sample", "use the built-in pair of images; no engine needed")
    .option("--context <name>", "use this docker context")
    .option("--engine <url>", "use the engine at unix://, npipe://, tcp:// or ssh://")
    .option("--insecure", "accept a tcp engine without TLS; said in the report")
    .option("--platform <os/arch[/variant]>", "which platform of a multi-platform image");
}

/** What the options name; archives, layouts and the sample take the place of the engine. Throws `usage`. */
export function sourceSpecs(options: SourceOptions, cwd: string): SourceSpec[] {
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

function gather(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value];
}
