// No server that lets users in from afar or speaks an old protocol; and without one, the rules on sessions have nothing to
// hold for.
import type { Verdict } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { failOrPass, saidBeside } from "../../fail-or-pass.ts";
import { busyboxNote } from "./busybox-note.ts";
import { installedServers, packagesLack, systemPackages } from "./installed-servers.ts";

export const remoteAccess = defineCheck({
  decides: ["image-srg:remote-access-packages"],
  needs: ["packages", "os", "files"],
  lacks: ({ packages, os }) => packagesLack(packages, os),
  judge({ packages, policy, executables }): Verdict {
    const own = systemPackages(packages);
    if (own.length === 0) return { status: "not-applicable", reason: words("control.packages-none") };
    const { faults, excused } = installedServers(packages, policy, () => true);
    const ground = { where: "packages", detail: words("srg.servers-none", { count: own.length }) };
    return failOrPass(faults, ground, [...excused, ...busyboxNote(executables)], ["packages", "os"]);
  },
});

export const sessionRules = defineCheck({
  decides: ["image-srg:session-rules-na"],
  needs: ["packages", "os"],
  lacks: ({ packages, os }) => packagesLack(packages, os),
  judge({ packages, policy }): Verdict {
    const own = systemPackages(packages);
    if (own.length === 0) return { status: "not-applicable", reason: words("control.packages-none") };
    // Whoever excuses a server for a reason has its sessions all the same: what the policy allows counts here.
    const { faults, excused } = installedServers(packages, policy, ({ isRemoteAccess }) => isRemoteAccess);
    const [first, ...rest] = faults;
    if (first !== undefined) return { status: "fail", evidence: [first, ...rest, ...saidBeside(excused)], restsOn: [] };
    if (excused.length > 0) {
      return { status: "manual", reason: words("srg.sessions-person"), evidence: excused };
    }
    return {
      status: "not-applicable",
      reason: words("srg.sessions-none"),
      evidence: [{ where: "packages", detail: words("srg.servers-none", { count: own.length }) }],
    };
  },
});
