// Commands `docker exec` in the audit log that ask for more rights or another user. Only what the kernel was told to record is
// there. docs: auditd's ausearch(8), and the fields of EXECVE records: arguments a0, a1, ..., in hexadecimal where they are
// no plain words; one that is long is cut in pieces a2[0], a2[1].
import type { HostFacts } from "../../shared/model/surroundings.ts";
import type { HostReader } from "./host-reader.ts";
import { type SurroundingLimits, sentence } from "./limits.ts";
import { masked, seeArguments } from "./mask-texts.ts";

const path = "/var/log/audit/audit.log";
const maxBytes = 8 * 1024 * 1024;
const maxCommands = 1000;

/** The commands in the log's order, and the time of its first entry; a log that is missing, or records no commands, is a limit on `host.commands`. */
export async function readExecCommands(
  host: HostReader,
  limits: SurroundingLimits,
  signal: AbortSignal,
): Promise<Pick<HostFacts, "execCommands" | "commandsSince">> {
  const read = await host.tail(path, maxBytes);
  if (!read.ok) {
    const why = read.state === "absent" ? sentence("surroundings.no-audit-log", { path }) : read.cause;
    limits.gap("host.commands", path, why);
    return { execCommands: [] };
  }
  const lines = read.value.text.split("\n").slice(read.value.isWhole ? 0 : 1);
  const records = lines.filter((line) => line.startsWith("type=EXECVE ") || line.includes(" type=EXECVE "));
  if (records.length === 0) limits.gap("host.commands", path, sentence("surroundings.no-commands-recorded", { path }));
  const older = await host.stat(`${path}.1`);
  if (!read.value.isWhole)
    limits.note("host.commands", path, sentence("surroundings.log-end", { path, limit: maxBytes }));
  else if (older.ok) limits.note("host.commands", path, sentence("surroundings.older-logs", { path }));
  const found = records.flatMap((line) => {
    const args = argumentsOf(line);
    return asksForMore(args) ? [{ when: timeOf(line), args }] : [];
  });
  if (found.length > maxCommands) {
    limits.note("host.commands", path, sentence("surroundings.too-many", { path, limit: maxCommands }));
  }
  const last = found.slice(-maxCommands);
  const execCommands = await masked(
    (see) => last.map(({ when, args }) => ({ when, command: seeArguments(args, see).join(" ") })),
    signal,
  );
  const commandsSince = lines.map(timeOf).find((time) => time !== "");
  return { execCommands, ...(commandsSince === undefined ? {} : { commandsSince }) };
}

/** The arguments of one record, in their order. */
function argumentsOf(line: string): string[] {
  const pieces = new Map<number, string>();
  for (const [, at = "", value = ""] of line.matchAll(/ a(\d{1,5})(?:\[\d{1,5}\])?=("[^"]*"|[0-9A-Fa-f]+)/g)) {
    const text = value.startsWith('"') ? value.slice(1, -1) : Buffer.from(value, "hex").toString("utf8");
    pieces.set(Number(at), (pieces.get(Number(at)) ?? "") + text);
  }
  return [...pieces].sort(([a], [b]) => a - b).map(([, text]) => text);
}

/** `docker [OPTIONS] [container] exec` with --privileged or a user, before the container is named. */
function asksForMore(args: readonly string[]): boolean {
  if (!/(?:^|\/)docker$/.test(args[0] ?? "")) return false;
  const at = args.indexOf("exec");
  if (at < 1) return false;
  for (let index = at + 1; index < args.length; index++) {
    const argument = args[index] ?? "";
    if (!argument.startsWith("-")) return false;
    if (/^--privileged(?:=(?:true|1|t))?$/i.test(argument) || /^--user(?:=|$)/.test(argument)) return true;
    // Short options stand together: -itu root.
    if (/^-[a-z]*u/.test(argument)) return true;
    if (/^(?:--detach-keys|--env|--env-file|--workdir|-[a-z]*[ew])$/.test(argument)) index++;
  }
  return false;
}

/** RFC 3339 of `audit(SECONDS.MILLISECONDS:NUMBER)`; "" where there is none. */
function timeOf(line: string): string {
  const seconds = Number(/audit\((\d{1,12}(?:\.\d{1,3})?):/.exec(line)?.[1] ?? Number.NaN);
  return Number.isFinite(seconds) ? new Date(seconds * 1000).toISOString() : "";
}
