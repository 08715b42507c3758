// No local users: where nobody but root and system accounts exists, there is no account to manage, to lock or to tell apart.
import type { Verdict } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { localUsers } from "./local-users.ts";
import { tested } from "./profile-rules.ts";
import { sortUsers } from "./user-evidence.ts";

export const noUsers = defineCheck({
  decides: tested.noUsers,
  needs: ["accounts", "system"],
  judge({ accounts, system, policy }): Verdict {
    const shadow = system?.shadow ?? null;
    const { found, excused } = sortUsers(localUsers(accounts, shadow), policy.allowedAccounts);
    const [first, ...rest] = found;
    // An account that was seen exists, whatever else could not be read.
    if (first !== undefined) return { status: "fail", evidence: [first, ...rest, ...excused], restsOn: [] };
    const detail =
      accounts.length === 0 && shadow === null
        ? words("gpos.users-no-files")
        : words("gpos.users-none", { count: accounts.length });
    return { status: "pass", evidence: [{ where: "/etc/passwd", detail }, ...excused] };
  },
});
