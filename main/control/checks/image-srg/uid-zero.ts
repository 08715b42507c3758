// Root alone has UID 0: a second name for it hides who acts.
import type { Verdict } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { failOrPass } from "../../fail-or-pass.ts";

export const uidZero = defineCheck({
  decides: ["image-srg:uid0-only-root"],
  needs: ["accounts"],
  judge({ accounts }): Verdict {
    if (accounts.length === 0) return { status: "not-applicable", reason: words("srg.accounts-none") };
    const faults = accounts
      .filter(({ uid, name }) => uid === 0 && name !== "root")
      .map(({ name }) => ({ where: "/etc/passwd", detail: words("srg.uid-zero", { name }) }));
    const count = accounts.length;
    return failOrPass(faults, { where: "/etc/passwd", detail: words("srg.uid-zero-root", { count }) });
  },
});
