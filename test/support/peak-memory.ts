// Runs a program and watches how much memory it takes at most: the kernel's own high-water mark, /proc/PID/status VmHWM.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

export interface Measured {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Resident, in MiB. */
  readonly peakMiB: number;
  readonly seconds: number;
}

const lookEveryMs = 10;

/** Runs it to its end. Linux alone: elsewhere there is no such mark. */
export async function runMeasured(
  program: string,
  args: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Measured> {
  const began = process.hrtime.bigint();
  const child = spawn(program, [...args], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (piece: Buffer) => out.push(piece));
  child.stderr.on("data", (piece: Buffer) => err.push(piece));
  let peakKiB = 0;
  const look = () => {
    peakKiB = Math.max(peakKiB, markOf(child.pid));
  };
  const clock = setInterval(look, lookEveryMs);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  clearInterval(clock);
  return {
    code,
    stdout: Buffer.concat(out).toString("utf8"),
    stderr: Buffer.concat(err).toString("utf8"),
    peakMiB: Math.round(peakKiB / 1024),
    seconds: Number(process.hrtime.bigint() - began) / 1e9,
  };
}

/** 0 when the process is gone already. */
function markOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
