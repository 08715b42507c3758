// Starts another program and waits for it, so that every script says the same things the same way when one fails.
import { spawn } from "node:child_process";

/**
 * Runs `command` and gathers what it prints; never throws for a failing program.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, timeout?: number, stdio?: "gather" | "stderr" | "inherit"}} [options]
 *   `gather` keeps both streams, `stderr` shows both on our stderr (stdout stays clean), `inherit` hands ours over
 * @returns {Promise<{code: number, stdout: string, stderr: string}>} code 127 when there is no such program,
 *   128 when it was ended by a signal or the time-out (milliseconds)
 */
export function runProgram(command, args, { cwd, env, timeout, stdio = "gather" } = {}) {
  // Windows starts command files through its shell only.
  const shell = command.endsWith(".cmd");
  const streams = { gather: ["ignore", "pipe", "pipe"], stderr: ["ignore", 2, 2], inherit: "inherit" };
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: env ?? process.env, stdio: streams[stdio], timeout, shell });
    const kept = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"]) {
      child[name]?.setEncoding("utf8").on("data", (text) => {
        kept[name] += text;
      });
    }
    child.on("error", (error) => resolve({ code: 127, stdout: kept.stdout, stderr: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 128, ...kept }));
  });
}

/**
 * The same npm that runs us, or the one on the PATH; as arguments for `runProgram`.
 * @param {readonly string[]} args
 * @returns {[string, string[]]}
 */
export function npm(args, env = process.env) {
  const script = env.npm_execpath;
  if (script?.endsWith(".js")) return [process.execPath, [script, ...args]];
  return [process.platform === "win32" ? "npm.cmd" : "npm", [...args]];
}

/** The last line of what a program printed that says something; for one-line messages. */
export function lastLine(text) {
  return text.trim().split("\n").at(-1)?.trim() ?? "";
}
