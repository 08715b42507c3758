// The dockerd that serves a socket: among all processes of that name the one that listens there. Only what every user may
// read of a process is looked at. docs: proc(5).

import { readDaemonConfig } from "./daemon-config.ts";
import { flagValues, setting, socketsOf } from "./daemon-flags.ts";
import type { HostPaths } from "./host-paths.ts";
import type { HostReader } from "./host-reader.ts";

const maxProcesses = 200_000;
const maxCommand = 256 * 1024;
const maxStatus = 64 * 1024;

export interface DaemonProcess {
  readonly pid: number;
  /** With the program's own name in front. */
  readonly args: readonly string[];
  readonly uid: number | null;
}

export type FoundDaemon =
  | { readonly kind: "found"; readonly process: DaemonProcess }
  | { readonly kind: "none" }
  /** So many of them fit. */
  | { readonly kind: "several"; readonly count: number };

/** Finds the daemon behind `socket` whose data is in `rootDir`. */
export async function findDaemon(
  host: HostReader,
  paths: HostPaths,
  socket: string,
  rootDir: string,
): Promise<FoundDaemon> {
  const all = await daemons(host);
  const real = async (path: string) => {
    const stat = await host.stat(path);
    return stat.ok ? stat.value.real : path;
  };
  const wanted = await real(socket);
  const listening: DaemonProcess[] = [];
  const withData: DaemonProcess[] = [];
  for (const one of all) {
    const [file] = flagValues(one.args, "config-file").slice(-1);
    const config = await readDaemonConfig(host, file || `${paths.configFolder}/daemon.json`);
    const settings = config.kind === "read" ? config.config : null;
    const sockets = await Promise.all(socketsOf(one.args, settings, paths.defaultSocket).map(real));
    if (sockets.includes(wanted)) listening.push(one);
    const data = setting(one.args, settings, "data-root") ?? setting(one.args, settings, "graph");
    // A daemon with user namespaces keeps its data in a folder below.
    if (`${rootDir}/`.startsWith(`${data ?? (paths.rootless ? rootDir : "/var/lib/docker")}/`)) withData.push(one);
  }
  const both = listening.filter((one) => withData.includes(one));
  const likely = both.length > 0 ? both : listening.length > 0 ? listening : withData;
  if (likely.length <= 1) return found(likely[0]);
  const pidFile = await host.text(paths.pidFile, maxStatus);
  const byFile = likely.find(({ pid }) => pidFile.ok && Number(pidFile.value.trim()) === pid);
  if (byFile !== undefined) return found(byFile);
  const owner = await host.stat(socket);
  const owned = likely.filter(({ uid }) => owner.ok && uid === owner.value.uid);
  return owned.length === 1 ? found(owned[0]) : { kind: "several", count: likely.length };
}

function found(process: DaemonProcess | undefined): FoundDaemon {
  return process === undefined ? { kind: "none" } : { kind: "found", process };
}

async function daemons(host: HostReader): Promise<DaemonProcess[]> {
  const names = await host.list("/proc", maxProcesses);
  if (!names.ok) return [];
  const seen: DaemonProcess[] = [];
  for (const name of names.value) {
    if (!/^\d{1,10}$/.test(name)) continue;
    const comm = await host.text(`/proc/${name}/comm`, maxStatus);
    if (!comm.ok || comm.value.trim() !== "dockerd") continue;
    const command = await host.text(`/proc/${name}/cmdline`, maxCommand);
    const status = await host.text(`/proc/${name}/status`, maxStatus);
    if (!command.ok || command.value === "") continue;
    const line = (field: string) =>
      status.ok ? new RegExp(`^${field}:\\s*(.*)$`, "m").exec(status.value)?.[1]?.split(/\s+/) : undefined;
    // A daemon inside a container has a second number there, in its own namespace.
    if ((line("NSpid")?.length ?? 1) > 1) continue;
    const [, effective] = line("Uid") ?? [];
    const args = command.value.replace(/\0$/, "").split("\0");
    seen.push({ pid: Number(name), args, uid: effective === undefined ? null : Number(effective) });
  }
  return seen;
}
