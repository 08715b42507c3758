// What of an image an intruder could use: programs, privileges, places to write, ports. Counts of facts, no opinion.
import { type ExecutableKind, executableKind } from "../../shared/known-executables.ts";
import type { FactName, Facts } from "../../shared/model/facts.ts";
import type { Surface } from "../../shared/model/hardened.ts";
import { isRoot, runUser } from "./run-user.ts";
import { writablePaths } from "./writable-paths.ts";

/** The profile of an image's merged view and config. `unread` names what the facts do not hold in full. */
export function surfaceOf(facts: Facts): Surface {
  const of = (kind: ExecutableKind) => (facts.executables ?? []).filter((path) => executableKind(path) === kind).sort();
  const lacks = (name: FactName) => facts.limits.some(({ fact, weight }) => fact === name && weight === "gap");
  const user = runUser(facts);
  return {
    shells: of("shell"),
    packageManagers: of("packageManager"),
    interpreters: of("interpreter"),
    setuid: facts.files.setuid.length,
    packages: facts.packages.length,
    files: facts.files.count,
    size: facts.files.bytes,
    root: isRoot(user),
    ports: [...facts.config.exposedPorts].sort(),
    ...(lacks("files") ? {} : { writable: writablePaths(facts, user, !lacks("system")) }),
    unread: [
      // Older facts, and those of a config alone, list no programs.
      ...(facts.executables === undefined || lacks("files") ? (["programs"] as const) : []),
      ...(lacks("packages") ? (["packages"] as const) : []),
      ...(lacks("files") ? (["files"] as const) : []),
    ],
  };
}
