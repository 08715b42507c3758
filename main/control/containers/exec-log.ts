// `docker exec` commands of the host's audit log, taken apart: for which container, with which rights, as which user. Options
// as docker-container-exec(1) lists them.
import type { HostFacts } from "../../../shared/model/surroundings.ts";
import { auditWatches } from "../audit-rules.ts";

export interface LoggedExec {
  readonly when: string;
  /** Name or id as the command has it; null where none could be made out. */
  readonly target: string | null;
  readonly privileged: boolean;
  /** What `--user` says; null without it. */
  readonly user: string | null;
}

const withValue = new Set(["--env", "--env-file", "--detach-keys", "--workdir"]);

/** One command of the log. */
export function loggedExec({ when, command }: HostFacts["execCommands"][number]): LoggedExec {
  const tokens = command.split(/\s+/);
  const begin = tokens.indexOf("exec") + 1;
  let privileged = false;
  let user: string | null = null;
  for (let at = begin; begin > 0 && at < tokens.length; at += 1) {
    const token = tokens[at] ?? "";
    if (!token.startsWith("-") || token === "-") return { when, target: token === "" ? null : token, privileged, user };
    const [name = "", value] = token.startsWith("--") ? token.split("=", 2) : [token];
    if (name === "--privileged") privileged = value !== "false";
    else if (name === "--user") user = value ?? tokens[++at] ?? "";
    else if (withValue.has(name)) at += value === undefined ? 1 : 0;
    else if (!token.startsWith("--")) {
      // Letters in one, the first that takes a value takes the rest: `-itu0`, `-itu root`.
      const letter = /[ewu]/.exec(token.slice(1));
      if (letter === null) continue;
      const rest = token.slice(letter.index + 2).replace(/^=/, "");
      const given = rest === "" ? (tokens[++at] ?? "") : rest;
      if (letter[0] === "u") user = given;
    }
  }
  return { when, target: null, privileged, user };
}

/** Whether a name or id of a command means this container: its name, or its id, whole or shortened. */
export function isMeant(target: string, { id, name }: { readonly id: string; readonly name: string }): boolean {
  return target === name || (/^[0-9a-f]{4,64}$/.test(target) && id.startsWith(target));
}

/** Whether `name`, `0`, `0:0`, `root:staff` and the like stand for root. */
export function isRoot(user: string): boolean {
  const [name = ""] = user.trim().split(":");
  return name === "root" || /^[+-]?0+$/.test(name);
}

const clients = ["/usr/bin/docker", "/usr/local/bin/docker"] as const;

/**
 * Whether the audit rules of a host write down calls of the Docker client: by a watch on its path, or by a rule about every
 * program that is started. A rule for one program or folder says nothing of another; `-e 0` switches all off.
 */
export function watchesClient(rules: readonly string[]): boolean {
  const { isOff, coverOf } = auditWatches(rules);
  if (isOff) return false;
  return clients.some((client) => coverOf([client]) !== null) || rules.some(isAboutEveryProgram);
}

function isAboutEveryProgram(rule: string): boolean {
  const tokens = rule.trim().split(/\s+/);
  if (tokens.some((token) => /^(?:never,exit|exit,never|(?:path|exe|dir)=.*)$/.test(token))) return false;
  return tokens.some((token, at) => tokens[at - 1] === "-S" && token.split(",").includes("execve"));
}
