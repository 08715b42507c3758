// No passwords: where no account has one, rules for choosing, keeping and changing them have nothing to be broken by. An
// empty field lets everybody in and fails as well, which the profile's own pattern (a hash) overlooks.
import type { ProofPoint, Verdict } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { type UsablePassword, usablePasswords } from "./local-users.ts";
import { tested } from "./profile-rules.ts";

export const noPasswords = defineCheck({
  decides: tested.noPasswords,
  needs: ["accounts", "system"],
  judge({ accounts, system }): Verdict {
    const shadow = system?.shadow ?? null;
    const [first, ...rest] = usablePasswords(accounts, shadow).map(passwordPoint);
    if (first !== undefined) return { status: "fail", evidence: [first, ...rest], restsOn: [] };
    const [where, detail] =
      shadow === null
        ? ["/etc/passwd", words("gpos.passwords-no-shadow", { count: accounts.length })]
        : ["/etc/shadow", words("gpos.passwords-none", { count: shadow.length })];
    return { status: "pass", evidence: [{ where, detail }] };
  },
});

function passwordPoint({ name, file, kind, scheme }: UsablePassword): ProofPoint {
  const where = `${file} ${name}`;
  if (kind === "empty") return { where, detail: words("gpos.password-empty") };
  return scheme === undefined
    ? { where, detail: words("gpos.password-hashed") }
    : { where, detail: words("gpos.password-scheme", { scheme }) };
}
