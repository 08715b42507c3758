// The programs beside docker that write images: skopeo, buildah, podman, umoci, as root and without a system manager. All
// their state lies in one folder: storage of plain copies (`vfs`), own policy, no events, so that nothing of the machine's
// own configuration reaches the tests, nor the tests the machine.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

export interface ContainerTools {
  skopeo(...args: readonly string[]): Promise<string>;
  buildah(...args: readonly string[]): Promise<string>;
  podman(...args: readonly string[]): Promise<string>;
  umoci(...args: readonly string[]): Promise<string>;
  /** Podman's service on a socket of its own; `stop` ends it. */
  podmanService(): Promise<{ readonly socket: string; stop(): Promise<void> }>;
  /** Removes storage and settings. */
  remove(): Promise<void>;
}

/** Programs that `containerTools` runs. */
export const containerPrograms = ["skopeo", "buildah", "podman", "umoci", "setpriv"] as const;

/** The tools with their state below `folder`, which is short enough for a Unix socket's path. */
export async function containerTools(folder: string): Promise<ContainerTools> {
  const at = (name: string) => join(folder, name);
  await mkdir(folder, { recursive: true });
  await writeFile(at("policy.json"), '{"default": [{"type": "insecureAcceptAnything"}]}');
  await writeFile(at("registries.conf"), "");
  await writeFile(at("containers.conf"), '[engine]\ncgroup_manager = "cgroupfs"\n');
  const storage = { driver: "vfs", graphroot: at("storage"), runroot: at("run") };
  const lines = Object.entries(storage).map(([key, value]) => `${key} = "${value}"`);
  await writeFile(at("storage.conf"), `[storage]\n${lines.join("\n")}\n`);

  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:DOCKER|CONTAINER|BUILDAH|STORAGE|REGISTRY)/.test(name),
  );
  const env = {
    ...Object.fromEntries(kept),
    HOME: folder,
    CONTAINERS_STORAGE_CONF: at("storage.conf"),
    CONTAINERS_REGISTRIES_CONF: at("registries.conf"),
    CONTAINERS_CONF: at("containers.conf"),
  };
  const call = (program: string, ...fixed: readonly string[]) => {
    return async (...args: readonly string[]): Promise<string> => {
      const { stdout } = await run(program, [...fixed, ...args], { env, cwd: folder, maxBuffer: 64 * 1024 * 1024 });
      return stdout;
    };
  };
  const stored = ["--storage-driver", "vfs", "--root", storage.graphroot, "--runroot", storage.runroot];
  const podman = [...stored, "--events-backend", "none"];

  return {
    skopeo: call("skopeo", "--policy", at("policy.json")),
    buildah: call("buildah", ...stored),
    podman: call("podman", ...podman),
    umoci: call("umoci"),
    async podmanService() {
      const socket = at("podman.sock");
      const args = ["podman", ...podman, "system", "service", "--time", "0", `unix://${socket}`];
      // Ends with us, also when we are killed.
      const child = spawn("setpriv", ["--pdeathsig", "TERM", "--", ...args], { env, cwd: folder, stdio: "ignore" });
      const ended = new Promise<void>((resolve) => child.on("close", () => resolve()).on("error", () => resolve()));
      await untilItListens(socket, child);
      return {
        socket,
        async stop() {
          child.kill("SIGTERM");
          await ended;
        },
      };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function untilItListens(socket: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`podman system service ended with ${child.exitCode}`);
    if (await accepts(socket)) return;
    await pause(200);
  }
  child.kill("SIGKILL");
  throw new Error("podman system service did not answer within 30 s");
}

function accepts(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket);
    connection.once("connect", () => resolve(true)).once("error", () => resolve(false));
    connection.once("connect", () => connection.destroy());
  });
}
