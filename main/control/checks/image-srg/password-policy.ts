// Rules on the quality and age of passwords have nothing to hold for where no account has one.
import type { Verdict } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { activeFields, hasAccounts, passwordFields } from "./password-fields.ts";
import { systemOf } from "./system-of.ts";

const settings = /^\/etc\/(?:login\.defs|security\/|pam\.d\/)/;

export const passwordPolicy = defineCheck({
  decides: ["image-srg:password-policy-na"],
  needs: ["accounts", "system"],
  judge(subject): Verdict {
    const { accounts } = subject;
    const { shadow, watched } = systemOf(subject);
    if (!hasAccounts(accounts, shadow)) return { status: "not-applicable", reason: words("srg.accounts-none") };
    const fields = passwordFields(accounts, shadow);
    const active = activeFields(fields);
    if (active.length === 0) {
      const evidence = fields.map(({ name, file }) => ({
        where: file,
        detail: words("srg.password-locked", { name }),
      }));
      return { status: "not-applicable", reason: words("srg.passwords-inactive"), evidence };
    }
    return {
      status: "manual",
      reason: words("srg.password-policy-person", { names: active.map(({ name }) => name).join(", ") }),
      evidence: [
        ...active.map(({ name, file }) => ({ where: file, detail: words("srg.password-active", { name }) })),
        ...watched
          .filter(({ path }) => settings.test(path))
          .map(({ path, layer }) => ({ where: path, detail: words("srg.password-settings"), layer })),
      ],
    };
  },
});
