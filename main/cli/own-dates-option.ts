// `--lifecycle FILE`: own products and dates. Words only: this file is part of the thin bundle.
import { Option } from "commander";

export function ownDatesOption(): Option {
  return new Option(
    "--lifecycle <file>",
    "the file of own products and dates; default lifecycle.yaml in the state folder",
  );
}
