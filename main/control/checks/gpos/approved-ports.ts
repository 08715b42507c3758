// Functions, ports and protocols against the list of what is approved: the ports that the image declares, by the policy. What
// is published is decided when a container is started, so that an image without declared ports is left to those controls.
import type { ProofPoint, Verdict } from "../../../../shared/model/finding.ts";
import { isAllowedPort } from "../../../../shared/policy-match.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { coversOf } from "./host-controls.ts";
import { leftToHost } from "./profile-rules.ts";

export const approvedPorts = defineCheck({
  decides: leftToHost.ports,
  needs: ["config"],
  judge({ config: { exposedPorts }, policy: { allowedPorts } }): Verdict {
    const points = exposedPorts.map((port): ProofPoint => {
      const says = isAllowedPort(port, allowedPorts) ? "gpos.port-approved" : "gpos.port-declared";
      return { where: `config.ExposedPorts ${port}`, detail: words(says) };
    });
    const [first, ...rest] = points;
    if (first === undefined) {
      return { status: "not-applicable", reason: words("gpos.no-ports", { covers: coversOf("ports") }) };
    }
    return exposedPorts.every((port) => isAllowedPort(port, allowedPorts))
      ? { status: "pass", evidence: [first, ...rest] }
      : { status: "manual", reason: words("gpos.look-ports"), evidence: points };
  },
});
