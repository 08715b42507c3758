// Only what is needed: not applicable where the image has no shell and no package manager, so that nothing but its workload
// can be started and an update is a new image; the reason names the controls that hold a running container to that. With
// such programs, beyond those on the policy's list, a person must look.
import { executableKind } from "../../../../shared/known-executables.ts";
import type { ProofPoint, Verdict } from "../../../../shared/model/finding.ts";
import { isAllowedPath } from "../../../../shared/policy-match.ts";
import { type ControlPhraseKey, words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { coversOf } from "./host-controls.ts";
import { leftToHost } from "./profile-rules.ts";

export const neededSoftware = defineCheck({
  decides: leftToHost.neededSoftware,
  needs: ["files"],
  lacks: ({ executables }) => (executables === undefined ? words("gpos.programs-not-read") : null),
  judge({ executables = [], policy }): Verdict {
    const { found, excused } = programs(executables, /^(?:shell|packageManager)$/, policy.allowedExecutables);
    if (found.length > 0) {
      return {
        status: "manual",
        reason: words("gpos.look-needed-software"),
        evidence: [...found, ...excused],
        restsOn: [],
      };
    }
    const reason = words("gpos.no-shell", { covers: coversOf("neededSoftware") });
    return { status: "not-applicable", reason, evidence: excused };
  },
});

export const updates = defineCheck({
  decides: leftToHost.updates,
  needs: ["files"],
  lacks: ({ executables }) => (executables === undefined ? words("gpos.programs-not-read") : null),
  judge({ executables = [], policy }): Verdict {
    const { found, excused } = programs(executables, /^packageManager$/, policy.allowedExecutables);
    if (found.length > 0) {
      return { status: "manual", reason: words("gpos.look-updates"), evidence: [...found, ...excused], restsOn: [] };
    }
    const reason = words("gpos.no-package-manager", { covers: coversOf("updates") });
    return { status: "not-applicable", reason, evidence: excused };
  },
});

function programs(
  executables: readonly string[],
  kinds: RegExp,
  allowed: readonly string[],
): { found: ProofPoint[]; excused: ProofPoint[] } {
  const named = executables.filter((path) => kinds.test(executableKind(path) ?? ""));
  const point = (path: string, says: ControlPhraseKey): ProofPoint => ({ where: path, detail: words(says) });
  return {
    found: named
      .filter((path) => !isAllowedPath(path, allowed))
      .map((path) => point(path, executableKind(path) === "shell" ? "gpos.shell" : "gpos.package-manager")),
    excused: named.filter((path) => isAllowedPath(path, allowed)).map((path) => point(path, "gpos.path-allowed")),
  };
}
