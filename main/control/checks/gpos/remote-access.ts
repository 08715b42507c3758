// No remote access: where the image brings no software for remote log-ins and file sharing, rules for such sessions have
// nothing to be broken by. An image without a package database proves nothing by it, unlike in the public profile.
import type { Package } from "../../../../shared/model/facts.ts";
import type { ProofPoint, Verdict } from "../../../../shared/model/finding.ts";
import { isAllowedName } from "../../../../shared/policy-match.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { systemPackages } from "./installed-system.ts";
import { tested } from "./profile-rules.ts";
import { bringsServer, isRemoteAccess, startedServer } from "./remote-servers.ts";

export const remoteAccess = defineCheck({
  decides: tested.remoteAccess,
  needs: ["packages", "files", "config"],
  lacks({ packages, files, config }) {
    const isKnown = systemPackages(packages).length > 0 || files.count === 0 || startedServer(config) !== null;
    return isKnown ? null : words("gpos.no-package-database");
  },
  judge({ packages, config, policy }): Verdict {
    const own = systemPackages(packages);
    const named = own.filter(isRemoteAccess);
    const isExcused = ({ name }: Package) => isAllowedName(name, policy.allowedPackages);
    const excused = named
      .filter(isExcused)
      .map((found): ProofPoint => ({ ...point(found, words("gpos.package-allowed")), beside: true }));
    const server = startedServer(config);
    // Who excuses the package of a server means it to be started.
    const isMeant = (program: string) => named.some((each) => isExcused(each) && bringsServer(each.name, program));
    const started: ProofPoint[] =
      server === null || isMeant(server)
        ? []
        : [{ where: "config.Entrypoint", detail: words("gpos.remote-started", { program: server }) }];
    const packaged = named
      .filter((found) => !isExcused(found))
      .map((found) => point(found, words("gpos.remote-package", { version: found.version })));
    const [first, ...rest] = [...packaged, ...started];
    if (first !== undefined) return { status: "fail", evidence: [first, ...rest, ...excused], restsOn: [] };
    const none = own.length === 0 ? words("gpos.remote-nothing") : words("gpos.remote-none", { count: own.length });
    return { status: "pass", evidence: [{ where: "packages", detail: none }, ...excused] };
  },
});

function point({ type, name, layer }: Package, detail: ProofPoint["detail"]): ProofPoint {
  return { where: `${type} ${name}`, detail, layer };
}
