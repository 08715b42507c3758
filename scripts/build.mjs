// `npm run build`: brings dist/ up to date. --force builds in any case, --partial leaves out what cannot be
// built yet (for work on a half-finished tree; such a build is always stale).
import { buildIfStale } from "./build/build-if-stale.mjs";

const has = (name) => process.argv.includes(name);
const say = (line) => void process.stderr.write(`${line}\n`);

try {
  const built = await buildIfStale({ force: has("--force"), partial: has("--partial"), say });
  if (built.length === 0) say("dist/ is up to date");
} catch (error) {
  say(`the build failed: ${error.message}`);
  process.exitCode = 1;
}
