// `--scan-results` and `--vex`. No file is read here: this is part of the thin bundle.
import { Option } from "commander";
import { gather } from "./source-options.ts";

export function scanResultsOption(): Option {
  return new Option(
    "--scan-results <file>",
    "take these findings of a scanner (Trivy, Grype, Docker Scout, Snyk, JFrog Xray, SARIF); may be given again; what the file does not say is added as FILE,on=YYYY-MM-DD,image=sha256:...",
  ).argParser(gather);
}

export function vexOption(): Option {
  return new Option(
    "--vex <file>",
    "put the statements of this OpenVEX document beside what --scan-results found; may be given again",
  ).argParser(gather);
}
