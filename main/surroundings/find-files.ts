// Every file of host-files.ts's table, found and looked at.
import type { HostFile } from "../../shared/model/surroundings.ts";
import { isOn, setting } from "./daemon-flags.ts";
import { fileFact, missingFile } from "./file-facts.ts";
import type { HostAccounts } from "./host-accounts.ts";
import type { HostFileRole } from "./host-files.ts";
import type { HostPaths } from "./host-paths.ts";
import type { HostReader } from "./host-reader.ts";
import { sentence } from "./limits.ts";
import { unitFiles } from "./unit-files.ts";

const maxRegistries = 1000;
/** Where packages and archives put programs, the usual one first: it is the one that is named where none is found. */
const programFolders = ["/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin", "/bin", "/sbin"];

export interface WhereToLook {
  readonly paths: HostPaths;
  readonly socket: string;
  readonly rootDir: string;
  /** Of the daemon, not masked; null = they were not read. */
  readonly args: readonly string[] | null;
  readonly config: Readonly<Record<string, unknown>> | null;
  readonly configPath: string;
}

/** The files in the order of the table. */
export async function findFiles(host: HostReader, accounts: HostAccounts, where: WhereToLook): Promise<HostFile[]> {
  const { paths, socket, rootDir, args, configPath } = where;
  const one = (role: HostFileRole, path: string) => fileFact(host, accounts, role, path);
  const containerd = await containerdSocket(host, where);
  const program = async (role: HostFileRole, running?: string): Promise<HostFile> => {
    const candidates = [
      ...(running?.startsWith("/") ? [running] : []),
      ...programFolders.map((folder) => `${folder}/${role}`),
    ];
    const files = await Promise.all(candidates.map((path) => one(role, path)));
    return (
      files.find(({ state }) => state === "present") ??
      files.find(({ state }) => state === "unreadable") ??
      one(role, `/usr/bin/${role}`)
    );
  };
  return [
    ...(await unitFiles(host, accounts, paths, "docker.service")),
    ...(await unitFiles(host, accounts, paths, "docker.socket")),
    await one("docker-folder", paths.configFolder),
    ...(await registryCertificates(host, accounts, `${paths.configFolder}/certs.d`)),
    ...(await tlsFiles(host, accounts, where)),
    await one("engine-socket", socket),
    await one("daemon.json", configPath),
    await one("default-docker", "/etc/default/docker"),
    await one("sysconfig-docker", "/etc/sysconfig/docker"),
    await one("containerd-socket", containerd),
    await one("containerd-run-folder", containerd.replace(/\/[^/]*$/, "") || "/"),
    await one("containerd-config", "/etc/containerd/config.toml"),
    await program("dockerd", args?.[0]),
    await program("containerd"),
    await program("containerd-shim"),
    await program("containerd-shim-runc-v1"),
    await program("containerd-shim-runc-v2"),
    await program("runc"),
    ...(rootDir === "" ? [] : [await one("data-root", rootDir)]),
  ];
}

/** What the daemon was told, else the system's, else the one that the daemon starts for itself. */
async function containerdSocket(host: HostReader, { args, config, paths }: WhereToLook): Promise<string> {
  const named = setting(args ?? [], config, "containerd");
  if (named !== undefined) return named.replace(/^unix:\/\//, "");
  const usual = "/run/containerd/containerd.sock";
  const own = `${setting(args ?? [], config, "exec-root") ?? paths.runFolder}/containerd/containerd.sock`;
  const [system, ofDaemon] = [await host.stat(usual), await host.stat(own)];
  return !system.ok && system.state === "absent" && ofDaemon.ok ? own : usual;
}

/** Every file below the folders of registries; the folder itself where there is none to look at. */
async function registryCertificates(host: HostReader, accounts: HostAccounts, folder: string): Promise<HostFile[]> {
  const role = "registry-certificate";
  const files: HostFile[] = [];
  const registries = await host.list(folder, maxRegistries);
  if (!registries.ok) return [missingFile(role, folder, registries)];
  for (const registry of registries.value) {
    const path = `${folder}/${registry}`;
    const stat = await host.stat(path);
    const isFolder = stat.ok && stat.value.type === "folder";
    const names = isFolder ? await host.list(path, maxRegistries) : null;
    if (names !== null && !names.ok) files.push(missingFile(role, path, names));
    const found = names === null ? [path] : names.ok ? names.value.map((name) => `${path}/${name}`) : [];
    for (const file of found) files.push(listed(await fileFact(host, accounts, role, file)));
    if (files.length > maxRegistries) {
      const cause = sentence("surroundings.too-many", { path: folder, limit: maxRegistries });
      return [...files, missingFile(role, folder, { ok: false, state: "unreadable", cause })];
    }
  }
  if (files.length > 0) return files;
  return [
    missingFile(role, folder, { ok: false, state: "absent", cause: sentence("surroundings.empty", { path: folder }) }),
  ];
}

/** What a folder lists and is yet not found has a name that is no text, or leads nowhere. */
function listed(file: HostFile): HostFile {
  if (file.state !== "absent") return file;
  const cause = sentence("surroundings.leads-nowhere", { path: file.path });
  return missingFile("registry-certificate", file.path, { ok: false, state: "unreadable", cause });
}

/** The files that TLS is set up with; none where the daemon uses none. */
async function tlsFiles(host: HostReader, accounts: HostAccounts, where: WhereToLook): Promise<HostFile[]> {
  const { args, config, paths } = where;
  const isUsed = isOn(args ?? [], config, "tls") || isOn(args ?? [], config, "tlsverify");
  const files: HostFile[] = [];
  for (const [role, flag, usual] of [
    ["tls-ca", "tlscacert", "ca.pem"],
    ["tls-certificate", "tlscert", "cert.pem"],
    ["tls-key", "tlskey", "key.pem"],
  ] as const) {
    const named = setting(args ?? [], config, flag);
    if (named?.startsWith("/")) files.push(await fileFact(host, accounts, role, named));
    else if (named !== undefined) {
      const cause = sentence("surroundings.relative-path", { path: named, flag: `--${flag}` });
      files.push(missingFile(role, named, { ok: false, state: "unreadable", cause }));
    } else if (args === null) {
      const cause = sentence("surroundings.flags-unknown", { flag: `--${flag}` });
      files.push(missingFile(role, `--${flag}`, { ok: false, state: "unreadable", cause }));
    } else if (isUsed) files.push(await fileFact(host, accounts, role, `${paths.dockerHome}/${usual}`));
  }
  return files;
}
