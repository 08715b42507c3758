// Where an engine has its things on this host: a system-wide one in /etc and /run, a rootless one in the home and the runtime
// folder of its user. docs: dockerd(8); docs.docker.com, "Rootless mode", "Daemon configuration".
import type { HostAccounts } from "./host-accounts.ts";
import type { HostReader } from "./host-reader.ts";

export interface HostPaths {
  readonly rootless: boolean;
  /** Of the engine's user; null = no account of the host has its id, so the other paths are made up. */
  readonly home: string | null;
  /** The socket that is listened on where no other is named. */
  readonly defaultSocket: string;
  readonly configFolder: string;
  readonly pidFile: string;
  /** Of the command's own folder, where TLS files lie that no flag names. */
  readonly dockerHome: string;
  readonly runFolder: string;
  readonly units: readonly string[];
}

/** The folders in which systemd looks for units, first found first taken: systemd.unit(5). */
const systemUnits = [
  "/etc/systemd/system",
  "/run/systemd/system",
  "/usr/local/lib/systemd/system",
  "/usr/lib/systemd/system",
  "/lib/systemd/system",
];
const userUnits = ["/etc/systemd/user", "/run/systemd/user", "/usr/local/lib/systemd/user", "/usr/lib/systemd/user"];

/** The paths of the engine that listens on `socket`; of a rootless one, those of the socket's owner. */
export async function hostPaths(
  host: HostReader,
  accounts: HostAccounts,
  socket: string,
  rootless: boolean,
): Promise<HostPaths> {
  if (!rootless) {
    const home = accounts.homeOf(0) ?? "/root";
    return {
      rootless,
      home,
      defaultSocket: "/var/run/docker.sock",
      configFolder: "/etc/docker",
      pidFile: "/var/run/docker.pid",
      dockerHome: `${home}/.docker`,
      runFolder: "/var/run/docker",
      units: systemUnits,
    };
  }
  const found = await host.stat(socket);
  const uid = found.ok ? found.value.uid : (host.uid ?? 0);
  const known = accounts.homeOf(uid) ?? null;
  const home = known ?? "/nonexistent";
  const runtime = /^(.+)\/docker\.sock$/.exec(socket)?.[1] ?? `/run/user/${uid}`;
  return {
    rootless,
    home: known,
    defaultSocket: `${runtime}/docker.sock`,
    configFolder: `${home}/.config/docker`,
    pidFile: `${runtime}/docker.pid`,
    dockerHome: `${home}/.docker`,
    runFolder: `${runtime}/docker`,
    units: [`${home}/.config/systemd/user`, ...userUnits],
  };
}
