// Rules on auditing: the kernel's audit system is the host's. They are not applicable where the image has no service that
// audits or keeps logs; the reason names the host's controls. With such a service, or without a list of packages that could
// show one, a person must look. Programs that no package database knows are not seen.
import type { Verdict } from "../../../../shared/model/finding.ts";
import { type ControlPhraseKey, words } from "../../control-phrase.ts";
import { type Check, defineCheck } from "../../define-check.ts";
import { coversOf } from "./host-controls.ts";
import { hasNoSystem } from "./installed-system.ts";
import { packagesOf } from "./named-packages.ts";
import { auditing } from "./profile-rules.ts";

type Topic = keyof typeof auditing;

/** What a person must look at, by what the rules are about. */
const looks: Readonly<Record<Topic, ControlPhraseKey>> = {
  events: "gpos.look-events",
  content: "gpos.look-content",
  failure: "gpos.look-failure",
  storage: "gpos.look-storage",
  review: "gpos.look-review",
  protection: "gpos.look-protection",
  settings: "gpos.look-settings",
  functions: "gpos.look-functions",
  traces: "gpos.look-traces",
  maintenance: "gpos.look-maintenance",
};

function auditCheck(topic: Topic): Check {
  return defineCheck({
    decides: auditing[topic],
    needs: ["packages", "os", "files"],
    judge({ packages, os, executables, policy }): Verdict {
      const { count, found, excused } = packagesOf("audit", packages, policy.allowedPackages);
      const covers = coversOf(topic);
      if (found.length > 0) return { status: "manual", reason: words(looks[topic]), evidence: [...found, ...excused] };
      if (count > 0) {
        const reason = words("gpos.no-audit-service", { count, covers });
        return { status: "not-applicable", reason, evidence: excused };
      }
      if (hasNoSystem({ os, packages, executables })) {
        return { status: "not-applicable", reason: words("gpos.no-system", { covers }) };
      }
      const unknown = { where: "packages", detail: words("gpos.no-package-database") };
      return { status: "manual", reason: words(looks[topic]), evidence: [unknown] };
    },
  });
}

export const auditChecks: readonly Check[] = [
  auditCheck("events"),
  auditCheck("content"),
  auditCheck("failure"),
  auditCheck("storage"),
  auditCheck("review"),
  auditCheck("protection"),
  auditCheck("settings"),
  auditCheck("functions"),
  auditCheck("traces"),
  auditCheck("maintenance"),
];
