// `npm run --silent plimsoll -- ...`: the command line of this checkout. Builds it first when its sources changed, says
// that on stderr only, and then is the command line: same process, same signals, same exit code.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { buildIfStale } from "./build/build-if-stale.mjs";
import { root } from "./setup/places.mjs";

const verbose = process.stderr.isTTY === true || process.argv.includes("--verbose");
const say = (line) => void process.stderr.write(`plimsoll: ${line}\n`);

try {
  if (!existsSync(join(root, "node_modules"))) throw new Error("node_modules is missing; run npm ci first");
  await buildIfStale({ root, wanted: ["cli"], say: verbose ? say : () => undefined });
  const cli = join(root, "dist", "cli.cjs");
  process.argv[1] = cli;
  createRequire(import.meta.url)(cli);
} catch (error) {
  say(`could not be started: ${error.message}`);
  process.exitCode = 2;
}
