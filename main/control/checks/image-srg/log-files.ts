// /var/log is root's, and the files in it are read by root and a group at most. Links to a container's output are no files.
import type { ProofPoint, Verdict } from "../../../../shared/model/finding.ts";
import type { WatchedFile } from "../../../../shared/model/system-facts.ts";
import { isAllowedPath } from "../../../../shared/policy-match.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { excusing, failOrPass } from "../../fail-or-pass.ts";
import { bitsOf, exceeds } from "./file-mode.ts";
import { systemOf } from "./system-of.ts";

const logs = "/var/log";
const permissions = 0o777;
const mostOf = { folder: 0o755, file: 0o640 } as const;

export const logFiles = defineCheck({
  decides: ["image-srg:var-log"],
  needs: ["system"],
  judge(subject): Verdict {
    const there = systemOf(subject).watched.filter(({ path }) => path === logs || path.startsWith(`${logs}/`));
    if (there.length === 0) return { status: "not-applicable", reason: words("srg.log-none") };
    const bad = there.flatMap((file) => {
      const point = faultOf(file);
      return point === null ? [] : [{ path: file.path, point }];
    });
    const { faults, excused } = excusing(
      bad,
      "allowedPaths",
      ({ path }) => isAllowedPath(path, subject.policy.allowedPaths),
      ({ point }) => point,
    );
    return failOrPass(faults, { where: logs, detail: words("srg.log-safe", { count: there.length }) }, excused);
  },
});

function faultOf({ path, type, mode, uid, layer }: WatchedFile): ProofPoint | null {
  if (type !== "folder" && type !== "file") return null;
  if (path === logs && uid !== 0) return { where: path, detail: words("srg.log-owner", { uid }), layer };
  const most = mostOf[type];
  if (!exceeds((bitsOf(mode) & permissions).toString(8), most)) return null;
  return { where: path, detail: words("srg.log-mode", { mode, most: most.toString(8).padStart(4, "0") }), layer };
}
