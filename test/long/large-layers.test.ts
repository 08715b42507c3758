// Layers of millions of files or of gigabytes, each read in a process of its own so that its memory is its own.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { machineLine, writeProof } from "../../scripts/test/proof.mjs";
import { largeLayers } from "../support/hostile/large-layers.ts";
import { runMeasured } from "../support/peak-memory.ts";

let folder = "";
let program = "";
const rows: string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plimsoll-large-"));
  program = join(folder, "read-large.mjs");
  const require = `import { createRequire } from "node:module"; const require = createRequire(${JSON.stringify(join(process.cwd(), "package.json"))});`;
  await build({
    entryPoints: ["test/support/hostile/read-large.ts"],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    outfile: program,
    banner: { js: require },
    logLevel: "error",
  });
}, 120_000);
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  if (rows.length < largeLayers.size) return;
  writeProof("docs/PROOF.md", "large-layers", [
    "## Large layers",
    "",
    machineLine(),
    "",
    "Read through the pipeline in a process of its own; the bytes are made while they are read, in the same process.",
    "",
    "| what | entries | bytes of files | seconds | peak memory, MiB | bound, MiB |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
  ]);
});

describe("the memory of reading", () => {
  it.for([...largeLayers])("%s", { timeout: 1_800_000 }, async ([name, layer], ctx) => {
    if (process.platform !== "linux") return ctx.skip("needs Linux, whose kernel keeps the high-water mark");
    const run = await runMeasured(process.execPath, [program, name], { cwd: folder, env: process.env });
    expect(run.code, run.stderr).toBe(0);
    const found = JSON.parse(run.stdout) as { problem?: string; count: number; bytes: number; seconds: number };
    const figures = found.problem === undefined ? [found.count, found.bytes] : ["not read", "not read"];
    rows.push(`| ${[layer.what, ...figures, found.seconds.toFixed(1), run.peakMiB, layer.mostMiB].join(" | ")} |`);
    expect(run.peakMiB).toBeLessThan(layer.mostMiB);
    if (layer.fails !== undefined) return expect(found.problem).toMatch(layer.fails);
    expect(found.problem).toBeUndefined();
    expect(found.count).toBeGreaterThan(layer.entries);
    expect(found.bytes).toBe(layer.entries * layer.bytesEach);
  });
});
