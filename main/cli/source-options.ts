// The options that say where images come from, the same for every command that reads images.
import { type Command, Option } from "commander";

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

/** An option that may be given again: its values in their order. */
export function gather(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value];
}
