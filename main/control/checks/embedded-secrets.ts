// Secrets in anything that an image carries along: what was found stands among the facts, located and masked.
import type { Verdict } from "../../../shared/model/finding.ts";
import { words } from "../control-phrase.ts";
import { defineCheck } from "../define-check.ts";
import { secretPoint } from "../secret-point.ts";

export const embeddedSecrets = defineCheck({
  decides: ["cis-docker:4.10"],
  needs: ["secrets", "config", "history"],
  judge({ secrets }): Verdict {
    const [first, ...rest] = secrets.map(secretPoint);
    if (first !== undefined) return { status: "fail", evidence: [first, ...rest], restsOn: [] };
    return { status: "pass", evidence: [{ where: "image", detail: words("control.secrets-none") }] };
  },
});
