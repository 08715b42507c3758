// Whether the package managers of the image verify signatures, by their settings and by what build steps switched off; for
// apk also the way its indexes come and the keys it has.
import type { Os, TrustSetting } from "../../../../shared/model/facts.ts";
import type { ProofPoint, Verdict } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { failOrPass } from "../../fail-or-pass.ts";
import { settingPoint, switchedOff, systemManagers } from "../verified-packages.ts";

export const signatureSettings = defineCheck({
  decides: ["image-srg:sig-config"],
  needs: ["packageTrust", "history", "files", "packages", "os"],
  judge(subject): Verdict {
    const { packageTrust, os } = subject;
    const managers = systemManagers(subject);
    const faults = [
      ...packageTrust.filter(({ state }) => state === "disabled").map(settingPoint),
      ...switchedOff(subject.history),
      ...apkFaults(packageTrust, os),
    ];
    const settings = packageTrust.filter(({ state }) => state === "ok").map(settingPoint);
    const programs = managers.paths.map(
      (path): ProofPoint => ({ where: path, detail: words("control.package-manager") }),
    );
    if (faults.length === 0 && packageTrust.length === 0) {
      if (programs.length === 0 && !managers.maybe) {
        return {
          status: "not-applicable",
          reason: words("control.trust-none"),
          restsOn: ["packageTrust", "files", "packages"],
        };
      }
      return { status: "manual", reason: words("srg.signatures-person"), evidence: programs };
    }
    const count = packageTrust.length;
    const ground = { where: "packages", detail: words("srg.signatures-on", { count }) };
    return failOrPass(faults, ground, [...settings, ...programs], ["packageTrust", "history"]);
  },
});

/** What apk's reader says where the image holds no key: then no index can be verified. */
const withoutKeys = /\bno keys in \/etc\/apk\/keys$/;

function apkFaults(packageTrust: readonly TrustSetting[], os: Os | null): ProofPoint[] {
  const repositories = packageTrust.filter(
    ({ manager, detail }) => manager === "apk" && detail.includes("repositories"),
  );
  const keyless = repositories
    .filter(({ detail }) => withoutKeys.test(detail))
    .map(({ path, layer }) => ({ where: path, detail: words("srg.apk-no-keys"), layer }));
  const plain = (os?.apkRepositories ?? [])
    .filter((line) => /^(?:@\S+\s+)?http:\/\//.test(line))
    .map((line) => ({ where: "/etc/apk/repositories", detail: words("srg.apk-http", { line: line.slice(0, 300) }) }));
  return [...keyless, ...plain];
}
