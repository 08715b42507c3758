// The limits that containers get where they set none of their own, against those that the policy names. Without such a list
// it takes a person to say whether they are what was meant.
import type { ProofPoint } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";
import { daemonSetting } from "../../daemon-settings.ts";
import { defineSurroundingCheck, type SurroundingVerdict } from "../../define-surrounding-check.ts";
import { flagsUnseen, settingPoints, settingRests } from "../../setting-proof.ts";

export const defaultUlimits = defineSurroundingCheck({
  decides: ["cis-docker:2.9"],
  needs: ["host.daemon"],
  lacks: ({ host }) => flagsUnseen(host, daemonSetting(host.daemon, "default-ulimits")),
  judge({ host, policy }): SurroundingVerdict {
    const setting = daemonSetting(host.daemon, "default-ulimits");
    const evidence = settingPoints(setting, "–");
    const wanted = policy.defaultUlimits.map(normal);
    if (wanted.length === 0) return { status: "manual", reason: words("host.ulimits-person"), evidence };
    const found = new Map(setting.values.map(normal).map((limit) => [nameOf(limit), limit]));
    const wrong = wanted
      .filter((limit) => found.get(nameOf(limit)) !== limit)
      .map((limit): ProofPoint => {
        const is = found.get(nameOf(limit)) ?? "–";
        return { where: setting.place, detail: words("host.ulimit-other", { wanted: limit, found: is }) };
      });
    const beyond = [...found]
      .filter(([name]) => !wanted.some((limit) => nameOf(limit) === name))
      .map(([, limit]): ProofPoint => ({ where: setting.place, detail: words("host.ulimit-beyond", { limit }) }));
    const status = wrong.length > 0 || beyond.length > 0 ? "fail" : "pass";
    return { status, evidence: [...evidence, ...wrong, ...beyond], ...settingRests(host, setting) };
  },
});

/** `nofile=1024` is `nofile=1024:1024`. */
function normal(limit: string): string {
  const [name = "", values = ""] = limit.split("=");
  return values.includes(":") ? limit : `${name}=${values}:${values}`;
}

function nameOf(limit: string): string {
  return limit.slice(0, limit.indexOf("="));
}
