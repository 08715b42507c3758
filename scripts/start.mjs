// `npm start`: installs what is missing, builds what is stale, opens the app; without a display, does its job headless.
import { resolve } from "node:path";
import { ensureDependencies } from "./setup/dependencies.mjs";
import { hasDisplay } from "./setup/display.mjs";
import { root } from "./setup/places.mjs";
import { auditHeadless, reportFolder } from "./start/headless.mjs";
import { openApp } from "./start/window.mjs";

const words = process.argv.slice(2);
const say = (line) => void process.stderr.write(`plimsoll: ${line}\n`);

try {
  process.exitCode = await start();
} catch (error) {
  say(error.message);
  process.exitCode = 2;
}

async function start() {
  const asked = words.includes("--headless");
  const headless = asked || !hasDisplay();
  if (headless) say(`${asked ? "as asked, no window" : "no display here"}: auditing on the command line instead`);
  await ensureDependencies(root, say);
  if (!headless) return openApp(words, { root, say });
  const folder = reportFolder(await stateFolder(), new Date());
  const print = (line) => void process.stdout.write(`${line}\n`);
  return auditHeadless(
    words.filter((word) => word !== "--headless"),
    { root, folder, say, print },
  );
}

/** The folder of main/store/home.ts, which the window and the command line share. */
async function stateFolder() {
  const override = process.env.PLIMSOLL_HOME;
  if (override !== undefined && override !== "") return resolve(override);
  const { default: envPaths } = await import("env-paths");
  return envPaths("plimsoll", { suffix: "" }).data;
}
