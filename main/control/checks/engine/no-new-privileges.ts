// Whether new containers may gain rights through setuid programs, by the daemon's default. Engines list the option since
// 23.0; of an older one only the daemon's settings tell.
import type { EngineFacts } from "../../../../shared/model/surroundings.ts";
import { words } from "../../control-phrase.ts";
import { daemonSetting, isOn } from "../../daemon-settings.ts";
import { defineSurroundingCheck, type SurroundingVerdict } from "../../define-surrounding-check.ts";
import { optionsUntold, securityOption } from "../../security-options.ts";
import { daemonUnread, settingPoints } from "../../setting-proof.ts";

const listedSince = 23;

export const noNewPrivileges = defineSurroundingCheck({
  decides: ["cis-docker:2.15"],
  needs: ["engine.info"],
  may: ["host.daemon"],
  lacks({ engine, host, known }) {
    if (securityOption(engine, "no-new-privileges") !== null || isListed(engine)) return null;
    return host !== null && known("host.daemon") && host.daemon.arguments !== null ? null : daemonUnread(engine, host);
  },
  judge({ engine, host, known }): SurroundingVerdict {
    const where = "/info SecurityOptions";
    if (securityOption(engine, "no-new-privileges") !== null) {
      return { status: "pass", evidence: [{ where, detail: words("host.privileges-kept") }] };
    }
    const absent = { where, detail: words("host.privileges-absent", { version: engine.engineVersion }) };
    if (isListed(engine) || host === null || !known("host.daemon")) return { status: "fail", evidence: [absent] };
    const setting = daemonSetting(host.daemon, "no-new-privileges");
    return { status: isOn(setting, false) ? "pass" : "fail", evidence: settingPoints(setting, "false") };
  },
});

function isListed(engine: EngineFacts): boolean {
  const { engineVersion, product } = engine;
  if (optionsUntold(engine)) return false;
  return product !== "podman" && product !== "other" && Number.parseInt(engineVersion, 10) >= listedSince;
}
