// The regular Electron binary of the `electron` package, which that package fetches from GitHub when asked to.
// Behind many company proxies, and where only a package registry can be reached, that fails or hangs: so it is watched.
import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lastLine } from "./run-program.mjs";

const day = 86_400_000;
const stallAfter = 20_000;

/** The binary that is already there, or null. Throws when the `electron` package itself is not installed. */
export function installedElectron(root) {
  const folder = join(root, "node_modules", "electron");
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const pathFile = join(folder, "path.txt");
  if (!existsSync(pathFile)) return { version, executable: null };
  const executable = join(folder, "dist", readFileSync(pathFile, "utf8").trim());
  return { version, executable: existsSync(executable) ? executable : null };
}

/**
 * The regular binary, fetched if need be; or the reason why it cannot be had.
 * A failure is remembered for a day in `cache`, so that a machine without GitHub does not wait at every start.
 * @param {{root: string, cache: string, now: number, say: (line: string) => void, fetchBinary?: typeof fetchElectron}} world
 * @returns {Promise<{executable: string, version: string} | {reason: string, version: string}>}
 */
export async function regularElectron({ root, cache, now, say, fetchBinary = fetchElectron }) {
  const before = installedElectron(root);
  if (before.executable !== null) return before;
  const note = join(cache, `electron-${before.version}-out-of-reach`);
  if (existsSync(note) && now - statSync(note).mtimeMs < day) {
    return {
      version: before.version,
      reason: `${readFileSync(note, "utf8").trim()}; noted less than a day ago in ${note}`,
    };
  }
  say(`fetching Electron ${before.version}`);
  const problem = await fetchBinary(root);
  const { executable, version } = installedElectron(root);
  if (executable !== null) return { executable, version };
  const reason = problem ?? "install-electron ended without a binary";
  mkdirSync(cache, { recursive: true });
  writeFileSync(note, `${reason}\n`);
  return { reason, version };
}

/** Runs install-electron; null when it ended well, else what went wrong. Ended when no byte arrives for 20 seconds. */
async function fetchElectron(root) {
  // The download lands in the temporary folder first, so its size tells whether anything moves.
  const scratch = mkdtempSync(join(tmpdir(), "plimsoll-electron-"));
  const child = spawn(process.execPath, [join(root, "node_modules", "electron", "install.js")], {
    env: { ...process.env, TMPDIR: scratch, TMP: scratch, TEMP: scratch },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  let stalled = false;
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  let seen = 0;
  let movedAt = Date.now();
  const watch = setInterval(() => {
    const size = folderSize(scratch) + folderSize(join(root, "node_modules", "electron", "dist"));
    if (size !== seen) [seen, movedAt] = [size, Date.now()];
    if (Date.now() - movedAt < stallAfter) return;
    stalled = true;
    child.kill("SIGKILL");
  }, 500);
  const code = await new Promise((resolve) => child.on("close", resolve));
  clearInterval(watch);
  rmSync(scratch, { recursive: true, force: true });
  if (stalled) return "no answer from where the electron package fetches its binary";
  return code === 0 ? null : firstReason(stderr);
}

/** The message of the first error in a stack. */
function firstReason(stderr) {
  return /^\s*\w*Error: (.+)$/m.exec(stderr)?.[1] ?? (lastLine(stderr) || "install-electron failed");
}

function folderSize(folder) {
  if (!existsSync(folder)) return 0;
  let sum = 0;
  for (const name of readdirSync(folder, { recursive: true })) {
    // Files come and go while the download runs.
    sum += statSync(join(folder, String(name)), { throwIfNoEntry: false })?.size ?? 0;
  }
  return sum;
}
