// Rules on local accounts that the profile leaves to the platform: not applicable where the account files show that nobody
// can log in, with the host's control of who may act on its containers; else a person must look at the accounts.
import type { ProofPoint, Verdict } from "../../../../shared/model/finding.ts";
import { type ControlPhraseKey, words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import type { Subject } from "../../subject.ts";
import { coversOf } from "./host-controls.ts";
import { localUsers, usablePasswords } from "./local-users.ts";
import { leftToHost } from "./profile-rules.ts";
import { sortUsers } from "./user-evidence.ts";

/** Password rules: nothing is chosen, recovered or checked where no account has a password. */
export const passwordRules = defineCheck({
  decides: leftToHost.passwordRules,
  needs: ["accounts", "system"],
  judge: (subject) => withoutUsers(subject, "gpos.look-password-rules"),
});

/** Administrators of the image's own system, who would hand on rights and attributes. */
export const administrators = defineCheck({
  decides: leftToHost.administrators,
  needs: ["accounts", "system"],
  judge: (subject) => withoutUsers(subject, "gpos.look-administrators"),
});

/** Notices of changed accounts. */
export const accountNotices = defineCheck({
  decides: leftToHost.accountNotices,
  needs: ["accounts", "system"],
  judge: (subject) => withoutUsers(subject, "gpos.look-account-notices"),
});

function withoutUsers({ accounts, system, policy }: Subject<"accounts" | "system">, look: ControlPhraseKey): Verdict {
  const shadow = system?.shadow ?? null;
  const { found, excused } = sortUsers(localUsers(accounts, shadow), policy.allowedAccounts);
  const passwords = usablePasswords(accounts, shadow).map(
    ({ name, file }): ProofPoint => ({ where: `${file} ${name}`, detail: words("gpos.password-usable") }),
  );
  if (found.length > 0 || passwords.length > 0 || excused.length > 0) {
    return { status: "manual", reason: words(look), evidence: [...found, ...passwords, ...excused], restsOn: [] };
  }
  const reason = words("gpos.no-local-users", { count: accounts.length, covers: coversOf("accounts") });
  return { status: "not-applicable", reason };
}
