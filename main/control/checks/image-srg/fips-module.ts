// A validated cryptographic module, installed and switched on. That the host's kernel runs in FIPS mode, and that the module's
// certificate holds, no image can show; where none is, only the system's owner knows whether one is asked for.
import type { Verdict } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { failOrPass, saidBeside } from "../../fail-or-pass.ts";
import { fipsEvidence } from "./fips-evidence.ts";
import { systemOf } from "./system-of.ts";

export const fipsModule = defineCheck({
  decides: ["image-srg:fips-module", "image-srg:crypto-transit"],
  needs: ["system", "config", "packages"],
  judge(subject): Verdict {
    const { config, packages } = subject;
    const { active, broken, present } = fipsEvidence(systemOf(subject).openssl, config, packages);
    const [ground, ...more] = active;
    if (ground !== undefined) {
      const host = { where: "host", detail: words("srg.fips-host") };
      return failOrPass([], ground, [...more, ...present, host], ["system", "config"]);
    }
    // That a part is missing rests on what was read, so a failure is no surer than a pass.
    const [first, ...rest] = broken;
    if (first !== undefined) {
      return { status: "fail", evidence: [first, ...rest, ...saidBeside(present)], restsOn: ["system", "config"] };
    }
    const reason = present.length > 0 ? words("srg.fips-not-active") : words("srg.fips-absent");
    return { status: "manual", reason, evidence: present };
  },
});
