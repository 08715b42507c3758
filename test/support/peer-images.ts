// All images that tools are compared on, and our verdicts on them by the real reader and the real rules.
import { judgeControls } from "../../main/control/judge.ts";
import { loadRules } from "../../main/data/rules.ts";
import type { Status } from "../../shared/model/finding.ts";
import { images as addedFiles } from "../cases/peers/added-files.ts";
import { images as healthchecks } from "../cases/peers/healthcheck.ts";
import { images as packageIndexes } from "../cases/peers/package-index.ts";
import { images as secrets } from "../cases/peers/secrets.ts";
import { images as setBits } from "../cases/peers/set-bits.ts";
import { images as users } from "../cases/peers/user.ts";
import { layoutOf, memorySource } from "./image-builder.ts";
import { day } from "./kept-run.ts";
import type { PeerImage } from "./peer-image.ts";
import { readPlace, readSource } from "./read-images.ts";

export const peerImages: readonly PeerImage[] = [
  ...users,
  ...healthchecks,
  ...packageIndexes,
  ...setBits,
  ...addedFiles,
  ...secrets,
];

/** Our verdict on each control of CIS section 4, `4.1` and so on. */
export async function ourVerdicts({ image, isOci }: PeerImage): Promise<Readonly<Record<string, Status>>> {
  const rules = (await loadRules("assets/rules")).filter(({ id }) => id === "cis-docker");
  const read = isOci === true ? await readPlace(layoutOf([image])) : await readSource(memorySource([image]));
  const [inspected] = read.inspected;
  if (inspected === undefined) throw new Error(`the image was not read: ${read.failures.join(", ")}`);
  const findings = judgeControls(inspected, rules, day("2026-11-24"));
  return Object.fromEntries(findings.map(({ control, status }) => [control.replace("cis-docker:", ""), status]));
}
