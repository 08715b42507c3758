// FIPS mode: an option that only Docker Engine - Enterprise lists. A community engine cannot say it either way.
import { words } from "../../control-phrase.ts";
import { defineSurroundingCheck, type SurroundingVerdict } from "../../define-surrounding-check.ts";
import { optionsUntold, securityOption } from "../../security-options.ts";

export const fipsMode = defineSurroundingCheck({
  decides: ["docker-ee-stig:DKER-EE-001070"],
  needs: ["engine.info"],
  lacks: ({ engine }) => (optionsUntold(engine) ? words("host.not-told", { field: "SecurityOptions" }) : null),
  judge({ engine }): SurroundingVerdict {
    const where = "/info SecurityOptions";
    if (securityOption(engine, "fips") !== null) {
      return { status: "pass", evidence: [{ where, detail: words("host.fips-on") }] };
    }
    if (engine.product === "docker-enterprise") {
      return { status: "fail", evidence: [{ where, detail: words("host.fips-off") }] };
    }
    return { status: "not-applicable", reason: words("host.fips-cannot", { product: engine.product }) };
  },
});
