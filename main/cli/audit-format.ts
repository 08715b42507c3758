// `--format` of `plimsoll audit`: beside what every command prints, the list of software of one image (SBOM).
import { Option } from "commander";
import type { Format } from "./format-option.ts";

export type AuditFormat = Format | "cyclonedx" | "spdx";

export function auditFormatOption(): Option {
  return new Option(
    "--format <format>",
    "how to print the result; cyclonedx and spdx are the list of software of one image",
  )
    .choices(["table", "json", "cyclonedx", "spdx"])
    .default("table");
}
