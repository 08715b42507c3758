// The system's ssh against a real server on this machine: keys, known hosts, and the real `docker system dial-stdio`.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { afterEach, expect, type TestContext, test } from "vitest";
import { openSource } from "../../main/source/open-source.ts";
import { failureOf } from "../../shared/model/failure.ts";
import { sharedEngine } from "../support/shared-engine.ts";

const run = promisify(execFile);
const signal = new AbortController().signal;
const sshd = "/usr/sbin/sshd";

let server: ChildProcess | null = null;
let folder = "";
afterEach(async () => {
  server?.kill();
  server = null;
  if (folder !== "") await rm(folder, { recursive: true, force: true });
  folder = "";
});

/** A server with a fresh host key; the answer is its port, and a PATH on which `ssh` knows how to log in there. */
async function startServer({
  skip,
}: Pick<TestContext, "skip">): Promise<{ port: number; path: string; knownHosts: string }> {
  if (!existsSync(sshd)) skip("no SSH server is installed (Debian: openssh-server)");
  if (process.getuid?.() !== 0) skip("an SSH server of its own needs root");
  folder = await mkdtemp(join(tmpdir(), "plimsoll-sshd-"));
  await chmod(folder, 0o700);
  await mkdir("/run/sshd", { recursive: true });
  for (const name of ["host", "user", "other"])
    await run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", join(folder, name)]);
  await writeFile(join(folder, "authorized"), await readFile(join(folder, "user.pub")), { mode: 0o600 });
  const port = await freePort();
  const settings = [
    `Port ${port}`,
    "ListenAddress 127.0.0.1",
    `HostKey ${join(folder, "host")}`,
    `AuthorizedKeysFile ${join(folder, "authorized")}`,
    "PasswordAuthentication no",
    "KbdInteractiveAuthentication no",
    "PermitRootLogin prohibit-password",
    "StrictModes no",
    "UsePAM no",
    `PidFile ${join(folder, "pid")}`,
  ];
  await writeFile(join(folder, "sshd_config"), `${settings.join("\n")}\n`);
  server = spawn(sshd, ["-D", "-e", "-f", join(folder, "sshd_config")], { stdio: "ignore" });
  await untilListening(port);
  const knownHosts = join(folder, "known_hosts");
  const config = [
    `IdentityFile ${join(folder, "user")}`,
    "IdentitiesOnly yes",
    `UserKnownHostsFile ${knownHosts}`,
    "GlobalKnownHostsFile /dev/null",
  ];
  await writeFile(join(folder, "ssh_config"), `${config.join("\n")}\n`);
  await mkdir(join(folder, "bin"));
  await writeFile(join(folder, "bin", "ssh"), `#!/bin/sh\nexec /usr/bin/ssh -F ${join(folder, "ssh_config")} "$@"\n`, {
    mode: 0o755,
  });
  return { port, path: [join(folder, "bin"), process.env["PATH"]].join(delimiter), knownHosts };
}

async function knowHost(port: number, knownHosts: string, key: "host" | "other"): Promise<void> {
  await writeFile(knownHosts, `[127.0.0.1]:${port} ${await readFile(join(folder, `${key}.pub`), "utf8")}`);
}

function openOver(port: number, path: string, socket: string) {
  const world = { env: { PATH: path }, homeDir: folder, platform: "linux", arch: "x64", uid: 0 } as const;
  return openSource({ kind: "engine", url: `ssh://root@127.0.0.1:${port}${socket}` }, world, {});
}

test("a real engine is read over the system's ssh when the host is known", async (ctx) => {
  const engine = sharedEngine(ctx);
  const { port, path, knownHosts } = await startServer(ctx);
  await knowHost(port, knownHosts, "host");
  const source = await openOver(port, path, engine.socket);
  const { images } = await source.list(signal);
  const known = (await engine.docker("images", "--quiet", "--no-trunc")).trim().split("\n").filter(Boolean);
  expect(new Set(images.map(({ id }) => id))).toEqual(new Set(known));
  await source.close();
});

test.for(["unknown", "changed"])("a host whose key is %s is refused", async (what, ctx) => {
  const { port, path, knownHosts } = await startServer(ctx);
  if (what === "changed") await knowHost(port, knownHosts, "other");
  const source = await openOver(port, path, "/var/run/docker.sock");
  const failure = await source.list(signal).then(() => null, failureOf);
  expect(failure).toMatchObject({
    kind: "engine-unreachable",
    cause: expect.stringContaining("Host key verification failed"),
    hint: expect.stringContaining("unknown or has changed"),
  });
  await source.close();
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

async function untilListening(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const banner = await run("ssh-keyscan", ["-p", String(port), "127.0.0.1"]).catch(() => ({ stdout: "" }));
    if (banner.stdout.includes("ssh-ed25519")) return;
    await pause(100);
  }
  throw new Error("the SSH server did not start");
}
