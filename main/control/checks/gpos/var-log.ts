// Who owns the folder of the logs: /var/log of root and root's group, as the public profile asks, and not writable by all.
import type { Verdict } from "../../../../shared/model/finding.ts";
import { isAllowedPath } from "../../../../shared/policy-match.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { tested } from "./profile-rules.ts";

const folder = "/var/log";
const writableByAll = 0o002;

export const varLog = defineCheck({
  decides: tested.varLog,
  needs: ["system"],
  judge({ system, policy }): Verdict {
    const found = system?.watched.find(({ path }) => path === folder);
    if (found === undefined) return { status: "not-applicable", reason: words("gpos.log-none") };
    const { type, mode, uid, gid, layer } = found;
    const owned = { where: folder, detail: words("gpos.log-owner", { uid, gid, mode }), layer };
    // One that leads to a folder has that folder's owner and mode; this one leads nowhere inside the image.
    if (type === "link") return { status: "manual", reason: words("gpos.log-link"), evidence: [owned] };
    if (uid === 0 && gid === 0 && (Number.parseInt(mode, 8) & writableByAll) === 0) {
      return { status: "pass", evidence: [owned] };
    }
    if (isAllowedPath(folder, policy.allowedPaths)) {
      const excused = { where: folder, detail: words("gpos.path-allowed"), layer };
      return { status: "pass", evidence: [owned, excused] };
    }
    return { status: "fail", evidence: [owned], restsOn: [] };
  },
});
