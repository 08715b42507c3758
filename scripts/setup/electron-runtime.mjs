// Which Electron to start: the one the user names, the regular one, or the stand-in from the package registry.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { regularElectron } from "./electron-regular.mjs";
import { standInElectron } from "./electron-stand-in.mjs";
import { cacheFolder, root as checkout } from "./places.mjs";

/**
 * @typedef {object} ElectronRuntime
 * @property {string} executable absolute path
 * @property {"override" | "regular" | "stand-in"} origin
 * @property {string} version
 * @property {Record<string, string>} env to be added to the environment of the app
 * @property {string[]} args to stand before the app's own arguments
 */

/**
 * Finds an Electron in the order of ELECTRON_OVERRIDE_DIST_PATH, the regular binary, the stand-in, and says which it took.
 * @param {{env?: NodeJS.ProcessEnv, root?: string, cache?: string, platform?: string, arch?: string, uid?: number,
 *   now?: number, say?: (line: string) => void, regular?: typeof regularElectron, standIn?: typeof standInElectron}} [world]
 * @returns {Promise<ElectronRuntime>}
 * @throws when none can be had; the message is one line that names what was tried
 */
export async function resolveElectron({
  env = process.env,
  root = checkout,
  cache = cacheFolder(env),
  platform = process.platform,
  arch = process.arch,
  uid = process.getuid?.(),
  now = Date.now(),
  say = () => undefined,
  regular = regularElectron,
  standIn = standInElectron,
} = {}) {
  // Chromium refuses to run its sandbox as root. A person's own session never gets this switch.
  const sandbox = platform === "linux" && uid === 0 ? ["--no-sandbox"] : [];
  const app = { env: { PLIMSOLL_APP_DIR: root }, args: [...sandbox, root] };

  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override !== undefined && override !== "") {
    const executable = join(override, programName(platform));
    if (!existsSync(executable))
      throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${override}, which holds no ${programName(platform)}`);
    const version = versionBeside(override);
    say(`Electron ${version}, from ELECTRON_OVERRIDE_DIST_PATH`);
    return { executable, origin: "override", version, ...app };
  }

  const own = await regular({ root, cache, now, say });
  if ("executable" in own) {
    say(`Electron ${own.version}, the regular binary`);
    return { executable: own.executable, origin: "regular", version: own.version, ...app };
  }

  const old = await standIn({ cache, platform, arch, say });
  if ("executable" in old) {
    say(`Electron ${old.version}, an old stand-in: the regular ${own.version} cannot be fetched here (${own.reason})`);
    return { executable: old.executable, origin: "stand-in", version: old.version, env: app.env, args: sandbox };
  }
  throw new Error(
    `no Electron: the regular ${own.version} could not be fetched (${own.reason}); the stand-in neither (${old.reason}). ` +
      "Set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds one.",
  );
}

function programName(platform) {
  if (platform === "win32") return "electron.exe";
  return platform === "darwin" ? "Electron.app/Contents/MacOS/Electron" : "electron";
}

function versionBeside(folder) {
  const file = join(folder, "version");
  return existsSync(file) ? readFileSync(file, "utf8").trim().replace(/^v/, "") : "of unknown version";
}
