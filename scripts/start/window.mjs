// Opens the app: libraries, runtime, build, and then Electron with our terminal, our signals and its exit code.
import { spawn } from "node:child_process";
import { buildIfStale } from "../build/build-if-stale.mjs";
import { resolveElectron } from "../setup/electron-runtime.mjs";
import { ensureSystemPackages, systemPackages } from "../setup/system-packages.mjs";

/**
 * @param {readonly string[]} words the app's own arguments
 * @param {{root: string, say: (line: string) => void}} world
 * @returns {Promise<number>} the exit code
 */
export async function openApp(words, { root, say }) {
  const { missing, line } = await ensureSystemPackages(systemPackages.window, { say });
  if (missing.length > 0) say(`the app needs ${missing.join(" ")}; install with:\n  ${line}`);
  const runtime = await resolveElectron({ root, say });
  await buildIfStale({ root, say });
  if (runtime.args.includes("--no-sandbox")) {
    say("running as root, where Chromium's sandbox cannot start: --no-sandbox (start as a user to have it)");
  }
  const code = await runElectron(runtime, words);
  if (code !== 0 && missing.length > 0) say(`Electron ended with ${code}; it may lack libraries:\n  ${line}`);
  return code;
}

function runElectron({ executable, args, env }, words) {
  const child = spawn(executable, [...args, ...words], { stdio: "inherit", env: { ...process.env, ...env } });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on("error", (error) => reject(new Error(`${executable} cannot be started: ${error.message}`)));
    child.on("close", (code) => resolve(code ?? 128));
  });
}
