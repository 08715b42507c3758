// No account may be entered without a password: an empty field in shadow, or in passwd itself.
import type { Verdict } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { failOrPass } from "../../fail-or-pass.ts";
import { hasAccounts, passwordFields } from "./password-fields.ts";
import { systemOf } from "./system-of.ts";

export const emptyPasswords = defineCheck({
  decides: ["image-srg:no-empty-password"],
  needs: ["accounts", "system"],
  judge(subject): Verdict {
    const { accounts } = subject;
    const { shadow } = systemOf(subject);
    if (!hasAccounts(accounts, shadow)) return { status: "not-applicable", reason: words("srg.accounts-none") };
    const faults = passwordFields(accounts, shadow)
      .filter(({ password }) => password === "empty")
      .map(({ name, file }) => ({ where: file, detail: words("srg.password-empty", { name }) }));
    const count = accounts.length;
    return failOrPass(faults, { where: "/etc/passwd", detail: words("srg.password-none-empty", { count }) });
  },
});
