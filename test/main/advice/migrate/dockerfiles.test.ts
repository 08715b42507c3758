// Every Dockerfile of test/cases/dockerfiles against its patch, by patch(1) and git as judges. UPDATE_PATCHES=1 writes the
// patches anew; a person reads them.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrateDockerfile } from "../../../../main/advice/migrate/migrate-dockerfile.ts";
import { readDockerfile } from "../../../../main/advice/migrate/read-dockerfile.ts";
import { type LoadedHardened, loadHardened } from "../../../../main/data/hardened-catalogue.ts";
import { phrases } from "../../../../shared/wording/say.ts";

const folder = "test/cases/dockerfiles";
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".dockerfile"))
  .map((name) => name.slice(0, -".dockerfile".length));

let catalogue: LoadedHardened;
let held: Set<string>;
let scratch: string;

beforeAll(async () => {
  catalogue = await loadHardened("assets/data/hardened.json");
  const tags = catalogue.products.flatMap(({ repository, versions }) =>
    versions.flatMap(({ tag, devTag }) => [tag, devTag].map((one) => `${repository}:${one}`)),
  );
  held = new Set(tags);
  scratch = mkdtempSync(join(tmpdir(), "migrate-"));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("the Dockerfiles", () => {
  it("are many, each with the patch that is expected", () => {
    expect(names.length).toBeGreaterThanOrEqual(60);
    if (process.env["UPDATE_PATCHES"] !== "1") expect(readdirSync(folder).length).toBe(names.length * 2);
  });

  it.each(names)("%s", (name) => {
    const text = readFileSync(join(folder, `${name}.dockerfile`), "utf8");
    const migration = migrateDockerfile(text, `${name}.dockerfile`, catalogue);
    const golden = join(folder, `${name}.patch`);
    if (process.env["UPDATE_PATCHES"] === "1") writeFileSync(golden, migration.patch);
    expect(migration.patch).toBe(readFileSync(golden, "utf8"));

    if (migration.patch === "") expect(migration.result).toBe(text);
    else {
      expect(patched(name, text, migration.patch)).toBe(migration.result);
      expect(byGit(name, text, migration.patch)).toBe(migration.result);
    }
    // A second run finds nothing, and what comes out is a Dockerfile.
    expect(migrateDockerfile(migration.result, `${name}.dockerfile`, catalogue).patch).toBe("");
    const after = readDockerfile(migration.result, name);
    for (const base of migration.bases) if (base.to !== null) expect(held).toContain(base.to);
    const written = [...migration.result.matchAll(/\bdhi\.io\/[\w.-]+:[\w.-]+/g)].map(([image]) => image);
    const before = new Set([...text.matchAll(/\bdhi\.io\/[\w.-]+:[\w.-]+/g)].map(([image]) => image));
    for (const image of written) if (!before.has(image)) expect(held).toContain(image);
    expect(after.stages.length).toBeGreaterThanOrEqual(readDockerfile(text, name).stages.length);
    const said = [...migration.hunks, ...migration.notes].flatMap(({ reasons, checks }) => [...reasons, ...checks]);
    for (const { key } of [...said, ...migration.bases.map(({ why }) => why)]) expect(phrases[key], key).toBeDefined();
    for (const { reasons } of migration.hunks) expect(reasons.length).toBeGreaterThan(0);
  });

  it("end on an image without a package manager, wherever one is known and it can be told what to copy", () => {
    const onDev = names.filter((name) => {
      const { result } = migrateDockerfile(readFileSync(join(folder, `${name}.dockerfile`), "utf8"), "D", catalogue);
      return /-dev\b/.test(readDockerfile(result, "D").stages.at(-1)?.resolved ?? "");
    });
    expect(onDev).toEqual(["alpine-nothing-known", "python-onbuild"]);
  });
});

function patched(name: string, text: string, patch: string): string {
  const file = `${name}.dockerfile`;
  const path = join(scratch, file);
  writeFileSync(path, text);
  execFileSync("patch", ["-p1", "--fuzz=0"], { cwd: scratch, input: patch, stdio: "pipe" });
  const result = readFileSync(path, "utf8");
  rmSync(path);
  return result;
}

function byGit(name: string, text: string, patch: string): string {
  const path = join(scratch, `${name}.dockerfile`);
  writeFileSync(path, text);
  const git = (...rest: string[]) =>
    execFileSync("git", ["apply", ...rest, "-"], { cwd: scratch, input: patch, stdio: "pipe" });
  git("--check");
  git("--whitespace=nowarn");
  const result = readFileSync(path, "utf8");
  rmSync(path);
  return result;
}
