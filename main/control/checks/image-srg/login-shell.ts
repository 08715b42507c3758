// Whether an account's shell lets anyone in: passwd(5), nologin(8).
import { executableKind } from "../../../../shared/known-executables.ts";
import type { Account } from "../../../../shared/model/facts.ts";

const closed: ReadonlySet<string> = new Set(["nologin", "false", "sync", "halt", "shutdown"]);

/** Ordinary users begin here: UID_MIN of login.defs(5) as distributions ship it. */
export const firstUserId = 1000;

/**
 * `closed`: a program that lets nobody in; `missing`: a known shell that the image does not hold, so that nobody gets in
 * either; `open`: everything else. `executables` are the known programs of the image; without them none counts as missing.
 */
export function loginShellOf(
  { shell }: Pick<Account, "shell">,
  executables: readonly string[] | undefined,
): "open" | "closed" | "missing" {
  const name = baseName(shell === "" ? "/bin/sh" : shell);
  if (closed.has(name)) return "closed";
  const isKnown = executableKind(`/bin/${name}`) === "shell";
  const isThere = executables?.some((path) => baseName(path) === name) ?? true;
  return isKnown && !isThere ? "missing" : "open";
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
