// Accounts of services, below the first ordinary UID, have no shell to log in with.
import type { Verdict } from "../../../../shared/model/finding.ts";
import { isAllowedName } from "../../../../shared/policy-match.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { excusing, failOrPass } from "../../fail-or-pass.ts";
import { firstUserId, loginShellOf } from "./login-shell.ts";

export const systemShells = defineCheck({
  decides: ["image-srg:system-nologin"],
  needs: ["accounts", "files"],
  judge({ accounts, executables, policy }): Verdict {
    const services = accounts.filter(({ uid, name }) => uid < firstUserId && name !== "root");
    if (services.length === 0) return { status: "not-applicable", reason: words("srg.services-none") };
    const withShell = services.map((account) => ({ ...account, login: loginShellOf(account, executables) }));
    const { faults, excused } = excusing(
      withShell.filter(({ login }) => login === "open"),
      "allowedAccounts",
      ({ name }) => isAllowedName(name, policy.allowedAccounts),
      ({ name, uid, shell }) => ({
        where: `/etc/passwd ${name}`,
        detail: words("srg.service-shell", { uid, shell: shell === "" ? "/bin/sh" : shell }),
      }),
    );
    const missing = withShell
      .filter(({ login }) => login === "missing")
      .map(({ name, shell }) => ({ where: `/etc/passwd ${name}`, detail: words("srg.shell-missing", { shell }) }));
    const ground = { where: "/etc/passwd", detail: words("srg.services-closed", { count: services.length }) };
    return failOrPass(faults, ground, [...excused, ...missing]);
  },
});
