// A folder in which nobody can write, also not root, for whom modes are no bar: it is mounted read-only then.
import { execFile } from "node:child_process";
import { chmod } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Closes `folder` for writing; gives what opens it again, or null where a folder can neither be closed by its mode (root) nor
 * mounted (no rights to).
 */
export async function readOnly(folder: string): Promise<(() => Promise<void>) | null> {
  if (process.getuid?.() !== 0) {
    await chmod(folder, 0o500);
    return () => chmod(folder, 0o700);
  }
  try {
    await run("mount", ["--bind", folder, folder]);
    await run("mount", ["-o", "remount,bind,ro", folder]);
  } catch {
    return null;
  }
  return async () => void (await run("umount", [folder]));
}
