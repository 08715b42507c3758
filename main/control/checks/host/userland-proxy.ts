// Whether published ports pass through a process of their own instead of the kernel's rules. It is on by default.

import { daemonSetting, isOn } from "../../daemon-settings.ts";
import { defineSurroundingCheck, type SurroundingVerdict } from "../../define-surrounding-check.ts";
import { flagsUnseen, settingPoints, settingRests } from "../../setting-proof.ts";

export const userlandProxy = defineSurroundingCheck({
  decides: ["cis-docker:2.17", "docker-ee-stig:DKER-EE-001830"],
  needs: ["host.daemon"],
  lacks: ({ host }) => flagsUnseen(host, daemonSetting(host.daemon, "userland-proxy")),
  judge({ host }): SurroundingVerdict {
    const setting = daemonSetting(host.daemon, "userland-proxy");
    const status = isOn(setting, true) ? "fail" : "pass";
    return { status, evidence: settingPoints(setting, "true"), ...settingRests(host, setting) };
  },
});
