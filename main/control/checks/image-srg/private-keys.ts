// Private keys in any layer and in the config. Host keys of SSH are never excused: every container would share them.
import type { Secret } from "../../../../shared/model/facts.ts";
import type { Verdict } from "../../../../shared/model/finding.ts";
import { isAllowedPath } from "../../../../shared/policy-match.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { excusing, failOrPass } from "../../fail-or-pass.ts";
import { secretPoint } from "../../secret-point.ts";

const hostKey = /^\/etc\/ssh\/ssh_host_[^/]*_key$/;

export const privateKeys = defineCheck({
  decides: ["image-srg:private-keys"],
  needs: ["secrets"],
  judge({ secrets, policy }): Verdict {
    const isAllowed = ({ where, path = "" }: Secret) =>
      where === "file" && !hostKey.test(path) && isAllowedPath(path, policy.allowedPaths);
    const keys = secrets.filter(({ kind }) => /\bprivate key\b/i.test(kind));
    const { faults, excused } = excusing(keys, "allowedPaths", isAllowed, secretPoint);
    return failOrPass(faults, { where: "/", detail: words("srg.keys-none") }, excused);
  },
});
