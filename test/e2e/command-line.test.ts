// The command line as a user has it: the built bundle through the npm script, its exit codes, its files, its one-liners.
import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { file, image, jsonBytes, toTar } from "../support/image-builder.ts";
import { missingTools } from "../support/installed-tools.ts";

interface Answer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

let root = "";
let home = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plimsoll-cli-"));
  home = join(root, "home");
});
afterAll(() => rm(root, { recursive: true, force: true }));

function plimsoll(args: readonly string[], env: Record<string, string> = {}): Promise<Answer> {
  // From another folder, as a user who works elsewhere would: npm says where they stood.
  return run("npm", ["--prefix", process.cwd(), "run", "--silent", "plimsoll", "--", ...args], env);
}

function run(program: string, args: readonly string[], env: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve) => {
    const all = { ...process.env, PLIMSOLL_HOME: home, LANG: "C", LC_ALL: "", ...env };
    execFile(program, [...args], { cwd: root, env: all, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
      resolve({ code, stdout, stderr });
    });
  });
}

async function schemaCheck(name: string, value: unknown): Promise<string> {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(await readFile(`assets/schema/${name}.schema.json`, "utf8")));
  return validate(value) ? "" : ajv.errorsText(validate.errors);
}

/** One line, said by us, without a stack. */
function oneLine(stderr: string): string {
  const lines = stderr.trim().split("\n");
  expect(lines, stderr).toHaveLength(1);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(lines[0]).toMatch(/^plimsoll: /);
  return lines[0] ?? "";
}

it("answers --version and a typing mistake from its thin bundle alone", async () => {
  // Without the bundles beside it, so that loading one would fail.
  const alone = join(root, "alone.cjs");
  await copyFile("dist/cli.cjs", alone);
  const { version } = JSON.parse(await readFile("package.json", "utf8"));
  expect(await run(process.execPath, [alone, "--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  const mistake = await run(process.execPath, [alone, "audit", "--no-such-option"]);
  expect(mistake.code).toBe(2);
  expect(oneLine(mistake.stderr)).toContain("unknown option '--no-such-option'");
});

describe("audit --sample", () => {
  it("prints the published JSON, writes the evidence and keeps the audit", async () => {
    const answer = await plimsoll([
      "audit",
      "--sample",
      "--format",
      "json",
      "--on",
      "2026-11-24",
      "--output",
      "evidence",
    ]);
    expect(answer.code, answer.stderr).toBe(0);
    const run = JSON.parse(answer.stdout);
    expect(await schemaCheck("audit-run-1", run)).toBe("");
    expect(run.images).toHaveLength(2);
    expect(run.errors).toEqual([]);
    const statuses = new Set(
      run.images.flatMap((image: { findings: { status: string }[] }) => image.findings.map((f) => f.status)),
    );
    expect([...statuses]).toEqual(expect.arrayContaining(["pass", "fail", "manual", "not-assessed"]));
    expect(await readdir(join(root, "evidence"))).toEqual(
      expect.arrayContaining(["VERIFY.txt", "audit.json", "certificates.pem", "report.pdf", "statement.dsse.json"]),
    );
    expect(JSON.parse(await readFile(join(root, "evidence", "audit.json"), "utf8"))).toEqual(run);

    const verified = await plimsoll(["verify", "evidence", "--format", "json"]);
    expect(verified.code, verified.stderr).toBe(0);
    const verification = JSON.parse(verified.stdout);
    expect(await schemaCheck("verify-1", verification)).toBe("");
    expect(verification.verifications[0]).toMatchObject({
      integrity: { answer: "yes" },
      identity: { answer: "self-asserted" },
      time: { answer: "claimed" },
    });

    const history = JSON.parse((await plimsoll(["history", "list", "--format", "json"])).stdout);
    expect(await schemaCheck("history-1", history)).toBe("");
    expect(history.runs).toHaveLength(1);
    const shown = await plimsoll(["history", "show", history.runs[0].run.slice(0, 10), "--format", "json"]);
    expect(JSON.parse(shown.stdout)).toEqual(run);
  });

  it("is accepted by pdfsig and openssl", async (ctx) => {
    const missing = await missingTools(["pdfsig", "openssl"]);
    if (missing !== null) return ctx.skip(missing);
    const seen = await run("pdfsig", ["-nocert", join(root, "evidence", "report.pdf")]);
    expect(seen.stdout).toContain("Signature is Valid");
    expect(seen.stdout).toContain("Total document signed");
  });

  it("gives the same bytes again but for what may differ", async () => {
    const args = ["audit", "--sample", "--format", "json", "--on", "2026-11-24"];
    const env = { SOURCE_DATE_EPOCH: "1764000000" };
    const [a, b] = [await plimsoll(args, env), await plimsoll(args, env)];
    expect(a.stdout).toBe(b.stdout);
  });

  it("fails verification when a byte of a bound file changes, and when one is missing", async () => {
    const path = join(root, "evidence", "audit.json");
    const before = await readFile(path, "utf8");
    await writeFile(path, before.replace('"fail"', '"pass"'));
    expect((await plimsoll(["verify", "evidence"])).code).toBe(3);
    await rm(path);
    expect((await plimsoll(["verify", "evidence"])).code).toBe(3);
    await writeFile(path, before);
    expect((await plimsoll(["verify", "evidence"])).code).toBe(0);
    expect((await plimsoll(["verify", "nowhere"])).code).toBe(2);
  });

  it("prints a table in both languages", async () => {
    const english = await plimsoll(["audit", "--sample"]);
    expect(english.stdout).toContain("plimsoll/sample-legacy:1");
    expect(english.stdout).toContain("needs a person");
    const german = await plimsoll(["audit", "--sample", "--lang", "de"]);
    expect(german.stdout).toContain("von Hand zu prüfen");
  });

  it.each([
    [["--fail-on", "low"], 1],
    [["--fail-on", "none"], 0],
    [["--fail-on-eol", "0"], 1],
    [["--fail-on-unassessed"], 1],
  ] as const)("with the gate %j ends with %d", async (gate, code) => {
    const answer = await plimsoll(["audit", "--sample", "--format", "json", ...gate]);
    expect(answer.code).toBe(code);
    expect(JSON.parse(answer.stdout).images).toHaveLength(2);
  });
});

it("nothing leaves the machine: an audit opens no connection at all", async (ctx) => {
  const missing = await missingTools(["strace"]);
  if (missing !== null) return ctx.skip(missing);
  const log = join(root, "connects");
  const bundle = join(process.cwd(), "dist", "cli.cjs");
  const trace = ["-f", "-qq", "-e", "trace=connect,sendto", "-o", log, process.execPath, bundle];
  const answer = await run("strace", [...trace, "audit", "--sample", "--output", join(root, "traced")]);
  expect(answer.code, answer.stderr).toBe(0);
  const calls = (await readFile(log, "utf8")).split("\n").filter((line) => /AF_INET|AF_INET6/.test(line));
  expect(calls).toEqual([]);
  // The trace sees connections: one to an engine that is not there shows up in it.
  await run("strace", [...trace, "images", "--engine", "tcp://127.0.0.1:9", "--insecure"]);
  expect(await readFile(log, "utf8")).toMatch(/AF_INET/);
});

describe("the other commands print what their schema says", () => {
  it.each([
    ["images-1", ["images", "--sample"]],
    ["controls-1", ["controls", "list"]],
    ["control-1", ["controls", "show", "cis-docker:4.1"]],
    ["controls-1", ["controls", "list", "--pack", join(process.cwd(), "docs/examples/pack")]],
    ["control-1", ["controls", "show", "example-org:image-age", "--pack", join(process.cwd(), "docs/examples/pack")]],
    ["lifecycle-1", ["lifecycle", "--sample"]],
    ["product-1", ["lifecycle", "--product", "debian"]],
    ["product-1", ["lifecycle", "--product", "debian", "--cycle", "12"]],
    ["entitlements-1", ["entitlement", "list"]],
    ["key-1", ["key", "show"]],
  ])("%s for %j", async (schema, args) => {
    const answer = await plimsoll([...args, "--format", "json"]);
    expect(answer.code, answer.stderr).toBe(0);
    expect(await schemaCheck(schema, JSON.parse(answer.stdout))).toBe("");
    const text = await plimsoll(args);
    expect(text.code, text.stderr).toBe(0);
    expect(text.stdout.trim().length).toBeGreaterThan(20);
  });

  it("history compare shows what changed between two days", async () => {
    await plimsoll(["audit", "--sample", "--on", "2018-01-01"]);
    await plimsoll(["audit", "--sample", "--on", "2026-11-24"]);
    const { runs } = JSON.parse((await plimsoll(["history", "list", "--format", "json"])).stdout);
    const answer = await plimsoll(["history", "compare", runs.at(-2).run, runs.at(-1).run, "--format", "json"]);
    const comparison = JSON.parse(answer.stdout);
    expect(await schemaCheck("run-comparison-1", comparison)).toBe("");
    expect(comparison.causes).toContain("judged as of 2026-11-24 instead of 2018-01-01");
    expect(comparison.changed.length).toBeGreaterThan(0);
  });
});

describe("what goes wrong is one line and exit 2", () => {
  it("an engine that is not there", async () => {
    const answer = await plimsoll(["audit"], { DOCKER_HOST: `unix://${join(root, "no.sock")}` });
    expect(answer.code).toBe(2);
    expect(oneLine(answer.stderr)).toMatch(/no engine answers/);
    expect(answer.stdout).toBe("");
  });

  it("a DOCKER_HOST that was overridden does not speak up through the client library", async () => {
    const env = { DOCKER_HOST: "tcp://[", DOCKER_CERT_PATH: join(root, "nowhere") };
    const answer = await plimsoll(["audit", "--engine", `unix://${join(root, "no.sock")}`], env);
    expect(answer.code).toBe(2);
    expect(oneLine(answer.stderr)).toMatch(/no engine answers/);
  });

  it("what packages print for their own developers stays out", async () => {
    const answer = await plimsoll(["images", "--engine", `unix://${join(root, "no.sock")}`], { DEBUG: "*" });
    expect(oneLine(answer.stderr)).toMatch(/no engine answers/);
  });

  it.each([
    ["an empty file", ""],
    ["text", "this is no archive\n".repeat(100)],
    ["JSON", '{"a":1}'],
  ])("a file that is no archive: %s", async (_name, text) => {
    await writeFile(join(root, "odd.tar"), text);
    const answer = await plimsoll(["audit", "--archive", "odd.tar"]);
    expect(answer.code).toBe(2);
    expect(oneLine(answer.stderr)).toContain("odd.tar");
  });

  it.each([
    [["audit", "--on", "2026-02-30"]],
    [["audit", "--benchmark", "nist"]],
    [["audit", "--context", "a", "--engine", "unix:///x"]],
    [["audit", "--fail-on", "critical"]],
    [["audit", "--no-such-option"]],
    [["controls", "show", "cis-docker:9.9"]],
    [["history", "show", "abcdef"]],
    [["lifecycle", "--product", "no-such-product"]],
    [["audit", "--sample", "--archive", "nowhere.tar"]],
  ])("bad usage: %j", async (args) => {
    const answer = await plimsoll(args);
    expect(answer.code).toBe(2);
    oneLine(answer.stderr);
  });

  it.each([["audit"], ["lifecycle"]])("%s --on names the day that does not exist", async (command) => {
    const answer = await plimsoll([command, "--sample", "--on", "2026-02-30"]);
    expect(answer.code).toBe(2);
    expect(oneLine(answer.stderr)).toBe(
      "plimsoll: option '--on <day>' argument '2026-02-30' is invalid. give a day that exists as YYYY-MM-DD",
    );
  });

  it("one bad archive does not keep the good ones from being audited", async () => {
    await writeFile(join(root, "odd.tar"), "no");
    const answer = await plimsoll(["audit", "--sample", "--archive", "odd.tar", "--format", "json"]);
    expect(answer.code).toBe(2);
    const run = JSON.parse(answer.stdout);
    expect(run.images).toHaveLength(2);
    expect(run.errors).toHaveLength(1);
    oneLine(answer.stderr);
  });

  it("an image that an archive names but does not hold is an error of the list too, not a row", async () => {
    const files = new Map(image().layer(file("/a", "x")).config({}).tag("good:1").dockerArchive({ era: "legacy" }));
    const manifest = JSON.parse(Buffer.from(files.get("manifest.json") ?? []).toString());
    const gone = { Config: `${"0".repeat(64)}.json`, RepoTags: ["gone:1"], Layers: [] };
    files.set("manifest.json", jsonBytes([...manifest, gone]));
    await writeFile(join(root, "half.tar"), toTar(files));
    const answer = await plimsoll(["images", "--archive", "half.tar", "--format", "json"]);
    expect(answer.code).toBe(2);
    const list = JSON.parse(answer.stdout);
    expect(list.images.map((one: { references: string[] }) => one.references)).toEqual([["good:1"]]);
    expect(oneLine(answer.stderr)).toContain("gone:1");
    const audited = await plimsoll(["audit", "--archive", "half.tar", "--format", "json"]);
    expect(audited.code).toBe(2);
    expect(JSON.parse(audited.stdout)).toMatchObject({
      population: { found: 2, audited: 1 },
      errors: [{ reference: "gone:1" }],
    });
  });

  it("an image that is not there is named, the others are audited", async () => {
    const answer = await plimsoll(["audit", "--sample", "nope:1", "plimsoll/sample-legacy:1", "--format", "json"]);
    expect(answer.code).toBe(2);
    const run = JSON.parse(answer.stdout);
    expect(run.images).toHaveLength(1);
    expect(run.population).toMatchObject({ found: 2, audited: 1, excluded: [{ reason: "not asked for" }] });
    expect(oneLine(answer.stderr)).toContain("nope:1");
  });

  describe("a full disk", () => {
    const full = join(tmpdir(), `plimsoll-full-${process.pid}`);
    let reason: string | null = null;
    beforeAll(async () => {
      await mkdir(full, { recursive: true });
      const mounted = await run("mount", ["-t", "tmpfs", "-o", "size=16k", "tmpfs", full]);
      if (mounted.code !== 0) reason = "a small tmpfs cannot be mounted here (needs root)";
    });
    afterAll(async () => {
      await run("umount", [full]);
      await rm(full, { recursive: true, force: true });
    });

    it("as --output: the verdicts are printed, then one line, and no half file is left", async (ctx) => {
      if (reason !== null) return ctx.skip(reason);
      const answer = await plimsoll(["audit", "--sample", "--format", "json", "--output", full]);
      expect(answer.code).toBe(2);
      expect(JSON.parse(answer.stdout).images).toHaveLength(2);
      expect(oneLine(answer.stderr)).toMatch(/cannot write .*no space left/);
      expect(await readdir(full)).toEqual([]);
    });

    it("as PLIMSOLL_HOME: the verdicts are printed, then one line", async (ctx) => {
      if (reason !== null) return ctx.skip(reason);
      const answer = await plimsoll(["audit", "--sample", "--format", "json"], { PLIMSOLL_HOME: full });
      expect(answer.code).toBe(2);
      expect(JSON.parse(answer.stdout).images).toHaveLength(2);
      expect(oneLine(answer.stderr)).toMatch(/cannot write .*no space left/);
    });
  });

  it("--verbose adds the stack", async () => {
    const answer = await plimsoll(["audit", "--verbose"], { DOCKER_HOST: `unix://${join(root, "no.sock")}` });
    expect(answer.stderr).toMatch(/\n\s+at /);
  });
});
