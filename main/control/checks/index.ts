// The list of checks: adding one is a file and a line here.
import type { Check } from "../define-check.ts";
import { addInstruction } from "./add-instruction.ts";
import { contentTrust } from "./content-trust.ts";
import { embeddedSecrets } from "./embedded-secrets.ts";
import { gposChecks } from "./gpos/index.ts";
import { healthcheck } from "./healthcheck.ts";
import { imageSrgChecks } from "./image-srg/index.ts";
import { imageUser } from "./image-user.ts";
import { patched } from "./patched.ts";
import { setuidFiles } from "./setuid-files.ts";
import { signedArtifacts } from "./signed-artifacts.ts";
import { trustedBase } from "./trusted-base.ts";
import { unnecessaryPackages } from "./unnecessary-packages.ts";
import { updateAlone } from "./update-alone.ts";
import { verifiedPackages } from "./verified-packages.ts";

export const checks: readonly Check[] = [
  imageUser,
  trustedBase,
  unnecessaryPackages,
  patched,
  contentTrust,
  healthcheck,
  updateAlone,
  setuidFiles,
  addInstruction,
  embeddedSecrets,
  verifiedPackages,
  signedArtifacts,
  ...imageSrgChecks,
  ...gposChecks,
];
