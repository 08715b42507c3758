// `--entitlements FILE`: what extended support was bought. Words only: this file is part of the thin bundle.
import { Option } from "commander";

export function entitlementsOption(): Option {
  return new Option(
    "--entitlements <file>",
    "the file of extended support that was bought; default entitlements.yaml in the state folder",
  );
}
