// The rule catalogues of assets/rules as one JSON file, by the very code that reads them: main/data/rules.ts.
import { rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

/**
 * Writes `out/assets/rules.json` and takes the YAML away from there, so that there is one truth beside the program.
 * @param {string} root the checkout
 * @param {string} out the folder of the build
 * @throws where a catalogue is broken, with file, line and column
 */
export async function compileRules(root, out) {
  const { build } = await import("esbuild");
  const reader = join(out, "read-rules.cjs");
  await build({
    absWorkingDir: resolve(root),
    entryPoints: ["main/data/rules.ts"],
    outfile: reader,
    bundle: true,
    format: "cjs",
    platform: "node",
    logLevel: "silent",
  });
  const { loadRules } = createRequire(import.meta.url)(resolve(reader));
  rmSync(reader);
  const sets = await loadRules(join(root, "assets", "rules")).catch((error) => {
    const { file, line, column, cause } = error.failure ?? {};
    throw new Error(file === undefined ? error.message : `${[file, line, column].filter(Boolean).join(":")}: ${cause}`);
  });
  writeFileSync(join(out, "assets", "rules.json"), JSON.stringify(sets));
  rmSync(join(out, "assets", "rules"), { recursive: true });
}
