// Whether containers go on while the daemon is down. Swarm mode and live restore exclude each other.
import { words } from "../../control-phrase.ts";
import { defineSurroundingCheck, type SurroundingVerdict } from "../../define-surrounding-check.ts";

export const liveRestore = defineSurroundingCheck({
  decides: ["cis-docker:2.16"],
  needs: ["engine.info"],
  lacks: ({ engine: { liveRestore: isOn, swarm } }) =>
    isOn === null && swarm.state !== "active" ? words("host.not-told", { field: "LiveRestoreEnabled" }) : null,
  judge({ engine: { liveRestore: isOn, swarm } }): SurroundingVerdict {
    if (swarm.state === "active") return { status: "not-applicable", reason: words("host.restore-swarm") };
    const detail = words("host.field", { value: String(isOn) });
    return { status: isOn === true ? "pass" : "fail", evidence: [{ where: "/info LiveRestoreEnabled", detail }] };
  },
});
