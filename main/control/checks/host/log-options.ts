// How the daemon keeps container logs, as the Docker Enterprise STIG asks: that a driver and its options are set at all, and
// that json-file does not grow without bounds. Options of single containers are not their subject.
import { words } from "../../control-phrase.ts";
import { daemonSetting } from "../../daemon-settings.ts";
import { defineSurroundingCheck, type SurroundingVerdict } from "../../define-surrounding-check.ts";
import { flagsUnseen, settingPoints, settingRests } from "../../setting-proof.ts";

export const logOptions = defineSurroundingCheck({
  decides: ["docker-ee-stig:DKER-EE-001370"],
  needs: ["host.daemon"],
  lacks: ({ host }) =>
    flagsUnseen(host, daemonSetting(host.daemon, "log-driver")) ??
    flagsUnseen(host, daemonSetting(host.daemon, "log-opts")),
  judge({ host }): SurroundingVerdict {
    const driver = daemonSetting(host.daemon, "log-driver");
    const options = daemonSetting(host.daemon, "log-opts");
    const status = driver.values.length > 0 && options.values.length > 0 ? "pass" : "fail";
    const evidence = [...settingPoints(driver, "json-file"), ...settingPoints(options, "–")] as const;
    return { status, evidence, ...settingRests(host, driver, options) };
  },
});

const json = "json-file";

export const jsonFileLimits = defineSurroundingCheck({
  decides: ["docker-ee-stig:DKER-EE-003310"],
  needs: ["host.daemon"],
  may: ["engine.info"],
  lacks: ({ host }) => flagsUnseen(host, daemonSetting(host.daemon, "log-opts")),
  judge({ host, engine, known }): SurroundingVerdict {
    const setting = daemonSetting(host.daemon, "log-driver");
    const told = engine !== null && known("engine.info") && engine.loggingDriver !== "" ? engine.loggingDriver : null;
    const driver = told ?? setting.values[0] ?? json;
    if (driver !== json) {
      const reason = words("host.json-file-unused", { driver });
      return { status: "not-applicable", reason, ...(told === null ? settingRests(host, setting) : { restsOn: [] }) };
    }
    const options = daemonSetting(host.daemon, "log-opts");
    const isBounded = isLimited(options.values, "max-size") && isLimited(options.values, "max-file");
    const evidence = settingPoints(options, "–");
    return { status: isBounded ? "pass" : "fail", evidence, ...settingRests(host, options) };
  },
});

/** Set, and not to `-1`, which is no limit. */
function isLimited(options: readonly string[], name: string): boolean {
  const value = options.find((option) => option.startsWith(`${name}=`))?.slice(name.length + 1) ?? "";
  return value !== "" && value !== "-1";
}
