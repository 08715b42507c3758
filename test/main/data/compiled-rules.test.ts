// What a build leaves of the catalogues is what their YAML says, byte for byte of what judging sees.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compiledName, loadBuiltInRules } from "../../../main/data/compiled-rules.ts";
import { loadRules } from "../../../main/data/rules.ts";
import { compileRules } from "../../../scripts/build/compile-rules.mjs";
import { failureOf } from "../../../shared/model/failure.ts";

let out = "";
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), "plimsoll-compiled-"));
  await mkdir(join(out, "assets"));
  await cp("assets/rules", join(out, "assets", "rules"), { recursive: true });
});
afterAll(() => rm(out, { recursive: true, force: true }));

it("gives the same rule sets with the same digests, and leaves no YAML beside them", async () => {
  await compileRules(".", out);
  const built = await loadBuiltInRules(join(out, "assets"));
  expect(built).toEqual(await loadRules("assets/rules"));
  await expect(readFile(join(out, "assets", "rules", "cis-docker", "benchmark.yaml"))).rejects.toThrow("ENOENT");
});

it("reads the YAML where nothing was built", async () => {
  expect(await loadBuiltInRules("assets")).toEqual(await loadRules("assets/rules"));
});

it("stops on a file that was cut or changed in its form", async () => {
  const whole = await readFile(join(out, "assets", compiledName), "utf8");
  for (const broken of [whole.slice(0, -10), "[]", whole.replace('"severity":"high"', '"severity":"dire"')]) {
    await writeFile(join(out, "assets", compiledName), broken);
    const failure = await loadBuiltInRules(join(out, "assets")).then(() => null, failureOf);
    expect(failure).toMatchObject({ kind: "catalogue-invalid", file: join(out, "assets", compiledName) });
  }
});
