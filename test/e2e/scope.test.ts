// `plimsoll audit --scope` against a real engine: subjects beside images, a policy that excuses, a report with their part.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AuditRun } from "../../shared/model/audit.ts";
import { debianImage } from "../support/debian-image.ts";
import type { Engine } from "../support/engine.ts";
import { sharedEngine } from "../support/shared-engine.ts";

const run = promisify(execFile);
const name = "scope-test";
let root = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plimsoll-scope-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

function plimsoll(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { ...process.env, PLIMSOLL_HOME: join(root, "home"), LANG: "C", LC_ALL: "", INIT_CWD: root };
  const cli = join(process.cwd(), "dist", "cli.cjs");
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], { cwd: root, env, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
      resolve({ code, stdout, stderr });
    });
  });
}

/** With a container that may do more than it should, which is never started. */
async function withContainer<T>(engine: Engine, work: (image: string) => Promise<T>): Promise<T> {
  const image = await debianImage(engine, "bookworm");
  await engine.docker("create", "--name", name, "--network", "none", "--cap-add", "SYS_ADMIN", image, "true");
  try {
    return await work(image);
  } finally {
    await engine.docker("rm", name);
  }
}

describe("what images run on and in", () => {
  it("is judged on demand, each control once for its subject, by evidence of the engine and the host", async (ctx) => {
    const engine = sharedEngine(ctx);
    await withContainer(engine, async () => {
      const source = ["--engine", `unix://${engine.socket}`];
      const scope = ["--scope", "containers,engine,host"];
      const { code, stdout, stderr } = await plimsoll("audit", ...source, ...scope, "--format", "json");
      expect(code, stderr).toBe(0);
      const { images, subjects, errors } = AuditRun.parse(JSON.parse(stdout));
      expect([images, errors]).toEqual([[], []]);
      const container = subjects.find(({ subject }) => subject.name === name);
      const statusOf = (one: typeof container, id: string) =>
        one?.findings.find(({ control }) => control === id)?.status;
      expect(statusOf(container, "cis-docker:5.4")).toBe("fail");
      expect(statusOf(container, "cis-docker:5.5")).toBe("pass");
      expect(statusOf(container, "docker-ee-stig:DKER-EE-001950")).toBe("fail");
      const host = subjects.find(({ subject }) => subject.kind === "host");
      expect(statusOf(host, "cis-docker:2.4")).toBe("fail");
      const all = subjects.flatMap(({ findings }) => findings);
      expect(all.filter(({ status }) => status === "error")).toEqual([]);
      for (const { subject, findings } of subjects) {
        expect([subject.name, new Set(findings.map(({ control }) => control)).size]).toEqual([
          subject.name,
          findings.length,
        ]);
      }
    });
  });

  it("can be excused by a policy, which the run names", async (ctx) => {
    const engine = sharedEngine(ctx);
    await withContainer(engine, async () => {
      const policy = join(root, "policy.yaml");
      const text = "schema: plimsoll/policy@1\nname: lab\nprofiles: { cis-docker: level-1, docker-ee-stig: cat-1 }\n";
      await writeFile(
        policy,
        `${text}parameters: { maximumStoppedContainers: 99, allowedCapabilities: [SYS_ADMIN] }\n`,
      );
      const args = ["--engine", `unix://${engine.socket}`, "--scope", "containers,engine", "--policy", policy];
      const { stdout } = await plimsoll("audit", ...args, "--format", "json");
      const { policy: named, subjects } = AuditRun.parse(JSON.parse(stdout));
      expect(named).toMatchObject({ name: "lab" });
      const findings = subjects.flatMap((one) => one.findings);
      expect(findings.find(({ control }) => control === "cis-docker:6.2")?.status).toBe("pass");
      expect(findings.filter(({ level }) => level === 2)).toEqual([]);
    });
  });

  it("has a part of the report of its own", async (ctx) => {
    const engine = sharedEngine(ctx);
    await withContainer(engine, async (image) => {
      const output = join(root, "evidence");
      const args = ["--engine", `unix://${engine.socket}`, "--scope", "images,containers,engine,host"];
      const { code, stdout, stderr } = await plimsoll("audit", image, ...args, "--output", output);
      expect(code, stderr).toBe(0);
      expect(stdout).toMatch(/around them[\s\S]*engine[\s\S]*host[\s\S]*container\s+scope-test/);
      const { stdout: text } = await run("pdftotext", ["-layout", join(output, "report.pdf"), "-"], {
        maxBuffer: 1 << 28,
      });
      expect(text).toContain("Engine, host and containers");
      expect(text).toContain(`container · ${name}`);
      expect(text).toContain("evidence for a manual item");
      const { stdout: verified } = await run("pdfsig", ["-nocert", join(output, "report.pdf")]);
      expect(verified).toContain("Signature is Valid");
      const kept = AuditRun.parse(JSON.parse(await readFile(join(output, "audit.json"), "utf8")));
      expect(kept.subjects.length).toBeGreaterThanOrEqual(3);
    });
  });

  it("is none where the images come from a file, and that is said", async () => {
    const { code, stdout } = await plimsoll("audit", "--sample", "--scope", "engine,host", "--format", "json");
    expect(code).toBe(0);
    const { subjects } = AuditRun.parse(JSON.parse(stdout));
    expect(subjects.map(({ facts }) => facts)).toEqual([null, null]);
    expect(subjects.flatMap(({ findings }) => findings).filter(({ status }) => status === "pass")).toEqual([]);
  });

  it("asks for scopes that exist", async () => {
    const { code, stderr } = await plimsoll("audit", "--sample", "--scope", "engines");
    expect(code).toBe(2);
    expect(stderr).toMatch(/there is images, containers, engine, host/);
  });
});
