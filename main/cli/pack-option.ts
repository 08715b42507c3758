// `--pack`, the same on every command that judges by rules or shows them. No folder is read here: this is part of the thin
// bundle.
import { Option } from "commander";
import { gather } from "./source-options.ts";

export function packOption(): Option {
  return new Option("--pack <dir>", "take the rules in this folder as well; may be given again").argParser(gather);
}
