// The cgroup under which containers run by default. Another one may be wanted, which a person must confirm.
import { words } from "../../control-phrase.ts";
import { daemonSetting } from "../../daemon-settings.ts";
import { defineSurroundingCheck, type SurroundingVerdict } from "../../define-surrounding-check.ts";
import { flagsUnseen, settingPoints, settingRests } from "../../setting-proof.ts";

/** What the daemon takes by itself, with systemd's driver and with its own. docs: dockerd(8), --cgroup-parent. */
const usual = new Set(["", "/docker", "docker", "system.slice"]);

export const cgroupParent = defineSurroundingCheck({
  decides: ["cis-docker:2.11"],
  needs: ["host.daemon"],
  lacks: ({ host }) => flagsUnseen(host, daemonSetting(host.daemon, "cgroup-parent")),
  judge({ host }): SurroundingVerdict {
    const setting = daemonSetting(host.daemon, "cgroup-parent");
    const evidence = settingPoints(setting, "/docker, system.slice");
    const [value = ""] = setting.values;
    if (usual.has(value)) return { status: "pass", evidence, ...settingRests(host, setting) };
    return {
      status: "manual",
      reason: words("host.cgroup-person", { value }),
      evidence,
      ...settingRests(host, setting),
    };
  },
});
