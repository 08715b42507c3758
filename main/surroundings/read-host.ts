// The host of an engine as facts, read from its files with the rights that the user has. Nothing is run and nothing is written;
// only called where the engine runs on this very machine (this-host.ts).
import { type EngineFacts, type HostFacts, surroundingsVersion } from "../../shared/model/surroundings.ts";
import { throwIfAborted } from "../abort.ts";
import { readAuditRules } from "./audit-rules.ts";
import { readDaemonConfig } from "./daemon-config.ts";
import { flagValues } from "./daemon-flags.ts";
import { type FoundDaemon, findDaemon } from "./daemon-process.ts";
import { readExecCommands } from "./exec-commands.ts";
import { findFiles } from "./find-files.ts";
import { readAccounts } from "./host-accounts.ts";
import { hostPaths } from "./host-paths.ts";
import type { HostReader } from "./host-reader.ts";
import { readKernel } from "./kernel.ts";
import { SurroundingLimits, sentence } from "./limits.ts";
import { masked, seeArguments, seeJson } from "./mask-texts.ts";
import { readMounts } from "./mounts.ts";
import { readPackageKeys } from "./package-keys.ts";
import { readSwarmNode } from "./swarm-node.ts";

const maxName = 4096;

/** What the host's facts depend on: which engine it is. */
export interface HostedEngine {
  readonly product: EngineFacts["product"];
  readonly rootDir: string;
  readonly securityOptions: readonly string[];
}

/** The host behind the engine's `socket`. Throws only the signal's reason. */
export async function readHost(
  host: HostReader,
  engine: HostedEngine,
  socket: string,
  signal: AbortSignal,
): Promise<HostFacts> {
  const limits = new SurroundingLimits();
  const accounts = await readAccounts(host, limits);
  const rootless = engine.securityOptions.some((option) => /^(?:name=)?rootless$/.test(option));
  const paths = await hostPaths(host, accounts, socket, rootless);
  if (paths.home === null) {
    const why = sentence("surroundings.no-home", { socket });
    for (const fact of ["host.daemon", "host.files"] as const) limits.gap(fact, socket, why);
  }
  const found: FoundDaemon =
    engine.product === "podman" ? { kind: "none" } : await findDaemon(host, paths, socket, engine.rootDir);
  throwIfAborted(signal);
  const args = found.kind === "found" ? found.process.args : null;
  if (found.kind === "several") {
    limits.gap("host.daemon", "dockerd", sentence("surroundings.several-daemons", { count: found.count, socket }));
  } else if (found.kind === "none") {
    const key = engine.product === "podman" ? "surroundings.no-daemon-podman" : "surroundings.no-daemon";
    limits.gap("host.daemon", "dockerd", sentence(key, { socket }));
  }
  const configPath = flagValues(args ?? [], "config-file").at(-1) || `${paths.configFolder}/daemon.json`;
  const read = await readDaemonConfig(host, configPath);
  if (read.kind === "unreadable") limits.gap("host.daemon", configPath, read.why);
  const config = read.kind === "read" ? read.config : null;

  const where = { paths, socket, rootDir: engine.rootDir, args, config, configPath };
  const files = await findFiles(host, accounts, where);
  const socketFile = files.find(({ role }) => role === "engine-socket");
  throwIfAborted(signal);
  const daemon = await masked(
    (see) => ({
      arguments: args === null ? null : seeArguments(args, see),
      config: config === null ? null : (seeJson(config, see) as Record<string, unknown>),
    }),
    signal,
  );
  const uid = found.kind === "found" ? found.process.uid : null;
  const facts = {
    version: surroundingsVersion,
    name: await nameOf(host),
    platform: host.platform,
    asRoot: host.uid === 0,
    daemon: { ...daemon, configPath, user: uid === null ? null : (accounts.userName(uid) ?? String(uid)) },
    files,
    mounts: await readMounts(host, limits, signal),
    auditRules: await readAuditRules(host, limits),
    groups: accounts.groups(["docker", ...(socketFile?.gid === undefined ? [] : [socketFile.gid])]),
    kernel: await readKernel(host, limits),
    ...(await readExecCommands(host, limits, signal)),
    ...(await readSwarmNode(host, engine.rootDir, limits)),
    packageKeys: await readPackageKeys(host, limits),
  };
  return { ...facts, limits: limits.sorted() };
}

async function nameOf(host: HostReader): Promise<string> {
  const read = await host.text("/proc/sys/kernel/hostname", maxName);
  return read.ok ? read.value.trim() : "";
}
