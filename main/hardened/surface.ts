// What of an image an intruder could use: programs, privileges, ports. Counts of facts, no opinion.
import { type ExecutableKind, executableKind } from "../../shared/known-executables.ts";
import type { Facts } from "../../shared/model/facts.ts";
import type { HardenedState } from "../../shared/model/hardened.ts";

/** The profile of an image's merged view and config. Facts without `executables` (older, or config only) list no programs. */
export function surfaceOf(facts: Facts): HardenedState["surface"] {
  const of = (kind: ExecutableKind) => (facts.executables ?? []).filter((path) => executableKind(path) === kind).sort();
  return {
    shells: of("shell"),
    packageManagers: of("packageManager"),
    interpreters: of("interpreter"),
    setuid: facts.files.setuid.length,
    packages: facts.packages.length,
    files: facts.files.count,
    size: facts.files.bytes,
    root: runsAsRoot(facts),
    ports: [...facts.config.exposedPorts].sort(),
  };
}

/** Whether the config's user is uid 0: none named, the number, or a name that the image's accounts give uid 0. */
function runsAsRoot(facts: Facts): boolean {
  const user = facts.config.user.split(":")[0]?.trim() ?? "";
  if (user === "" || user === "root" || /^0+$/.test(user)) return true;
  return facts.accounts.some((account) => account.name === user && account.uid === 0);
}
