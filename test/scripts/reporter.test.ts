// vitest itself runs a small project with our reporter: a skip's reason and every kind of failure must arrive.
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { runProject } from "../../scripts/test/steps.mjs";

const files = {
  "vitest.config.ts": `export default { test: { projects: [{ test: { name: "small", include: ["*.test.ts"] } }] } };`,
  "good.test.ts": `import { test, describe, expect } from "vitest";
test("passes", () => { expect(1).toBe(1); });
test("fails", () => { expect(1).toBe(2); });
test("is skipped inside", (ctx) => ctx.skip("not installed: something"));
test.skip("is skipped without a word", () => undefined);`,
  "hook.test.ts": `import { beforeAll, test } from "vitest";
beforeAll(() => { throw new Error("the hook broke"); });
test("never runs", () => undefined);`,
  "broken.test.ts": `import "./not-there.ts";`,
};

it("counts what passed, and names failures, broken files and hooks, and skips with their reasons", async () => {
  const root = await mkdtemp(join(tmpdir(), "plimsoll-reporter-"));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(root, name), text);
    await symlink(resolve("node_modules"), join(root, "node_modules"), "junction");
    await mkdir(join(root, "scripts", "test"), { recursive: true });
    const reporter = pathToFileURL(resolve("scripts/test/reporter.mjs")).href;
    await writeFile(join(root, "scripts/test/reporter.mjs"), `export { default } from ${JSON.stringify(reporter)};`);
    const tally = await runProject("small", root, { quiet: true });
    expect(tally.passed).toBe(1);
    expect(tally.skipped).toEqual(
      expect.arrayContaining([
        { name: "good.test.ts > is skipped inside", reason: "not installed: something" },
        { name: "good.test.ts > is skipped without a word", reason: "no reason given" },
      ]),
    );
    const failed = tally.failed.map(({ name, reason }) => `${name}: ${reason}`).join("\n");
    expect(failed).toMatch(/good\.test\.ts > fails: expected 1 to be 2/);
    expect(failed).toMatch(/hook\.test\.ts.*: the hook broke/);
    expect(failed).toMatch(/broken\.test\.ts: .*not-there/);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});
