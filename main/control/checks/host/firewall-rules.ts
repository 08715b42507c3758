// Whether the daemon may write the firewall rules that its networks need. Rootless engines and the nftables backend do it in
// another way, which a person must look at.
import { words } from "../../control-phrase.ts";
import { daemonSetting, isOn } from "../../daemon-settings.ts";
import { defineSurroundingCheck, type SurroundingVerdict } from "../../define-surrounding-check.ts";
import { isRootless } from "../../security-options.ts";
import { flagsUnseen, settingPoints, settingRests } from "../../setting-proof.ts";

export const firewallRules = defineSurroundingCheck({
  decides: ["cis-docker:2.4"],
  needs: ["host.daemon"],
  may: ["engine.info"],
  lacks: ({ host }) => flagsUnseen(host, daemonSetting(host.daemon, "iptables")),
  judge({ host, engine }): SurroundingVerdict {
    const setting = daemonSetting(host.daemon, "iptables");
    const backend = daemonSetting(host.daemon, "firewall-backend");
    const evidence = settingPoints(setting, "true");
    if (backend.values[0] === "nftables") {
      const reason = words("host.firewall-nftables");
      return { status: "manual", reason, evidence: [...settingPoints(backend, "iptables"), ...evidence] };
    }
    if (isRootless(engine, host)) return { status: "manual", reason: words("host.firewall-rootless"), evidence };
    return { status: isOn(setting, true) ? "pass" : "fail", evidence, ...settingRests(host, setting) };
  },
});
