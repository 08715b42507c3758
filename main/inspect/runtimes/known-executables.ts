// Which entries of the merged view become the fact `executables`: known shells, package managers, interpreters.
import { executableKind } from "../../../shared/known-executables.ts";

/** Whether a file or link of the merged view belongs into `facts.executables`. */
export function isKnownExecutable(path: string): boolean {
  return executableKind(path) !== null;
}
