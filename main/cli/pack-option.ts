// `--pack`, the same on every command that judges by rules or shows them.
import { resolve } from "node:path";
import { Option } from "commander";
import { gather } from "./source-options.ts";
import type { World } from "./world.ts";

export function packOption(): Option {
  return new Option("--pack <dir>", "take the rules in this folder as well; may be given again").argParser(gather);
}

/** The folders that were named, from where the user stood. */
export function packFolders(pack: readonly string[] | undefined, { cwd }: Pick<World, "cwd">): string[] {
  return (pack ?? []).map((folder) => resolve(cwd, folder));
}
