// A private Docker daemon beside any other, for tests: own socket, own folders, no network of its own, nothing shared.
// The switches are those of dockerd's reference; the parts that need no registry are all that the tests use.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

export interface Engine {
  /** Path of the Unix socket. */
  readonly socket: string;
  /** Folder that holds everything of this daemon; gone after `stop`. */
  readonly dir: string;
  /** The docker command line against this daemon; gives its stdout, throws with its stderr. */
  docker(...args: string[]): Promise<string>;
  /** Ends the daemon and removes its folder. */
  stop(): Promise<void>;
}

/** Thrown by `startEngine` where no daemon can run; the message is the reason for a skip. */
export class NoEngineError extends Error {}

/** Starts a daemon and waits until it answers (at most about 60 s). Throws NoEngineError with the reason. */
export async function startEngine(): Promise<Engine> {
  const impossible = whyImpossible();
  if (impossible !== null) throw new NoEngineError(impossible);
  // Short: a Unix socket's path may have 107 bytes.
  const dir = await mkdtemp(join(tmpdir(), "plimsoll-engine-"));
  await mkdir(join(dir, "config"));
  await writeFile(join(dir, "daemon.json"), "{}");
  const reasons: string[] = [];
  // overlay2 does not work on every file system (overlay on overlay, in a container); vfs does, slower.
  for (const driver of ["overlay2", "vfs"]) {
    const daemon = launch(dir, driver);
    const reason = await untilItAnswers(daemon, dir);
    if (reason === null) {
      return engineAt(dir, async () => {
        await end(daemon);
        await clear(dir);
      });
    }
    await end(daemon);
    reasons.push(`${driver}: ${reason}`);
  }
  await clear(dir);
  throw new NoEngineError(`no Docker daemon could be started here (${reasons.join("; ")})`);
}

/** An engine that another process started and will stop. */
export function engineAt(dir: string, stop: () => Promise<void> = async () => undefined): Engine {
  const socket = join(dir, "d.sock");
  const env = dockerEnvironment(dir);
  return {
    socket,
    dir,
    docker: async (...args) => {
      const { stdout } = await run("docker", ["-H", `unix://${socket}`, ...args], { env, maxBuffer: 64 * 1024 * 1024 });
      return stdout;
    },
    stop,
  };
}

/** The user's own docker settings must not reach the tests, nor the tests the user's. */
function dockerEnvironment(dir: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("DOCKER_"));
  return { ...Object.fromEntries(kept), DOCKER_CONFIG: join(dir, "config") };
}

function whyImpossible(): string | null {
  if (process.platform !== "linux") return `a private Docker daemon needs Linux; this is ${process.platform}`;
  if (process.getuid?.() !== 0) return "a private Docker daemon needs root";
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const missing = ["dockerd", "docker"].filter((name) => !folders.some((folder) => existsSync(join(folder, name))));
  return missing.length === 0 ? null : `${missing.join(" and ")} is not installed (Debian: docker.io)`;
}

interface Daemon {
  readonly child: ChildProcess;
  readonly ended: Promise<string>;
}

function launch(dir: string, driver: string): Daemon {
  const switches = {
    host: `unix://${join(dir, "d.sock")}`,
    "data-root": join(dir, "data"),
    "exec-root": join(dir, "exec"),
    pidfile: join(dir, "pid"),
    "storage-driver": driver,
    // A containerd that already runs on the machine is shared; its namespaces are not.
    "containerd-namespace": `plimsoll-${process.pid}`,
    "containerd-plugins-namespace": `plimsoll-plugins-${process.pid}`,
    bridge: "none",
    iptables: "false",
    // The machine's own daemon.json would contradict these.
    "config-file": join(dir, "daemon.json"),
    "log-level": "warn",
  };
  const args = Object.entries(switches).map(([name, value]) => `--${name}=${value}`);
  // Ends with us, also when we are killed.
  const child = spawn("setpriv", ["--pdeathsig", "TERM", "--", "dockerd", ...args], {
    stdio: ["ignore", "ignore", "pipe"],
    cwd: dir,
  });
  let log = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    log = (log + text).slice(-8192);
  });
  const ended = new Promise<string>((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code) => resolve(`dockerd ended with ${code}: ${lastMessage(log)}`));
  });
  return { child, ended };
}

/** null when the daemon answers, else why it does not. */
async function untilItAnswers({ ended }: Daemon, dir: string): Promise<string | null> {
  const { docker } = engineAt(dir);
  let over: string | null = null;
  void ended.then((reason) => {
    over = reason;
  });
  for (let attempt = 0; attempt < 150; attempt += 1) {
    if (over !== null) return over;
    try {
      await docker("version", "--format", "{{.Server.APIVersion}}");
      return null;
    } catch {
      await pause(200);
    }
  }
  return "dockerd did not answer within 30 s";
}

async function end({ child, ended }: Daemon): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const inTime = await Promise.race([ended.then(() => true), pause(15_000, false, { ref: false })]);
  if (inTime) return;
  child.kill("SIGKILL");
  await ended;
}

async function clear(dir: string): Promise<void> {
  await unmountBelow(dir);
  await rm(dir, { recursive: true, force: true });
}

/** A driver leaves mounts behind when it is cut off; below our own folder they are ours. */
async function unmountBelow(dir: string): Promise<void> {
  const mounts = (await readFile("/proc/self/mounts", "utf8")).split("\n").map((line) => line.split(" ")[1] ?? "");
  const ours = mounts.filter((path) => path.startsWith(`${dir}/`)).reverse();
  for (const path of ours) await run("umount", ["--lazy", path]);
}

/** The text of the last line of dockerd's log (logfmt: `time=… level=… msg="…"`, or plain text at the very end). */
function lastMessage(log: string): string {
  const line = log.trim().split("\n").at(-1) ?? "";
  return (/msg="((?:[^"\\]|\\.)*)"/.exec(line)?.[1] ?? line).slice(0, 300);
}
