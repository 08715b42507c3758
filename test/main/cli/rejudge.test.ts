// `plimsoll audit --from` as a user meets it: its words, its options, and files that are none.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AuditOptions } from "../../../main/cli/audit-options.ts";
import { readAudit } from "../../../main/cli/read-audit.ts";
import { runRejudge } from "../../../main/cli/rejudge.ts";
import type { World } from "../../../main/cli/world.ts";
import { FailureError } from "../../../shared/model/failure.ts";
import { Rejudgement } from "../../../shared/model/rejudgement.ts";
import { day } from "../../support/kept-run.ts";

const audit = join("test", "cases", "rejudge", "sample-under-cis-docker-1.0.0.json");
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "plimsoll-from-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const options: AuditOptions = { format: "table", identity: "default", failOn: "none", on: "2026-11-18" };

/** What the command writes, with the code it ends with. */
async function judged(over: Partial<AuditOptions>, images: readonly string[] = []) {
  let out = "";
  let err = "";
  const world = {
    env: { PLIMSOLL_HOME: join(folder, "home") },
    cwd: process.cwd(),
    clock: { today: () => day("2026-11-24"), now: () => "2026-11-24T06:00:00Z", zone: () => "UTC (UTC+00:00)" },
    tool: { version: "0.1.0" },
    assets: "assets",
    language: "en",
    stdout: { write: (text: string) => (out += text), isTTY: false, columns: 80 },
    stderr: { write: (text: string) => (err += text), isTTY: false },
  } as unknown as World;
  const code = await runRejudge(audit, images, { ...options, ...over }, world);
  return { out, err, code };
}

async function failure(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FailureError)) throw new Error(`no FailureError but ${String(error)}`);
  return `${error.failure.kind}: ${error.message}`;
}

describe("plimsoll audit --from", () => {
  it("says that nothing changed under the rules of its time", async () => {
    const { out, code } = await judged({ rules: ["1.0.0"] });
    expect(code).toBe(0);
    expect(out).toContain("nothing changed");
    expect(out).toMatch(/rules cis-docker +1\.0\.0 +1\.0\.0/);
  });

  it("says what changed and why, in either language, and as JSON", async () => {
    const pack = { pack: ["docs/examples/pack"], rules: ["1.0.0"] };
    const { out } = await judged(pack);
    expect(out).toContain("example-org:source-label  – -> fail");
    expect(out).toContain("because of the rule set: – -> example-org@1.0.0");
    expect((await judged({ ...pack, lang: "de" })).out).toContain("Ursache: Regelwerk: – -> example-org@1.0.0");
    const json = Rejudgement.parse(JSON.parse((await judged({ ...pack, format: "json" })).out));
    expect(json.changes).toHaveLength(16);
  });

  it("honours the gates", async () => {
    const { code, err } = await judged({ rules: ["1.0.0"], failOn: "high" });
    expect(code).toBe(1);
    expect(err).toContain("gate reached");
  });

  it("refuses what chooses the images to read, and versions that are not at hand", async () => {
    expect(await failure(judged({}, ["api:1"]))).toMatch(/^usage: IMAGE has no meaning/);
    expect(await failure(judged({ sample: true }))).toMatch(/^usage: --sample has no meaning/);
    expect(await failure(judged({ output: "out" }))).toMatch(/^usage: --output has no meaning/);
    expect(await failure(judged({ rules: ["0.5.0"] }))).toMatch(/^usage: no rule set 0\.5\.0 .*cis-docker@1\.0\.0/);
    expect(await failure(judged({ benchmark: ["nope"] }))).toMatch(/^usage: no benchmark nope/);
  });

  it("asks for the pack that the audit was judged by", async () => {
    const { out } = await judged({ pack: ["docs/examples/pack"], rules: ["1.0.0"], format: "json" });
    const path = join(folder, "packed.json");
    writeFileSync(path, out);
    expect((await readAudit(path)).rules.map(({ benchmark }) => benchmark)).toEqual(["cis-docker", "example-org"]);
    const world = {
      env: { PLIMSOLL_HOME: folder },
      cwd: folder,
      assets: "assets",
      clock: { today: () => day("2026-11-24") },
    };
    expect(await failure(runRejudge(path, [], options, world as unknown as World))).toMatch(/example-org.*--pack/);
  });
});

describe("a file that is no audit", () => {
  const text = readFileSync(audit, "utf8");
  it.each<[string, string, RegExp]>([
    ["is empty", "", /no JSON/],
    ["is no JSON", "{", /no JSON/],
    ["is a list", "[]", /names no schema/],
    ["is of another schema", '{"schema":"plimsoll/history@1","runs":[]}', /plimsoll\/history@1, not/],
    ["is nested without end", "[".repeat(1000), /nested deeper/],
    ["lacks a part", JSON.stringify({ ...JSON.parse(text), images: undefined }), /images/],
    ["has a day that does not exist", text.replace(/"on": "[^"]*"/, '"on": "2026-02-30"'), /on/],
    ["is cut", text.slice(0, 5000), /no JSON/],
  ])("that %s, is refused with the reason", async (_, content, cause) => {
    const path = join(folder, "audit.json");
    writeFileSync(path, content);
    const said = await failure(readAudit(path));
    expect(said).toMatch(/^not-readable/);
    expect(said).toMatch(cause);
  });

  it("that does not exist", async () => {
    expect(await failure(readAudit(join(folder, "none.json")))).toMatch(/^not-readable: .*ENOENT/);
  });
});
