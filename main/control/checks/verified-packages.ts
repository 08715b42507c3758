// 4.11: settings and build steps that let unsigned packages in. That nothing does so proves no package: the keys and the
// repositories themselves are for a person to confirm.
import type { Package } from "../../../shared/model/facts.ts";
import type { ProofPoint, Verdict } from "../../../shared/model/finding.ts";
import { words } from "../control-phrase.ts";
import { defineCheck } from "../define-check.ts";
import { uncheckedInstalls } from "../history/package-commands.ts";
import { historyPlace, natureOf } from "../history/steps.ts";
import type { Subject } from "../subject.ts";

const managers = /\/(?:apt|apt-get|aptitude|dpkg|apk|rpm|yum|dnf5?|microdnf|tdnf|zypper|pacman|opkg)$/;
const systemTypes: ReadonlySet<Package["type"]> = new Set(["deb", "apk", "rpm"]);

export const verifiedPackages = defineCheck({
  decides: ["cis-docker:4.11"],
  needs: ["packageTrust", "history", "packages", "files"],
  judge(subject): Verdict {
    const { packageTrust, history } = subject;
    const settings = packageTrust
      .filter(({ state }) => state === "disabled")
      .map(
        ({ path, detail, layer }): ProofPoint => ({
          where: path,
          detail: words("control.trust-off", { detail }),
          layer,
        }),
      );
    const [first, ...others] = [...settings, ...uncheckedSteps(subject)];
    if (first !== undefined) return { status: "fail", evidence: [first, ...others], restsOn: [] };
    if (!hasManager(subject)) return { status: "not-applicable", reason: words("control.trust-no-manager") };
    return {
      status: "manual",
      reason:
        natureOf(history).kind === "steps"
          ? words("control.trust-manual", { count: packageTrust.length })
          : words("control.trust-manual-no-history", { count: packageTrust.length }),
      evidence: packageTrust.map(({ path, detail, layer }) => ({
        where: path,
        detail: words("control.trust-on", { detail }),
        layer,
      })),
    };
  },
});

function uncheckedSteps({ history }: Subject<"history">): ProofPoint[] {
  const nature = natureOf(history);
  if (nature.kind === "absent") return [];
  return nature.steps
    .filter(({ instruction }) => instruction === "RUN")
    .flatMap(({ index, text, layer }) =>
      uncheckedInstalls(text).map((detail) => ({
        where: historyPlace(index),
        detail: words("control.trust-step", { detail }),
        layer,
      })),
    );
}

/** Whether anything could still install packages; facts without a list of programs go by databases and settings. */
function hasManager({ executables, packages, packageTrust }: Subject<"files" | "packages" | "packageTrust">): boolean {
  if (executables !== undefined) return executables.some((path) => managers.test(path));
  return packageTrust.length > 0 || packages.some(({ type }) => systemTypes.has(type));
}
