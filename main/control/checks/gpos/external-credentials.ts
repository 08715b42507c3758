// External credentials: not applicable where nothing in the image lets anybody log in, neither a local user nor software for
// remote access; whether the application itself accepts such credentials is for a person where that is not shown.
import type { ProofPoint, Verdict } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { coversOf } from "./host-controls.ts";
import { hasNoSystem, systemPackages } from "./installed-system.ts";
import { localUsers } from "./local-users.ts";
import { leftToHost } from "./profile-rules.ts";
import { isRemoteAccess, startedServer } from "./remote-servers.ts";
import { sortUsers } from "./user-evidence.ts";

export const externalCredentials = defineCheck({
  decides: leftToHost.externalCredentials,
  needs: ["accounts", "system", "packages", "config", "os", "files"],
  judge({ accounts, system, packages, config, os, executables, policy }): Verdict {
    const { found, excused } = sortUsers(localUsers(accounts, system?.shadow ?? null), policy.allowedAccounts);
    const own = systemPackages(packages);
    const remote = own.filter(isRemoteAccess).map(
      ({ type, name, version, layer }): ProofPoint => ({
        where: `${type} ${name}`,
        detail: words("gpos.remote-package", { version }),
        layer,
      }),
    );
    const server = startedServer(config);
    const started: ProofPoint[] =
      server === null
        ? []
        : [{ where: "config.Entrypoint", detail: words("gpos.remote-started", { program: server }) }];
    const unknown: ProofPoint[] =
      own.length > 0 || hasNoSystem({ os, packages, executables })
        ? []
        : [{ where: "packages", detail: words("gpos.no-package-database") }];
    const evidence = [...found, ...excused, ...remote, ...started, ...unknown];
    return evidence.length > 0
      ? { status: "manual", reason: words("gpos.look-external-credentials"), evidence }
      : { status: "not-applicable", reason: words("gpos.no-log-in", { covers: coversOf("accounts") }) };
  },
});
