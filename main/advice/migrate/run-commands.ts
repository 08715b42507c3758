// What a RUN does, as far as migration has to know: installs packages, makes an account, only brings certificates.

import type { Instruction, Stage } from "./read-dockerfile.ts";
import { commandList } from "./shell-words.ts";

/** The commands of a RUN in shell form; null for an exec form, a heredoc, or more shell than a list of commands. */
export function commandsOf(run: Instruction): readonly string[] | null {
  const script = run.args.replace(/^(\s*--\w+(=\S+)?)+\s+/, "").trim();
  return run.heredoc || script.startsWith("[") ? null : commandList(script);
}

const tidy =
  /^(apt(-get)? (-\w+ )*(update|clean|autoclean|autoremove)\b.*|apk (update|-U|--update)\b[\w\s-]*|rm -rf? (\/var\/lib\/apt\/lists|\/var\/cache\/(apk|apt|dnf|yum))\S*|(dnf|yum|microdnf) (clean all|makecache)|set -[eux]+|update-ca-certificates|true)$/;
const install = /^(?:sudo )?(?:(?:apt-get|apt|dnf|yum|microdnf)(?: -\S+)* install|apk(?: -\S+)* add)((?: +\S+)+)$/;

/** The packages that one command installs; null where it installs none. Options are left out. */
export function installed(command: string): readonly string[] | null {
  const words = install.exec(command.replace(/\s+/g, " "))?.[1]?.trim().split(" ");
  if (words === undefined) return null;
  const packages = words.filter(
    (word, at) => !word.startsWith("-") && !/^(-t|--virtual|--repository|-X)$/.test(words[at - 1] ?? ""),
  );
  return packages.length === 0 ? null : packages;
}

/** All packages that a stage installs with the system's package manager, in order, each once. */
export function packagesOf({ instructions }: Pick<Stage, "instructions">): string[] {
  const runs = instructions.filter(({ keyword }) => keyword === "RUN");
  return [...new Set(runs.flatMap((run) => (commandsOf(run) ?? []).flatMap((command) => installed(command) ?? [])))];
}

/** A RUN whose only deed is to install CA certificates, which every hardened image brings. */
export function bringsOnlyCertificates(run: Instruction): boolean {
  const deeds = (commandsOf(run) ?? [""]).filter((command) => !tidy.test(command.replace(/\s+/g, " ")));
  const packages = deeds.map((deed) => installed(deed));
  return deeds.length > 0 && packages.every((list) => list?.every((name) => name === "ca-certificates") === true);
}

const account = /^(adduser|addgroup|useradd|groupadd|usermod)( .*)?$/;

/** A RUN that makes accounts and nothing else: a hardened image has its own user. */
export function makesOnlyAccounts(run: Instruction): boolean {
  const deeds = (commandsOf(run) ?? [""]).filter((command) => !tidy.test(command.replace(/\s+/g, " ")));
  return deeds.length > 0 && deeds.every((deed) => account.test(deed.replace(/\s+/g, " ")));
}

/** The RUN's lines without the word ca-certificates, where it installs that among others; null where it does not. */
export function withoutCertificates(run: Instruction, lines: readonly string[]): string[] | null {
  if (
    run.heredoc ||
    !/\b(apt-get|apt|apk|dnf|yum|microdnf)\b[^&|;]*\b(install|add)\b[^&|;]*\sca-certificates(?=\s|$)/.test(run.args)
  )
    return null;
  const out = lines.flatMap((line, at) => {
    if (/^\s*ca-certificates\s*[\\`]\s*$/.test(line) && at > 0) return [];
    const bare = line.replace(/(\s)ca-certificates(?=\s|$)/, "$1").replace(/(\S) {2,}(?=\S)/, "$1 ");
    return [/^\s+ca-certificates/.test(line) ? bare.replace(/^(\s+?)\s(?=\S)/, "$1") : bare.replace(/\s+$/, "")];
  });
  // A list that ended with the word would end in nothing: such a step is left.
  return out.some((line) => line.trim() === "") ? null : out;
}
