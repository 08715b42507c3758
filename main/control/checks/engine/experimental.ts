// Experimental features of the daemon, which get no support and may change or vanish.
import { words } from "../../control-phrase.ts";
import { defineSurroundingCheck, type SurroundingVerdict } from "../../define-surrounding-check.ts";

export const experimental = defineSurroundingCheck({
  decides: ["cis-docker:2.19", "docker-ee-stig:DKER-EE-001840"],
  needs: ["engine.info"],
  lacks: ({ engine }) => (engine.experimental === null ? words("host.not-told", { field: "ExperimentalBuild" }) : null),
  judge({ engine: { experimental: isOn } }): SurroundingVerdict {
    const detail = words("host.field", { value: String(isOn) });
    return { status: isOn === false ? "pass" : "fail", evidence: [{ where: "/info ExperimentalBuild", detail }] };
  },
});
