// The settings that a Docker daemon runs with: a flag beats daemon.json, which beats the default. dockerd refuses to start
// where a directive stands in both, so a flag beside a key means that the file changed since. docs: dockerd(8), "Daemon
// configuration file".
import type { HostFacts } from "../../shared/model/surroundings.ts";

type Kind = "boolean" | "text" | "list" | "pairs";

interface Directive {
  readonly kind: Kind;
  readonly flags: readonly string[];
  /** The key of daemon.json. */
  readonly key: string;
}

const directives = {
  hosts: { kind: "list", flags: ["--host", "-H"], key: "hosts" },
  debug: { kind: "boolean", flags: ["--debug", "-D"], key: "debug" },
  "log-level": { kind: "text", flags: ["--log-level", "-l"], key: "log-level" },
  iptables: { kind: "boolean", flags: ["--iptables"], key: "iptables" },
  tls: { kind: "boolean", flags: ["--tls"], key: "tls" },
  tlsverify: { kind: "boolean", flags: ["--tlsverify"], key: "tlsverify" },
  tlscacert: { kind: "text", flags: ["--tlscacert"], key: "tlscacert" },
  tlscert: { kind: "text", flags: ["--tlscert"], key: "tlscert" },
  tlskey: { kind: "text", flags: ["--tlskey"], key: "tlskey" },
  "default-ulimits": { kind: "pairs", flags: ["--default-ulimit"], key: "default-ulimits" },
  "cgroup-parent": { kind: "text", flags: ["--cgroup-parent"], key: "cgroup-parent" },
  "storage-opts": { kind: "list", flags: ["--storage-opt"], key: "storage-opts" },
  "log-driver": { kind: "text", flags: ["--log-driver"], key: "log-driver" },
  "log-opts": { kind: "pairs", flags: ["--log-opt"], key: "log-opts" },
  "firewall-backend": { kind: "text", flags: ["--firewall-backend"], key: "firewall-backend" },
  "no-new-privileges": { kind: "boolean", flags: ["--no-new-privileges"], key: "no-new-privileges" },
  "userland-proxy": { kind: "boolean", flags: ["--userland-proxy"], key: "userland-proxy" },
} as const satisfies Record<string, Directive>;
export type DaemonDirective = keyof typeof directives;

/** What the daemon takes for one directive, and from where. */
export interface DaemonSetting {
  /** Each value as text: one of a boolean (`true`, `false`) or a text, `NAME=VALUE` of pairs; none where it is unset. */
  readonly values: readonly string[];
  readonly from: "flag" | "file" | "default";
  /** The flag, or the file and its key; for people. */
  readonly place: string;
  /** What the file says where a flag says something as well; null where only one does. */
  readonly alsoInFile: readonly string[] | null;
}

type Daemon = HostFacts["daemon"];

/** Short flags that take a value, of all that dockerd has; the value may follow at once (`-lwarn`). */
const shortWithValue = new Set(["H", "l", "G", "g", "b", "p", "s"]);

/** Reads one directive. Scalars given twice: the last counts, as the daemon takes it; lists and pairs add up. */
export function daemonSetting(daemon: Daemon, name: DaemonDirective): DaemonSetting {
  const directive: Directive = directives[name];
  const given = flagValues(daemon.arguments ?? [], directive);
  const kept = fileValues(daemon.config?.[directive.key], directive.kind);
  if (given.length > 0) {
    const values = isScalar(directive.kind) ? given.slice(-1) : given;
    return { values, from: "flag", place: directive.flags[0] ?? name, alsoInFile: kept };
  }
  const place = `${daemon.configPath ?? "daemon.json"} ${directive.key}`;
  return kept === null
    ? { values: [], from: "default", place, alsoInFile: null }
    : { values: kept, from: "file", place, alsoInFile: null };
}

/** Whether a boolean directive is on, by its default where it is unset. */
export function isOn(setting: DaemonSetting, byDefault: boolean): boolean {
  const [value] = setting.values;
  return value === undefined ? byDefault : value === "true";
}

/** Endpoints that the daemon listens at, as given; a bare `HOST:PORT` or `:PORT` is TCP. Without any it is the socket. */
export function tcpListeners(daemon: Daemon): readonly string[] {
  return daemonSetting(daemon, "hosts").values.filter(
    (host) => host.trim() !== "" && !/^(unix|fd|npipe):/i.test(host.trim()),
  );
}

function isScalar(kind: Kind): boolean {
  return kind === "boolean" || kind === "text";
}

function flagValues(all: readonly string[], { kind, flags }: Directive): string[] {
  const found: string[] = [];
  for (let index = 1; index < all.length; index++) {
    const argument = all[index] ?? "";
    if (argument === "--") break;
    const { name, value, takesNext } = flagOf(argument);
    if (!takesNext && !flags.includes(name)) continue;
    if (flags.includes(name)) {
      if (value !== null) found.push(kind === "boolean" ? booleanOf(value) : value);
      else if (kind === "boolean") found.push("true");
      else found.push(all[++index] ?? "");
    } else if (value === null) index++;
  }
  return found;
}

/** The name of a flag, the value glued to it, and whether the next argument is its value whatever the flag is. */
function flagOf(argument: string): { name: string; value: string | null; takesNext: boolean } {
  if (argument.startsWith("--")) {
    const equals = argument.indexOf("=");
    if (equals < 0) return { name: argument, value: null, takesNext: false };
    return { name: argument.slice(0, equals), value: argument.slice(equals + 1), takesNext: false };
  }
  const letter = argument.slice(1, 2);
  if (!argument.startsWith("-") || letter === "") return { name: argument, value: null, takesNext: false };
  const rest = argument.slice(2);
  const value = rest === "" ? null : rest.replace(/^=/, "");
  return { name: `-${letter}`, value, takesNext: shortWithValue.has(letter) && value === null };
}

/** Go's strconv.ParseBool takes these; anything else keeps the daemon from starting. */
function booleanOf(value: string): string {
  return /^(1|t|true)$/i.test(value) ? "true" : "false";
}

function fileValues(value: unknown, kind: Kind): string[] | null {
  if (value === undefined || value === null) return null;
  if (kind === "boolean") return typeof value === "boolean" ? [String(value)] : null;
  if (kind === "text") return typeof value === "string" ? [value] : null;
  if (kind === "list") return Array.isArray(value) ? value.map(String) : null;
  if (typeof value !== "object" || Array.isArray(value)) return null;
  return Object.entries(value).map(([name, one]) => `${name}=${pairValue(one)}`);
}

/** The value of a pair; of an ulimit `SOFT:HARD`. */
function pairValue(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  const { Soft: soft, Hard: hard } = value as { Soft?: unknown; Hard?: unknown };
  return `${String(soft ?? "")}:${String(hard ?? "")}`;
}
