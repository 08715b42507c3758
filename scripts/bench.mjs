// `npm run bench`: builds, then measures what the design promises beside what it has to keep up with, on a real engine;
// prints the table and writes it into docs/BENCHMARK.md. Takes about half an hour and wants the machine for itself.
import { buildIfStale } from "./build/build-if-stale.mjs";
import { ensureDependencies } from "./setup/dependencies.mjs";
import { root } from "./setup/places.mjs";
import { runProgram } from "./setup/run-program.mjs";
import { ensureSystemPackages, systemPackages } from "./setup/system-packages.mjs";

const say = (line) => void process.stderr.write(`${line}\n`);

await ensureDependencies(root, say);
const { missing, line } = await ensureSystemPackages(systemPackages.engine, { say });
if (missing.length > 0) {
  say(`missing: ${missing.join(" ")}. Install with:\n  ${line}`);
  process.exitCode = 2;
} else {
  await buildIfStale({ root, wanted: ["cli"], say });
  const args = ["node_modules/vitest/vitest.mjs", "run", "--project", "bench", ...process.argv.slice(2)];
  const { code } = await runProgram(process.execPath, args, { cwd: root, stdio: "inherit" });
  process.exitCode = code;
}
