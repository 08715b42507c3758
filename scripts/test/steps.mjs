// The single steps of `npm test`, each of which gives a tally: type checks and lint count as one test each, a build too.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIfStale } from "../build/build-if-stale.mjs";
import { runProgram } from "../setup/run-program.mjs";

/** Type checks and lint, as `npm run lint` runs them: name and the arguments for node. */
export const checks = [
  ...["shared", "main", "renderer", "test"].map((project) => ({
    name: `types of ${project}`,
    args: ["node_modules/typescript/bin/tsc", "-p", project],
  })),
  { name: "biome", args: ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"] },
];

/** Runs one check, its output shown on ours. */
export async function runCheck({ name, args }, root) {
  const { code } = await runProgram(process.execPath, args, { cwd: root, stdio: "inherit" });
  return one(name, code === 0 ? null : `${args[0].split("/").at(-1)} ended with ${code}`);
}

/** Builds what is stale. */
export async function runBuild(root, say) {
  try {
    await buildIfStale({ root, say });
    return one("build", null);
  } catch (error) {
    return one("build", error.message);
  }
}

/**
 * Runs the vitest project of that name in `root` and gives what the reporter wrote; `quiet` keeps vitest's own output
 * to ourselves.
 * @returns {Promise<import("./reporter.mjs").Tally>}
 */
export async function runProject(project, root, { quiet = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-tally-"));
  const file = join(folder, "tally.json");
  const reporters = ["--reporter=default", `--reporter=${join(root, "scripts", "test", "reporter.mjs")}`];
  try {
    const { code } = await runProgram(
      process.execPath,
      ["node_modules/vitest/vitest.mjs", "run", "--project", project, ...reporters],
      {
        cwd: root,
        stdio: quiet ? "gather" : "inherit",
        env: { ...process.env, NODE_ENV: "test", PLIMSOLL_TEST_TALLY: file },
      },
    );
    const tally = readTally(file);
    if (tally === null) return one(`project ${project}`, `vitest ended with ${code} and no result`);
    // Whatever vitest counts as a failure must not be lost in our counting.
    if (code !== 0 && tally.failed.length === 0)
      tally.failed.push({ name: `project ${project}`, reason: `vitest ended with ${code}` });
    return tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function one(name, problem) {
  return problem === null
    ? { passed: 1, failed: [], skipped: [] }
    : { passed: 0, failed: [{ name, reason: problem }], skipped: [] };
}

function readTally(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
