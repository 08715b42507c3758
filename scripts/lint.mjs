// `npm run lint`: the type checks of all four projects and Biome; exit 1 when one of them complains.
import { root } from "./setup/places.mjs";
import { checks, runCheck } from "./test/steps.mjs";

for (const check of checks) {
  const { failed } = await runCheck(check, root);
  for (const { name, reason } of failed) process.stderr.write(`${name}: ${reason}\n`);
  if (failed.length > 0) process.exitCode = 1;
}
