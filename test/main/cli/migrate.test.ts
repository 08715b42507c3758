// `plimsoll migrate` as a user meets it: the patch alone on stdout, reasons on stderr, JSON by its schema, what is refused.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runMigrate } from "../../../main/cli/migrate.ts";
import type { World } from "../../../main/cli/world.ts";
import type { Failure } from "../../../shared/model/failure.ts";
import { FailureError } from "../../../shared/model/failure.ts";
import { MigrationAnswer } from "../../../shared/model/migration.ts";

let folder = "";
let out = "";
let err = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "plimsoll-migrate-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function world(language = "en"): World {
  out = "";
  err = "";
  return {
    cwd: folder,
    assets: "assets",
    language,
    stdout: { write: (text: string) => (out += text), isTTY: false, columns: 120 },
    stderr: { write: (text: string) => (err += text), isTTY: false },
  } as unknown as World;
}

async function failure(path: string): Promise<Failure> {
  const error = await runMigrate(path, { format: "patch" }, world()).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(FailureError);
  expect(out).toBe("");
  return (error as FailureError).failure;
}

const text = "FROM node:22 AS build\nRUN npm ci\nFROM ubuntu:24.04\nCOPY --from=build /app /app\n";

describe("plimsoll migrate", () => {
  it("writes the patch to stdout, reasons and what stays to stderr, and leaves the file alone", async () => {
    await writeFile(join(folder, "Dockerfile"), text);
    expect(await runMigrate("Dockerfile", { format: "patch" }, world())).toBe(0);
    expect(out.split("\n").slice(0, 3)).toEqual(["--- a/Dockerfile", "+++ b/Dockerfile", "@@ -1,4 +1,4 @@"]);
    expect(out).toContain("\n-FROM node:22 AS build\n+FROM dhi.io/node:22.23.2-0-debian13-dev AS build\n");
    expect(err).toContain("line 1: hardened base dhi.io/node:22.23.2-0-debian13-dev in place of node:22\n");
    expect(err).toContain("line 3: base stays ubuntu:24.04: no hardened image is known for ubuntu:24.04");
    expect(await readFile(join(folder, "Dockerfile"), "utf8")).toBe(text);
  });

  it("names the file by itself, wherever it lies, and says what to check", async () => {
    await writeFile(join(folder, "api.Dockerfile"), "FROM node:22-alpine\nEXPOSE 80\nCMD node $X\n");
    await runMigrate(join(folder, "api.Dockerfile"), { format: "patch" }, world());
    expect(out).toMatch(/^--- a\/api\.Dockerfile\n\+\+\+ b\/api\.Dockerfile\n/);
    expect(err).toContain("  check: let the program listen there as well");
    expect(err).toContain("line 3: CMD needs a shell");
    await runMigrate(join(folder, "api.Dockerfile"), { format: "patch", lang: "de" }, world());
    expect(err).toContain("Zeile 3: CMD braucht eine Shell");
    expect(err).toContain("  prüfen: auch das Programm dort lauschen lassen");
  });

  it("prints nothing where nothing is to change", async () => {
    await writeFile(join(folder, "Dockerfile"), 'FROM dhi.io/node:24-debian13\nCMD ["node"]\n');
    expect(await runMigrate("Dockerfile", { format: "patch" }, world())).toBe(0);
    expect([out, err]).toEqual(["", ""]);
  });

  it("says all of it in JSON, by the published schema", async () => {
    await writeFile(join(folder, "Dockerfile"), `${text}EXPOSE 80\n`);
    expect(await runMigrate("Dockerfile", { format: "json" }, world())).toBe(0);
    const answer = MigrationAnswer.parse(JSON.parse(out));
    expect(answer.hunks).toEqual([
      {
        line: 1,
        before: ["FROM node:22 AS build"],
        after: ["FROM dhi.io/node:22.23.2-0-debian13-dev AS build"],
        reason: "hardened base dhi.io/node:22.23.2-0-debian13-dev in place of node:22",
        check: null,
      },
    ]);
    expect(answer.bases.map(({ from, to }) => [from, to])).toEqual([
      ["node:22", "dhi.io/node:22.23.2-0-debian13-dev"],
      ["ubuntu:24.04", null],
    ]);
    expect(answer.catalogue.date).toBe("2026-08-22");
    expect(answer.patch).toMatch(/^--- a\/Dockerfile\n/);
    expect(err).toBe("");
  });

  it("refuses what is not there, no file, not UTF-8, too long or no Dockerfile, with the path", async () => {
    expect(await failure("missing")).toMatchObject({ kind: "not-readable", path: join(folder, "missing") });
    expect(await failure(".")).toMatchObject({ kind: "not-readable", cause: "it is no file" });
    await writeFile(join(folder, "latin"), Buffer.from([0x23, 0xe4, 0x0a]));
    expect(await failure("latin")).toMatchObject({ cause: "no Dockerfile: it is not UTF-8" });
    await writeFile(join(folder, "long"), Buffer.alloc(10_000_000, "#"));
    expect(await failure("long")).toMatchObject({ cause: "no Dockerfile: longer than 512 KiB" });
    await writeFile(join(folder, "text"), "hello\n");
    expect(await failure("text")).toMatchObject({ kind: "not-readable", path: join(folder, "text") });
  });

  it("keeps a byte order mark, which the patch has to match", async () => {
    await writeFile(join(folder, "Dockerfile"), "\ufeffFROM node:22\n");
    await runMigrate("Dockerfile", { format: "patch" }, world());
    expect(out).toContain("-\ufeffFROM node:22\n+\ufeffFROM dhi.io/node:22.23.2-0-debian13\n");
  });
});
