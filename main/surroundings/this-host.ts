// Whether an engine runs on the very machine that asks: only then are its files those of this host. Told by what /info and
// the kernel say of themselves; in doubt it does not, and the reason is kept.
import type { Phrase } from "../../shared/model/phrase.ts";
import type { Endpoint } from "../source/engine/endpoint.ts";
import type { InfoAnswer } from "./engine-answers.ts";
import type { HostReader } from "./host-reader.ts";
import { sentence } from "./limits.ts";

const maxLine = 4096;
const maxRelease = 64 * 1024;

/** null = it is this machine's own engine; else why it is not, or is not known to be. */
export async function whyElsewhere(
  endpoint: Endpoint,
  info: InfoAnswer,
  isPodman: boolean,
  host: HostReader,
): Promise<Phrase | null> {
  if (endpoint.kind === "tcp") return sentence("surroundings.reached-by-tcp");
  if (endpoint.kind === "ssh") return sentence("surroundings.reached-by-ssh");
  if (host.platform !== "linux") return sentence("surroundings.not-linux", { platform: host.platform });
  const kernel = await lineOf(host, "/proc/sys/kernel/osrelease");
  const name = await lineOf(host, "/proc/sys/kernel/hostname");
  if (kernel === null || name === null) return sentence("surroundings.host-unknown");
  if (/docker.?desktop/i.test(info.OperatingSystem ?? "") || info.Name === "docker-desktop") {
    return sentence("surroundings.virtual-machine", { system: info.OperatingSystem ?? "Docker Desktop" });
  }
  if (!info.KernelVersion || !info.Name) return sentence("surroundings.engine-host-unknown");
  if (kernelAsEngineSaysIt(info.KernelVersion) !== kernelAsEngineSaysIt(kernel)) {
    return sentence("surroundings.other-kernel", { engine: info.KernelVersion, here: kernel });
  }
  // A container shares the kernel; its name and its files are others.
  if (info.Name !== name) return sentence("surroundings.other-name", { engine: info.Name, here: name });
  const system = isPodman ? null : await systemName(host);
  // An engine that runs in a container says so behind the name; with name and kernel ours, that container is where we are.
  const told = (info.OperatingSystem ?? "").replace(/ \(containerized\)$/, "");
  if (system !== null && told !== "" && told !== "Linux" && told !== system) {
    return sentence("surroundings.other-system", { engine: told, here: system });
  }
  return null;
}

/** The name that moby's pkg/parsers/operatingsystem takes from os-release; null when there is none. */
async function systemName(host: HostReader): Promise<string | null> {
  for (const path of ["/etc/os-release", "/usr/lib/os-release"]) {
    const read = await host.text(path, maxRelease);
    if (!read.ok) continue;
    const line = read.value.split("\n").find((one) => one.startsWith("PRETTY_NAME="));
    return line === undefined
      ? null
      : line
          .slice("PRETTY_NAME=".length)
          .trim()
          .replace(/^(["'])(.*)\1$/, "$2");
  }
  return null;
}

/** moby's pkg/parsers/kernel reads three numbers and writes a missing one as 0. */
function kernelAsEngineSaysIt(release: string): string {
  const match = /^(\d+)\.(\d+)(?:\.(\d+))?(.*)$/s.exec(release);
  return match === null ? release : `${match[1]}.${match[2]}.${match[3] ?? 0}${match[4]}`;
}

async function lineOf(host: HostReader, path: string): Promise<string | null> {
  const read = await host.text(path, maxLine);
  return read.ok ? read.value.trim() : null;
}
