// Whether the managers' keys are locked after a restart, and what there is to say of the key that unlocks them.
import { words } from "../../control-phrase.ts";
import { defineSurroundingCheck, type SurroundingVerdict } from "../../define-surrounding-check.ts";
import { outside, silent, swarmCheck } from "./swarm-check.ts";

const place = "/swarm EncryptionConfig.AutoLockManagers";
/** A manager in this state waits for its key, which proves that there is one. */
const locked = "locked";

export const swarmLock = defineSurroundingCheck({
  decides: ["cis-docker:7.5", "docker-ee-stig:DKER-EE-002400"],
  needs: ["engine.info", "engine.swarm"],
  lacks({ engine }) {
    if (engine.swarm.state === locked || outside(engine) !== null) return null;
    if (engine.swarm.autoLock !== null) return silent(engine);
    return silent(engine) ?? words("host.not-told", { field: "AutoLockManagers" });
  },
  judge({ engine }): SurroundingVerdict {
    if (engine.swarm.state === locked) {
      const detail = words("host.swarm-locked");
      return { status: "pass", evidence: [{ where: "/info Swarm", detail }], restsOn: ["engine.info"] };
    }
    const reason = outside(engine);
    if (reason !== null) return { status: "not-applicable", reason, restsOn: ["engine.info"] };
    const isOn = engine.swarm.autoLock === true;
    const detail = words("host.field", { value: String(isOn) });
    return { status: isOn ? "pass" : "fail", evidence: [{ where: place, detail }] };
  },
});

export const unlockKey = swarmCheck({
  decides: ["cis-docker:7.6", "docker-ee-stig:DKER-EE-005070"],
  lacks: ({ engine }) =>
    engine.swarm.autoLock === null ? words("host.not-told", { field: "AutoLockManagers" }) : null,
  judge({ engine: { swarm } }) {
    const detail = words("host.field", { value: String(swarm.autoLock) });
    if (swarm.autoLock !== true) {
      return { status: "not-applicable", reason: words("host.unlock-none"), evidence: [{ where: place, detail }] };
    }
    const changed = words("host.swarm-changed", { when: swarm.updatedAt ?? "–" });
    const evidence = [
      { where: place, detail },
      { where: "/swarm UpdatedAt", detail: changed },
    ];
    return { status: "manual", reason: words("host.unlock-person"), evidence };
  },
});
