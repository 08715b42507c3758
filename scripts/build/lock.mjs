// One builder at a time in a checkout: a lock file that names the process holding it. A holder that died loses it.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/**
 * Runs `work` while holding the lock at `path`; waits for whoever holds it.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @param {{name?: string, patience?: number}} [options] `name` tells builders of one process apart; patience in ms
 * @returns {Promise<T>}
 * @throws when the holder is alive and does not let go within the patience
 */
export async function withLock(path, work, { name = String(process.pid), patience = 600_000 } = {}) {
  const own = `${path}.${name}`;
  writeFileSync(own, String(process.pid));
  const until = Date.now() + patience;
  try {
    while (!take(own, path)) {
      dropDead(path, own);
      if (Date.now() > until) throw new Error(`${path} is held by process ${holder(path)}; end it or delete the file`);
      await pause(100);
    }
  } finally {
    rmSync(own, { force: true });
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

/** A hard link appears with its content or not at all. */
function take(own, path) {
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function holder(path) {
  try {
    return Number(readFileSync(path, "utf8"));
  } catch {
    return 0;
  }
}

function dropDead(path, own) {
  const pid = holder(path);
  if (pid === 0 || isAlive(pid)) return;
  const aside = `${own}.dead`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  // Someone else may have dropped the dead one and taken the lock in between: then it is given back.
  if (holder(aside) !== pid) take(aside, path);
  rmSync(aside, { force: true });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
