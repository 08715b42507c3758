// `npm run dist`: packages for this platform, by electron-builder and electron-builder.yml, into out/. Words behind `--`
// go to electron-builder (`-- --linux dir`). Only ever with the regular Electron: the stand-in is too old to be handed on.
import { join } from "node:path";
import { buildIfStale } from "./build/build-if-stale.mjs";
import { ensureDependencies } from "./setup/dependencies.mjs";
import { regularElectron } from "./setup/electron-regular.mjs";
import { cacheFolder, root } from "./setup/places.mjs";
import { runProgram } from "./setup/run-program.mjs";

const say = (line) => void process.stderr.write(`plimsoll: ${line}\n`);

try {
  await ensureDependencies(root, say);
  const regular = await regularElectron({ root, cache: cacheFolder(), now: Date.now(), say });
  if ("reason" in regular)
    throw new Error(`no package without the regular Electron ${regular.version}: ${regular.reason}`);
  await buildIfStale({ root, force: true, say });
  const electronDist = join(root, "node_modules", "electron", "dist");
  const words = ["--publish", "never", `--config.electronDist=${electronDist}`, ...process.argv.slice(2)];
  const builder = join(root, "node_modules", "electron-builder", "cli.js");
  const { code } = await runProgram(process.execPath, [builder, ...words], { cwd: root, stdio: "inherit" });
  process.exitCode = code;
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
