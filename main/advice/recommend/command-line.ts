// What the image's own command line, history and ports show of how it works: what a move to another base has to cope with.
import { executableKind } from "../../../shared/known-executables.ts";
import type { Facts } from "../../../shared/model/facts.ts";
import type { ImageIdentity } from "../../../shared/model/image.ts";
import { portRange } from "../../../shared/policy-match.ts";

/** The last part of a path: `/usr/bin/python3` -> `python3`. */
const nameOf = (word: string): string => word.slice(word.lastIndexOf("/") + 1);

/** Words of entrypoint and command, `sh -c` taken apart at spaces; bounded, for a config may hold anything. */
export function commandWords({ config }: Pick<Facts, "config">): string[] {
  const words = [...(config.entrypoint ?? []), ...(config.cmd ?? [])].slice(0, 50);
  return words.flatMap((word) => word.slice(0, 500).split(/\s+/)).map(nameOf);
}

/** Whether entrypoint or command need a shell: a shell itself, or a script that names one in its first line as a rule. */
export function startsThroughShell({ config }: Pick<Facts, "config">): boolean {
  const heads = [config.entrypoint?.[0], config.cmd?.[0], config.entrypoint === null ? undefined : config.cmd?.[0]];
  return heads.some((head) => head !== undefined && (/\.(?:ba)?sh$/.test(head) || isShell(head)));
}

function isShell(word: string): boolean {
  return executableKind(word.startsWith("/") ? word : `/bin/${word}`) === "shell";
}

/** Whether the health check is run by a shell. */
export function checksThroughShell({ config }: Pick<Facts, "config">): boolean {
  const [form, program = ""] = config.healthcheck?.test ?? [];
  return form === "CMD-SHELL" || (form === "CMD" && (isShell(program) || /\.(?:ba)?sh$/.test(program)));
}

/** Whether a health check is defined at all. */
export function hasHealthcheck({ config }: Pick<Facts, "config">): boolean {
  const [form] = config.healthcheck?.test ?? [];
  return form === "CMD" || form === "CMD-SHELL";
}

/** Exposed ports that a user other than root may not be able to bind (DHI asks for 1025 and higher). */
export function lowPorts({ config }: Pick<Facts, "config">): string[] {
  return config.exposedPorts.filter((port) => (portRange(port)?.from ?? 65_535) < 1025).slice(0, 20);
}

const installs =
  /\b(?:apt(?:-get)?\s+(?:-\S+\s+)*install|apk\s+(?:-\S+\s+)*add|(?:dnf|yum|microdnf|tdnf)\s+(?:-\S+\s+)*install|zypper\s+(?:-\S+\s+)*in(?:stall)?)\b/;

/**
 * Whether build steps install packages: those above the proven base, or all where nothing proves a base. `own` tells which of
 * the two was looked at.
 */
export function installsPackages(
  { history }: Pick<Facts, "history">,
  { base }: Pick<ImageIdentity, "base">,
): { readonly found: boolean; readonly own: boolean } {
  const own = base !== undefined;
  const steps = own ? history.filter(({ layer }) => layer !== undefined && layer >= base.layers) : history;
  return { found: steps.some(({ createdBy }) => installs.test(createdBy.slice(0, 20_000))), own };
}
