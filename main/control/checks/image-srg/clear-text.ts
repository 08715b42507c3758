// No protocol that sends names and passwords readable: neither its server among the packages nor its port exposed.
import type { Verdict } from "../../../../shared/model/finding.ts";
import { portRange } from "../../../../shared/policy-match.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { failOrPass } from "../../fail-or-pass.ts";
import { busyboxNote } from "./busybox-note.ts";
import { installedServers, packagesLack, systemPackages } from "./installed-servers.ts";

/** FTP, telnet, TFTP, and exec, login and shell of the r commands; IANA service names. */
const clearPorts: readonly number[] = [20, 21, 23, 69, 512, 513, 514];

export const clearText = defineCheck({
  decides: ["image-srg:clear-text-protocols"],
  needs: ["packages", "os", "config", "files"],
  lacks: ({ packages, os, config }) =>
    config.exposedPorts.some((port) => clearPortOf(port) !== null) ? null : packagesLack(packages, os),
  judge({ packages, config, policy, executables }): Verdict {
    const ports = config.exposedPorts.flatMap((port) => {
      const clear = clearPortOf(port);
      return clear === null ? [] : [{ where: "config.ExposedPorts", detail: words("srg.clear-port", { port, clear }) }];
    });
    const { faults, excused } = installedServers(packages, policy, ({ isClearText }) => isClearText);
    const own = systemPackages(packages);
    const all = [...faults, ...ports];
    if (all.length === 0 && own.length === 0) {
      return { status: "not-applicable", reason: words("control.packages-none") };
    }
    const ground = { where: "packages", detail: words("srg.clear-none", { count: own.length }) };
    return failOrPass(all, ground, [...excused, ...busyboxNote(executables)], ["packages", "os", "config"]);
  },
});

/** The first port of the list that an entry such as `21/tcp` or `20-23` exposes. */
function clearPortOf(port: string): number | null {
  const range = portRange(port);
  return range === null ? null : (clearPorts.find((one) => range.from <= one && one <= range.to) ?? null);
}
