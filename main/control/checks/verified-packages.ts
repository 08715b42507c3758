// Whether the package managers of the image check signatures: their settings, and what build steps switched off.
import { executableKind } from "../../../shared/known-executables.ts";
import type { TrustSetting } from "../../../shared/model/facts.ts";
import type { ProofPoint, Verdict } from "../../../shared/model/finding.ts";
import { words } from "../control-phrase.ts";
import { defineCheck } from "../define-check.ts";
import { uncheckedInstalls } from "../history/package-commands.ts";
import { historyPlace, natureOf } from "../history/steps.ts";

/** Managers of the operating system's packages; those of languages have other ways of trust. */
const systemManagers = /\/(apt|apt-get|aptitude|apk|rpm|yum|dnf5?|microdnf|tdnf|zypper|pacman|opkg)$/;

export const verifiedPackages = defineCheck({
  decides: ["cis-docker:4.11"],
  needs: ["packageTrust", "history", "files"],
  judge({ packageTrust, history, executables }): Verdict {
    const nature = natureOf(history);
    const flags = (nature.kind === "absent" ? [] : nature.steps)
      .filter(({ instruction }) => instruction === "RUN")
      .flatMap(({ text, index, layer }) =>
        uncheckedInstalls(text).map(
          (detail): ProofPoint => ({
            where: historyPlace(index),
            detail: words("control.trust-flag", { detail }),
            layer,
          }),
        ),
      );
    const disabled = packageTrust.filter(({ state }) => state === "disabled");
    const [first, ...rest] = [...disabled.map(settingPoint), ...flags];
    if (first !== undefined) return { status: "fail", evidence: [first, ...rest], restsOn: [] };
    const managers = (executables ?? []).filter(
      (path) => executableKind(path) === "packageManager" && systemManagers.test(path),
    );
    if (packageTrust.length === 0 && managers.length === 0) {
      return { status: "not-applicable", reason: words("control.trust-none"), restsOn: ["packageTrust", "files"] };
    }
    return {
      status: "manual",
      reason: words("control.trust-person"),
      evidence: [
        ...packageTrust.map(settingPoint),
        ...managers.map((path): ProofPoint => ({ where: path, detail: words("control.package-manager") })),
      ],
    };
  },
});

function settingPoint({ path, layer, state, detail }: TrustSetting): ProofPoint {
  const said = state === "disabled" ? words("control.trust-disabled", { detail }) : words("control.trust-ok");
  return { where: path, detail: said, layer };
}
