// Whether the package managers of the image check signatures: their settings, and what build steps switched off.
import { executableKind } from "../../../shared/known-executables.ts";
import type { FactName, HistoryEntry, Package, TrustSetting } from "../../../shared/model/facts.ts";
import type { ProofPoint, Verdict } from "../../../shared/model/finding.ts";
import { words } from "../control-phrase.ts";
import { defineCheck } from "../define-check.ts";
import { uncheckedInstalls } from "../history/package-commands.ts";
import { historyPlace, natureOf } from "../history/steps.ts";

/** Managers of the operating system's packages; those of languages have other ways of trust. */
const managerPath = /\/(apt|apt-get|aptitude|apk|rpm|yum|dnf5?|microdnf|tdnf|zypper|pacman|opkg)$/;

const systemTypes: ReadonlySet<Package["type"]> = new Set(["deb", "apk", "rpm"]);

export const verifiedPackages = defineCheck({
  decides: ["cis-docker:4.11"],
  needs: ["packageTrust", "history", "files", "packages"],
  judge({ packageTrust, history, executables, packages }): Verdict {
    const disabled = packageTrust.filter(({ state }) => state === "disabled");
    const [first, ...rest] = [...disabled.map(settingPoint), ...switchedOff(history)];
    if (first !== undefined) return { status: "fail", evidence: [first, ...rest], restsOn: [] };
    const { paths: managers, maybe } = systemManagers({ executables, packages });
    // Facts without a list of programs did not look for one: there a database of packages speaks for a manager.
    const restsOn: FactName[] = [
      "packageTrust",
      "files",
      ...(executables === undefined ? (["packages"] as const) : []),
    ];
    if (packageTrust.length === 0 && managers.length === 0 && !maybe) {
      return { status: "not-applicable", reason: words("control.trust-none"), restsOn };
    }
    return {
      status: "manual",
      reason: words("control.trust-person"),
      restsOn: [...restsOn, "history"],
      evidence: [
        ...packageTrust.map(settingPoint),
        ...managers.map((path): ProofPoint => ({ where: path, detail: words("control.package-manager") })),
      ],
    };
  },
});

/** What build steps switched off, by the history. */
export function switchedOff(history: readonly HistoryEntry[]): ProofPoint[] {
  const nature = natureOf(history);
  return (nature.kind === "absent" ? [] : nature.steps)
    .filter(({ instruction }) => instruction === "RUN")
    .flatMap(({ text, index, layer }) =>
      uncheckedInstalls(text).map((detail) => ({
        where: historyPlace(index),
        detail: words("control.trust-flag", { detail }),
        layer,
      })),
    );
}

/** Programs that manage the system's packages; `maybe` where none was looked for and packages speak for one. */
export function systemManagers({
  executables,
  packages,
}: {
  readonly executables?: readonly string[] | undefined;
  readonly packages: readonly Package[];
}): { readonly paths: readonly string[]; readonly maybe: boolean } {
  const paths = (executables ?? []).filter(
    (path) => executableKind(path) === "packageManager" && managerPath.test(path),
  );
  return { paths, maybe: executables === undefined && packages.some(({ type }) => systemTypes.has(type)) };
}

/** A file of settings as evidence, with the line that switches a check off. */
export function settingPoint({ path, layer, state, detail }: TrustSetting): ProofPoint {
  if (state === "disabled") return { where: path, detail: words("control.trust-disabled", { detail }), layer };
  const said = detail === "" ? words("control.trust-ok") : words("control.trust-settings", { detail });
  return { where: path, detail: said, layer };
}
