// `npm test`: sets up what is missing, then checks types and style, builds, and runs the unit, engine and app tests.
// --only checks|unit|engine|e2e|long (may be given again) runs that alone; --long adds the long tests.
import { ensureDependencies } from "./setup/dependencies.mjs";
import { resolveElectron } from "./setup/electron-runtime.mjs";
import { newerNode } from "./setup/newer-node.mjs";
import { cacheFolder, root } from "./setup/places.mjs";
import { ensureSystemPackages, systemPackages } from "./setup/system-packages.mjs";
import { addTallies, closingLines } from "./test/closing-lines.mjs";
import { isCi } from "./test/skip-policy.mjs";
import { checks, runBuild, runCheck, runProject } from "./test/steps.mjs";

const say = (line) => void process.stderr.write(`${line}\n`);
const everything = ["checks", "unit", "engine", "e2e"];
const known = [...everything, "long"];
const packagesFor = {
  unit: systemPackages.judges,
  engine: [...systemPackages.engine, ...systemPackages.judges],
  e2e: [
    ...systemPackages.window,
    ...systemPackages.screen,
    ...systemPackages.browser,
    ...systemPackages.judges,
    ...systemPackages.engine,
  ],
  long: [...systemPackages.engine, ...systemPackages.judges],
};

const parts = wantedParts(process.argv.slice(2));
if (parts === null) {
  say(`usage: npm test -- [--only ${known.join("|")}]... [--long]`);
  process.exitCode = 2;
} else {
  process.exitCode = await test(parts);
}

async function test(parts) {
  const tallies = [];
  try {
    await setUp(parts);
  } catch (error) {
    tallies.push({ passed: 0, failed: [{ name: "set-up", reason: error.message }], skipped: [] });
    return close(tallies);
  }
  if (parts.includes("checks")) for (const check of checks) tallies.push(await runCheck(check, root));
  if (parts.some((part) => part !== "checks")) tallies.push(await runBuild(root, say));
  for (const part of parts) if (part !== "checks") tallies.push(await runProject(part, root));
  return close(tallies);
}

async function setUp(parts) {
  await ensureDependencies(root, say);
  const wanted = [...new Set(parts.flatMap((part) => packagesFor[part] ?? []))];
  const { missing, line } = await ensureSystemPackages(wanted, { say });
  if (missing.length > 0)
    say(`missing: ${missing.join(" ")}; the tests that need them are skipped. Install with:\n  ${line}`);
  if (!parts.includes("e2e")) return;
  // Fetched before the tests, so that no test waits for it; where there is none, they say so themselves.
  await resolveElectron({ root, say }).catch((error) => say(error.message));
  const newer = await newerNode({ cache: cacheFolder(), say });
  if ("reason" in newer) say(newer.reason);
}

function close(tallies) {
  const { CI, PLIMSOLL_SKIPS = "" } = process.env;
  const where = { ci: isCi({ CI }), platform: process.platform, asked: PLIMSOLL_SKIPS.split(",") };
  const { lines, ok } = closingLines(addTallies(tallies), where);
  process.stdout.write(`\n${lines.join("\n")}\n`);
  return ok ? 0 : 1;
}

/** Which parts the words ask for, in running order; null for words that are not understood. */
function wantedParts(words) {
  const only = [];
  let long = false;
  for (let at = 0; at < words.length; at += 1) {
    if (words[at] === "--long") long = true;
    else if (words[at] === "--only" && known.includes(words[at + 1])) only.push(words[++at]);
    else return null;
  }
  const parts = only.length > 0 ? only : everything;
  return known.filter((part) => parts.includes(part) || (long && part === "long"));
}
