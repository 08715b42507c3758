// Where things are: the checkout, and the cache outside it that many checkouts share.
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout's top folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** The folder for what is fetched or made once a machine: XDG_CACHE_HOME or ~/.cache, then `plimsoll`. */
export function cacheFolder(env = process.env) {
  const base = env.XDG_CACHE_HOME;
  return join(base?.startsWith("/") ? base : join(homedir(), ".cache"), "plimsoll");
}
