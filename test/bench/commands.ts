// Runs a program to its end with its output thrown away, and says how long it took and how much memory it had at most.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Ran {
  readonly seconds: number;
  /** Most resident memory of the process itself, in MiB, as Linux counts it (`VmHWM`); our command has no children. */
  readonly peakMiB: number;
}

const cli = join("dist", "cli.cjs");

/** Throws when the program ends with anything but 0, with what it said on stderr. */
export function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    let peakKiB = 0;
    let said = "";
    const child = spawn(command, [...args], { env, stdio: ["ignore", "ignore", "pipe"] });
    const sample = setInterval(() => {
      peakKiB = Math.max(peakKiB, highWater(child.pid));
    }, 25);
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-2000);
    });
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(sample);
      const ran = { seconds: (performance.now() - start) / 1000, peakMiB: peakKiB / 1024 };
      if (code === 0) resolve(ran);
      else reject(new Error(`${command} ${args.join(" ")} ended with ${code}: ${said}`));
    });
  });
}

/** Our own command line, as it is built, with a state folder of its own. */
export function plimsoll(home: string, ...args: readonly string[]): Promise<Ran> {
  return plimsollOn(process.execPath, home, ...args);
}

/** The same on another Node. */
export function plimsollOn(node: string, home: string, ...args: readonly string[]): Promise<Ran> {
  return run(node, [cli, ...args], { ...process.env, PLIMSOLL_HOME: home });
}

/** A line for the shell. */
export function shell(line: string): Promise<Ran> {
  return run("sh", ["-c", line]);
}

function highWater(pid: number | undefined): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
