// Whether the package managers of the image take signed packages alone, by their settings; apk must use https as well, as the
// public profile has it. Managers with no setting go by their defaults, which check signatures in apt and apk.
import { executableKind } from "../../../../shared/known-executables.ts";
import type { TrustSetting } from "../../../../shared/model/facts.ts";
import type { ProofPoint, Verdict } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { tested } from "./profile-rules.ts";

const strictByDefault = /\/(?:apt|apt-get|aptitude|apk)$/;
/** Others that install packages of a system; those of languages have other ways of trust, and dpkg and rpm fetch nothing. */
const others = /\/(?:yum|dnf5?|microdnf|tdnf|zypper|pacman|opkg)$/;

export const packageSignature = defineCheck({
  decides: tested.packageSignature,
  needs: ["packageTrust", "os", "files"],
  lacks: ({ executables }) => (executables === undefined ? words("gpos.programs-not-read") : null),
  judge({ packageTrust, os, executables = [] }): Verdict {
    const disabled = packageTrust.filter(({ state }) => state === "disabled").map(settingPoint);
    const unsafe = (os?.apkRepositories ?? [])
      .map((line) => line.trim().replace(/^@\S+\s+/, ""))
      .filter((line) => /^(?:http|ftp):/i.test(line))
      .map(
        (line): ProofPoint => ({
          where: "/etc/apk/repositories",
          detail: words("gpos.trust-no-https", { line: shown(line) }),
        }),
      );
    const [first, ...rest] = [...disabled, ...unsafe];
    if (first !== undefined) return { status: "fail", evidence: [first, ...rest], restsOn: [] };

    const managers = executables.filter((path) => executableKind(path) === "packageManager");
    const lenient = managers.filter((path) => others.test(path));
    const settings = packageTrust.map(settingPoint);
    if (lenient.length > 0 && !packageTrust.some(({ manager }) => manager === "rpm")) {
      const evidence = lenient.map((path): ProofPoint => ({ where: path, detail: words("gpos.trust-no-settings") }));
      return { status: "manual", reason: words("gpos.trust-look"), evidence: [...evidence, ...settings] };
    }
    const defaults = managers
      .filter((path) => strictByDefault.test(path))
      .map((path): ProofPoint => ({ where: path, detail: words("gpos.trust-default") }));
    const [shownFirst, ...more] = [...settings, ...defaults];
    return shownFirst === undefined
      ? { status: "not-applicable", reason: words("gpos.trust-none") }
      : { status: "pass", evidence: [shownFirst, ...more] };
  },
});

function settingPoint({ path, layer, state, detail }: TrustSetting): ProofPoint {
  const says = state === "disabled" ? "gpos.trust-disabled" : "gpos.trust-ok";
  return { where: path, detail: words(says, { detail }), layer };
}

/** An address without the user and password that it may carry. */
function shown(line: string): string {
  return line.replace(/(:\/\/)[^/@\s]*@/, "$1***@").slice(0, 300);
}
