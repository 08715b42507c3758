// node_modules as the lock file says: installed when missing or when the lock changed since.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lastLine, npm, runProgram } from "./run-program.mjs";

/** True when node_modules was not installed from the lock file as it is now. */
export function dependenciesAreStale(root) {
  const modules = join(root, "node_modules");
  if (!existsSync(modules)) return true;
  const stamp = join(modules, ".plimsoll-lock");
  if (existsSync(stamp)) return readFileSync(stamp, "utf8") !== lockDigest(root);
  // Installed by hand: npm's own record of what it did tells whether it followed this lock.
  return !followsLock(root);
}

/** Runs `npm ci` if need be; its output goes to stderr. Throws with one line when it fails. */
export async function ensureDependencies(root, say, install = npmCi) {
  if (!dependenciesAreStale(root)) return;
  say("installing dependencies (npm ci)");
  const problem = await install(root);
  if (problem !== null) throw new Error(`npm ci failed: ${problem}`);
  writeFileSync(join(root, "node_modules", ".plimsoll-lock"), lockDigest(root));
}

async function npmCi(root) {
  const { code, stderr } = await runProgram(...npm(["ci", "--no-audit", "--no-fund", "--loglevel=error"]), {
    cwd: root,
  });
  return code === 0 ? null : lastLine(stderr.replace(/^npm (error|notice) A complete log .*$/gm, "")) || `exit ${code}`;
}

function lockDigest(root) {
  return createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
}

function followsLock(root) {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const versions = (path) => JSON.parse(readFileSync(path, "utf8")).packages;
  const have = versions(record);
  const want = versions(join(root, "package-lock.json"));
  return Object.entries(want).every(
    ([path, { version, optional }]) =>
      path === "" || (optional && have[path] === undefined) || have[path]?.version === version,
  );
}
