// The primary group of each account stands in group(5). GID 0 is root's with or without a line: images for arbitrary UIDs
// rely on it.
import type { Verdict } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";

export const primaryGroups = defineCheck({
  decides: ["image-srg:gid-defined"],
  needs: ["accounts"],
  judge({ accounts, groups }): Verdict {
    if (accounts.length === 0) return { status: "not-applicable", reason: words("srg.accounts-none") };
    const known = new Set([0, ...groups.map(({ gid }) => gid)]);
    const [first, ...rest] = accounts
      .filter(({ gid }) => !known.has(gid))
      .map(({ name, gid }) => ({ where: "/etc/passwd", detail: words("srg.group-unknown", { name, gid }) }));
    // That a group is missing is only known where the file was read: a failure rests on it as a pass does.
    if (first !== undefined) return { status: "fail", evidence: [first, ...rest] };
    const count = accounts.length;
    return { status: "pass", evidence: [{ where: "/etc/group", detail: words("srg.groups-known", { count }) }] };
  },
});
