// The command line and what depends on the runtime, under the Node that the users' Electron has. The tool-chain's own is
// older, and lacks for instance a zstd decoder.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it, type TestContext } from "vitest";
import { newerNode } from "../../scripts/setup/newer-node.mjs";
import { cacheFolder } from "../../scripts/setup/places.mjs";

const run = promisify(execFile);

async function node24({ skip }: Pick<TestContext, "skip">): Promise<string> {
  const found = await newerNode({ cache: cacheFolder() });
  return "reason" in found ? skip(found.reason) : found.executable;
}

it("decompresses by the runtime's own zstd as the table of decompression says", async (context) => {
  const program = await node24(context);
  const has = "process.stdout.write(typeof require('node:zlib').createZstdDecompress)";
  expect((await run(program, ["-e", has])).stdout).toBe("function");
  const args = ["node_modules/vitest/vitest.mjs", "run", "--project", "unit", "test/main/tar/decompress.test.ts"];
  const { stdout } = await run(program, args, { env: { ...process.env, NO_COLOR: "1" } });
  expect(stdout).toMatch(/Tests {2}\d+ passed/);
});

it("audits to the same bytes as under the older Node", async (context) => {
  const program = await node24(context);
  const home = await mkdtemp(join(tmpdir(), "plimsoll-node-"));
  try {
    const env = { ...process.env, PLIMSOLL_HOME: home, SOURCE_DATE_EPOCH: "1764000000", LANG: "C" };
    const args = ["dist/cli.cjs", "audit", "--sample", "--format", "json", "--on", "2026-11-24"];
    const [older, newer] = await Promise.all(
      [process.execPath, program].map((node) => run(node, args, { env, maxBuffer: 1 << 26 })),
    );
    expect(older?.stdout).not.toBe("");
    expect(newer?.stdout).toBe(older?.stdout);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
});
