// The daemon's log level: debug buries what matters and may log secrets, anything above info hides it. The debug switch of
// /info needs no access to the host.
import { words } from "../../control-phrase.ts";
import { daemonSetting, isOn } from "../../daemon-settings.ts";
import { defineSurroundingCheck, type SurroundingVerdict } from "../../define-surrounding-check.ts";
import { daemonUnread, settingPoints } from "../../setting-proof.ts";

export const logLevel = defineSurroundingCheck({
  decides: ["cis-docker:2.3"],
  needs: ["engine.info"],
  may: ["host.daemon"],
  lacks({ engine, host, known }) {
    if (engine.debug === true) return null;
    if (host === null || !known("host.daemon")) return daemonUnread(engine, host);
    const isSet = daemonSetting(host.daemon, "log-level").from !== "default";
    return host.daemon.arguments === null && !isSet ? words("host.daemon-unseen") : null;
  },
  judge({ engine, host }): SurroundingVerdict {
    if (engine.debug === true) {
      return { status: "fail", evidence: [{ where: "/info Debug", detail: words("host.debug-on") }], restsOn: [] };
    }
    if (host === null) throw new Error("the host's daemon was known a moment ago");
    const level = daemonSetting(host.daemon, "log-level");
    const debug = daemonSetting(host.daemon, "debug");
    const points = settingPoints(level, "info");
    if (isOn(debug, false)) return { status: "fail", evidence: [...settingPoints(debug, "false"), ...points] };
    return { status: [undefined, "info"].includes(level.values[0]) ? "pass" : "fail", evidence: points };
  },
});
