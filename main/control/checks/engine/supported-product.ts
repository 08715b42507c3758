// The Docker Enterprise STIG declares its own product out of support: a finding wherever that product runs. Other engines
// have their own support dates, which engine-support.ts judges.
import { words } from "../../control-phrase.ts";
import { defineSurroundingCheck, type SurroundingVerdict } from "../../define-surrounding-check.ts";

export const supportedProduct = defineSurroundingCheck({
  decides: ["docker-ee-stig:DKER-EE-999999"],
  needs: ["engine.info"],
  judge({ engine: { product, engineVersion: version, platformName = "" } }): SurroundingVerdict {
    if (product !== "docker-enterprise") {
      return { status: "not-applicable", reason: words("host.product-other", { product, version }) };
    }
    const detail = words("host.product-ended", { platform: platformName, version });
    return { status: "fail", evidence: [{ where: "/version", detail }] };
  },
});
