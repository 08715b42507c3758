// Whether the daemon runs without root. Where it does not, whether it could is a judgement on the workload.
import { words } from "../../control-phrase.ts";
import { defineSurroundingCheck, type SurroundingVerdict } from "../../define-surrounding-check.ts";
import { optionsUntold, securityOption } from "../../security-options.ts";

export const rootless = defineSurroundingCheck({
  decides: ["cis-docker:2.1"],
  needs: ["engine.info"],
  lacks: ({ engine }) => (optionsUntold(engine) ? words("host.not-told", { field: "SecurityOptions" }) : null),
  judge({ engine }): SurroundingVerdict {
    const where = "/info SecurityOptions";
    if (securityOption(engine, "rootless") !== null) {
      return { status: "pass", evidence: [{ where, detail: words("host.rootless") }] };
    }
    const options = engine.securityOptions.join("; ");
    return {
      status: "manual",
      reason: words("host.rootless-person"),
      evidence: [{ where, detail: words("host.rootless-not", { options }) }],
    };
  },
});
