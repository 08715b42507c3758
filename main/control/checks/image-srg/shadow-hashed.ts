// Passwords are kept as strong hashes, in shadow alone. Schemes by their prefix, crypt(5).
import type { ProofPoint, Verdict } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { failOrPass } from "../../fail-or-pass.ts";
import { hasAccounts, passwordFields } from "./password-fields.ts";
import { systemOf } from "./system-of.ts";

const strong = /^(?:sha512|yescrypt|gost-yescrypt|scrypt|bcrypt|argon2.*)$/;

export const shadowHashed = defineCheck({
  decides: ["image-srg:shadow-hashed"],
  needs: ["accounts", "system"],
  judge(subject): Verdict {
    const { accounts } = subject;
    const { shadow } = systemOf(subject);
    if (!hasAccounts(accounts, shadow)) return { status: "not-applicable", reason: words("srg.accounts-none") };
    const hashed = passwordFields(accounts, shadow).filter(({ password }) => password === "hashed");
    const faults = hashed.flatMap(({ name, file, scheme = "unknown" }): ProofPoint[] => {
      if (file === "/etc/passwd") return [{ where: file, detail: words("srg.password-in-passwd", { name }) }];
      return strong.test(scheme) ? [] : [{ where: file, detail: words("srg.password-weak", { name, scheme }) }];
    });
    return failOrPass(faults, {
      where: shadow === null ? "/etc/passwd" : "/etc/shadow",
      detail: words("srg.passwords-strong", { count: hashed.length }),
    });
  },
});
