// Rules on the life of accounts are inherited from whoever runs the container, as long as no account of the image can log in.
import type { Verdict } from "../../../../shared/model/finding.ts";
import { isAllowedName } from "../../../../shared/policy-match.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { excusing, failOrPass } from "../../fail-or-pass.ts";
import { activeFields, hasAccounts, passwordFields } from "./password-fields.ts";
import { systemOf } from "./system-of.ts";

export const accountLifecycle = defineCheck({
  decides: ["image-srg:no-login-users"],
  needs: ["accounts", "system"],
  judge(subject): Verdict {
    const { accounts, policy } = subject;
    const { shadow } = systemOf(subject);
    if (!hasAccounts(accounts, shadow)) return { status: "not-applicable", reason: words("srg.accounts-none") };
    const { faults, excused } = excusing(
      activeFields(passwordFields(accounts, shadow)),
      "allowedAccounts",
      ({ name }) => isAllowedName(name, policy.allowedAccounts),
      ({ name, file }) => ({ where: file, detail: words("srg.password-active", { name }) }),
    );
    const count = accounts.length;
    const ground = { where: "/etc/passwd", detail: words("srg.accounts-locked", { count }) };
    return failOrPass(faults, ground, excused);
  },
});
