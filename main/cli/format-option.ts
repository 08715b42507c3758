// `--format`, the same on every command that prints a result.
import { Option } from "commander";

export type Format = "table" | "json";

export function formatOption(): Option {
  return new Option("--format <format>", "how to print the result").choices(["table", "json"]).default("table");
}
