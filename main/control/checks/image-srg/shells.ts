// Shells and package managers in an image that is to run. Most images have some, and an entrypoint script needs one, so it
// fails only where the organisation keeps a list of those that may be there.
import { executableKind } from "../../../../shared/known-executables.ts";
import type { Verdict } from "../../../../shared/model/finding.ts";
import { isAllowedPath } from "../../../../shared/policy-match.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { excusing, failOrPass } from "../../fail-or-pass.ts";

export const runtimeShells = defineCheck({
  decides: ["image-srg:shells"],
  needs: ["files"],
  lacks: ({ executables }) => (executables === undefined ? words("srg.programs-unread") : null),
  judge({ executables = [], policy, files }): Verdict {
    const found = executables.flatMap((path) => {
      const kind = executableKind(path);
      return kind === "shell" || kind === "packageManager" ? [{ path, kind }] : [];
    });
    const { faults, excused } = excusing(
      found,
      "allowedExecutables",
      ({ path }) => isAllowedPath(path, policy.allowedExecutables),
      ({ path, kind }) => ({ where: path, detail: words(kind === "shell" ? "srg.shell" : "control.package-manager") }),
    );
    if (faults.length > 0 && policy.allowedExecutables.length === 0) {
      return { status: "manual", reason: words("srg.shells-person", { count: faults.length }), evidence: faults };
    }
    const ground = { where: "/", detail: words("srg.shells-none", { count: files.count }) };
    return failOrPass(faults, ground, excused);
  },
});
