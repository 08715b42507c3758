// Policy, waivers and answers on the command line, from the request to the audit that shows them.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

interface Answer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}
interface Shown {
  readonly control: string;
  readonly status: string;
  readonly severity: string;
  readonly waiver?: { readonly id: string; readonly covers: string };
  readonly answer?: { readonly id: string };
  readonly evidence: readonly { readonly where: string; readonly detail: string }[];
}

const today = "2026-11-24";
/** Noon of that day, so that requests and approvals are of it wherever the test runs. */
const env = { SOURCE_DATE_EPOCH: String(Date.parse(`${today}T12:00:00Z`) / 1000), TZ: "UTC" };
const image = "plimsoll/sample-legacy:1";

let root = "";
let home = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plimsoll-waivers-"));
  home = join(root, "home");
});
afterAll(() => rm(root, { recursive: true, force: true }));

function plimsoll(...args: readonly string[]): Promise<Answer> {
  return new Promise((resolve) => {
    const all = { ...process.env, PLIMSOLL_HOME: home, LANG: "C", LC_ALL: "", INIT_CWD: root, ...env };
    execFile(
      process.execPath,
      [join(process.cwd(), "dist", "cli.cjs"), ...args],
      { cwd: root, env: all, maxBuffer: 1 << 28 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
        resolve({ code, stdout, stderr });
      },
    );
  });
}

async function json(schema: string, ...args: readonly string[]) {
  const answer = await plimsoll(...args, "--format", "json");
  expect(answer.code, answer.stderr).toBe(0);
  const value = JSON.parse(answer.stdout);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(await readFile(`assets/schema/${schema}.schema.json`, "utf8")));
  expect(validate(value) ? "" : ajv.errorsText(validate.errors)).toBe("");
  return value;
}

async function audit(...args: readonly string[]) {
  return json("audit-run-1", "audit", "--sample", "--on", today, ...args);
}

function findingOf(run: { images: { image: { references: string[] }; findings: Shown[] }[] }, control: string): Shown {
  const found = run.images
    .find((one) => one.image.references.includes(image))
    ?.findings.find((finding) => finding.control === control);
  if (found === undefined) throw new Error(`no finding ${control}`);
  return found;
}

describe("a waiver", () => {
  let id = "";

  it("is asked for, and has no effect until another person agrees", async () => {
    const asked = await json(
      "waiver-1",
      ...["waiver", "add", "--control", "cis-docker:4.6", "--reference", "plimsoll/*", "--reason", "batch jobs"],
      ...["--until", "2027-03-01", "--ticket", "OPS-7", "--requester", "Ana"],
    );
    id = asked.waiver.id;
    expect(asked.waiver).toMatchObject({ created: today, rules: { benchmark: "cis-docker" } });
    const run = await audit();
    expect(findingOf(run, "cis-docker:4.6")).toMatchObject({ status: "fail" });
    expect(findingOf(run, "cis-docker:4.6").waiver).toBeUndefined();
    expect(run.waivers.uses).toEqual([expect.objectContaining({ id, state: "unapproved", findings: 0 })]);

    const own = await plimsoll("waiver", "approve", id, "--by", "ANA");
    expect([own.code, own.stderr]).toEqual([2, expect.stringContaining("another person must approve it")]);
  });

  it("stands beside the verdict once it is approved, and is counted apart", async () => {
    await json("waiver-1", "waiver", "approve", id.slice(0, 8), "--by", "Ben");
    const run = await audit();
    expect(findingOf(run, "cis-docker:4.6")).toMatchObject({
      status: "fail",
      waiver: { id, covers: "all", reason: "batch jobs", requester: "Ana", approver: "Ben", ticket: "OPS-7" },
    });
    const legacy = run.images.find((one: { image: { references: string[] } }) => one.image.references.includes(image));
    expect(legacy.summary.waived).toBe(1);
    const table = await plimsoll("audit", "--sample", "--on", today);
    expect(table.stdout).toContain("1 waived)");
    expect(table.stdout).toMatch(/requested by Ana · approved by Ben · until 2027-03-01 · ticket OPS-7/);
    const german = await plimsoll("audit", "--sample", "--on", today, "--lang", "de");
    expect(german.stdout).toMatch(/beantragt von Ana · genehmigt von Ben · bis 2027-03-01 · Ticket OPS-7/);
  });

  it("is out of force the day after its last, by itself", async () => {
    const later = await json("audit-run-1", "audit", "--sample", "--on", "2027-03-02");
    expect(findingOf(later, "cis-docker:4.6").waiver).toBeUndefined();
    expect(later.waivers.uses[0]).toMatchObject({ state: "expired" });
    expect(later.waivers.hygiene.map(({ kind }: { kind: string }) => kind)).toContain("expired");
  });

  it("is listed with what to look at, and what the newest run says", async () => {
    // With the clock held, runs are of one moment: the one that is meant must be alone.
    await rm(join(home, "audits"), { recursive: true });
    await audit();
    const list = await json("waiver-list-1", "waiver", "list", "--on", "2027-02-10");
    expect(list.waivers[0]).toMatchObject({ waiver: { id }, standing: { state: "applies" } });
    expect(list.waivers[0].standing.findings).toBeGreaterThan(0);
    expect(list.hygiene.map(({ kind }: { kind: string }) => kind)).toEqual(["expires-soon"]);
    expect((await plimsoll("waiver")).stdout).toContain("OPS-7");
    expect((await plimsoll("waiver", "list", "--lang", "de")).stdout).toContain("genehmigt von");
  });

  it("is renewed with its history, approved anew, and revoked", async () => {
    await json("waiver-1", "waiver", "add", "--renew", id, "--until", "2027-05-01", "--requester", "Ana");
    expect((await json("waiver-list-1", "waiver", "list", "--on", "2027-03-01")).waivers[0].standing.state).toBe(
      "applies",
    );
    expect((await json("waiver-list-1", "waiver", "list", "--on", "2027-03-02")).waivers[0].standing.state).toBe(
      "unapproved",
    );
    await plimsoll("waiver", "approve", id, "--by", "Cem");
    const { waivers, hygiene } = await json("waiver-list-1", "waiver", "list", "--on", "2027-03-02");
    expect(waivers[0].standing.state).toBe("applies");
    expect(waivers[0].waiver.renewals).toEqual([expect.objectContaining({ until: "2027-03-01", approver: "Ben" })]);
    expect(hygiene.map(({ kind }: { kind: string }) => kind)).toEqual(["renewed"]);
    await json("waiver-1", "waiver", "revoke", id, "--by", "Eve", "--reason", "fixed");
    expect((await json("waiver-list-1", "waiver", "list")).waivers[0].standing.state).toBe("revoked");
    const again = await plimsoll("waiver", "revoke", id);
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining("was revoked by Eve")]);
  });

  it.each([
    ["too long", ["--until", "2027-12-31", "--everything", "--reason", "x"], "holds for 180 days at most"],
    [
      "of no control",
      ["--control", "cis-docker:9.9", "--until", "2027-01-01", "--everything", "--reason", "x"],
      "no control",
    ],
    ["without a scope", ["--until", "2027-01-01", "--reason", "x"], "say what the waiver covers"],
    ["without a reason", ["--until", "2027-01-01", "--everything"], "give --reason"],
    ["without an end", ["--everything", "--reason", "x"], "give --until"],
    [
      "with everything and a path",
      ["--until", "2027-01-01", "--everything", "--path", "/a", "--reason", "x"],
      "stands alone",
    ],
  ])("%s is not asked for, and the file stays", async (_, args, cause) => {
    const path = join(home, "waivers.yaml");
    const before = await readFile(path, "utf8");
    const answer = await plimsoll("waiver", "add", "--control", "cis-docker:4.6", ...args);
    expect([answer.code, answer.stderr.trim().split("\n").length]).toEqual([2, 1]);
    expect(answer.stderr).toContain(cause);
    expect(await readFile(path, "utf8")).toBe(before);
  });
});

describe("a file of waivers under version control", () => {
  const path = () => join(root, "repo", "waivers.yaml");
  const text = (version: string) => `# Ours.
schema: plimsoll/waivers@1
approver: optional # we review pull requests
waivers:
  # Two files that the jobs need.
  - control: "cis-docker:4.8"
    scope: {references: ["plimsoll/sample-legacy:*"], paths: [/usr/bin/legacy-su]}
    reason: needed
    requester: Ana
    created: 2026-11-01
    until: 2027-01-31
    rules: {benchmark: cis-docker, version: ${version}}
`;

  it("covers places, keeps its comments when a command changes it, and gates what is left", async () => {
    const { rules, images } = await audit();
    const { version } = rules.find(({ benchmark }: { benchmark: string }) => benchmark === "cis-docker");
    const setuid = findingOf({ images }, "cis-docker:4.8").evidence.map(({ where }) => where);
    expect(setuid.length).toBeGreaterThan(0);
    await mkdir(join(root, "repo"));
    await writeFile(path(), text(version).replace("/usr/bin/legacy-su", setuid[0] ?? ""));
    const run = await audit("--waivers", "repo/waivers.yaml");
    const expected = setuid.every((where) => where === setuid[0]) ? "all" : "some";
    expect(findingOf(run, "cis-docker:4.8").waiver).toMatchObject({ covers: expected });

    const add = ["waiver", "add", "--waivers", "repo/waivers.yaml", "--control", "cis-docker:4.8", "--everything"];
    await Promise.all(
      ["Ben", "Cem", "Dana"].map((who) =>
        json("waiver-1", ...add, "--reason", "all of it", "--until", "2027-01-01", "--requester", who),
      ),
    );
    const after = await readFile(path(), "utf8");
    expect(after).toContain("# Ours.\n");
    expect(after).toContain("approver: optional # we review pull requests\n");
    expect(after).toContain("  # Two files that the jobs need.\n");
    const { waivers } = await json("waiver-list-1", "waiver", "list", "--waivers", "repo/waivers.yaml");
    expect(waivers.map((one: { waiver: { requester: string } }) => one.waiver.requester).sort()).toEqual([
      "Ana",
      "Ben",
      "Cem",
      "Dana",
    ]);
    expect(findingOf(await audit("--waivers", "repo/waivers.yaml"), "cis-docker:4.8").waiver?.covers).toBe("all");
  });

  it("that is broken stops the audit with file, line and column, and is left as it is", async () => {
    await writeFile(path(), text("2.0.0").replace("cis-docker:4.8", "cis-docker:99"));
    for (const command of [
      ["audit", "--sample"],
      ["waiver", "list"],
      ["waiver", "revoke", "abcd"],
    ]) {
      const answer = await plimsoll(...command, "--waivers", "repo/waivers.yaml");
      expect([answer.code, answer.stdout]).toEqual([2, ""]);
      expect(answer.stderr).toContain(`${path()}:6:5: there is no control cis-docker:99`);
    }
    expect((await plimsoll("audit", "--sample", "--waivers", "repo/none.yaml")).stderr).toContain("no such file");
  });
});

describe("--fail-on", () => {
  it("leaves out what is waived as a whole", async () => {
    const path = join(root, "gate.yaml");
    const run = await audit();
    const entries = [
      ...new Set<string>(
        run.images.flatMap((one: { findings: Shown[] }) =>
          one.findings.filter((f) => f.status === "fail" && f.severity === "high").map((f) => f.control),
        ),
      ),
    ];
    expect(entries.length).toBeGreaterThan(0);
    const waivers = entries.map((control) => {
      const rule = run.rules.find(({ benchmark }: { benchmark: string }) => control.startsWith(`${benchmark}:`));
      return `  - {control: "${control}", scope: {everything: true}, reason: r, requester: Ana, created: ${today}, until: 2027-01-01, rules: {benchmark: ${rule.benchmark}, version: ${JSON.stringify(rule.version)}}}\n`;
    });
    await writeFile(path, `schema: plimsoll/waivers@1\napprover: optional\nwaivers:\n${waivers.join("")}`);
    const gate = ["audit", "--sample", "--on", today, "--fail-on", "high"];
    expect((await plimsoll(...gate)).code).toBe(1);
    expect((await plimsoll(...gate, "--waivers", path)).code).toBe(0);
    await writeFile(path, `schema: plimsoll/waivers@1\napprover: optional\nwaivers:\n${waivers.slice(1).join("")}`);
    expect((await plimsoll(...gate, "--waivers", path)).code).toBe(1);
  });
});

describe("an answer", () => {
  it("is given, gives the verdict, is listed and taken back", async () => {
    const run = await audit();
    const manual = run.images[0].findings.find(({ status }: Shown) => status === "manual");
    await writeFile(join(root, "list.txt"), "curl\n");
    const given = await json(
      "answer-1",
      ...["answer", "add", "--control", manual.control, "--reference", "plimsoll/*", "--status", "pass"],
      ...["--note", "looked at it", "--until", "2027-11-24", "--by", "Dana", "--attachment", "list.txt"],
    );
    const { id, attachment } = given.answer;
    expect(attachment).toEqual({ name: "list.txt", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const after = await audit();
    const answered = after.images[0].findings.find(({ control }: Shown) => control === manual.control);
    expect(answered).toMatchObject({ status: "pass", answer: { id, by: "Dana" } });
    expect(answered.reason).toContain("answered by Dana");
    expect(after.answers.uses).toEqual([expect.objectContaining({ id, state: "applied" })]);
    expect((await plimsoll("audit", "--sample", "--on", today)).stdout).toContain("answered by Dana on 2026-11-24");

    expect((await json("answer-list-1", "answer", "list")).answers[0].standing.state).toBe("holds");
    await json("answer-1", "answer", "revoke", id.slice(0, 8), "--by", "Eve");
    expect((await plimsoll("answer")).stdout).toContain("revoked");
    expect((await audit()).images[0].findings.find(({ control }: Shown) => control === manual.control).status).toBe(
      "manual",
    );
  });

  it.each([
    [["--until", "2027-11-26", "--reference", "a:*"], "366 days at most"],
    [["--until", "2027-01-01"], "say what the answer is about"],
    [["--until", "2027-01-01", "--reference", "a:*", "--attachment", "none.txt"], "no such file"],
  ])("with %j is refused", async (args, cause) => {
    const base = ["answer", "add", "--control", "cis-docker:4.3", "--status", "pass", "--note", "n"];
    const answer = await plimsoll(...base, ...args);
    expect([answer.code, answer.stderr.trim().split("\n").length]).toEqual([2, 1]);
    expect(answer.stderr).toContain(cause);
  });
});

describe("a policy", () => {
  it("narrows what is judged, excuses what it lists, and is named in the run", async () => {
    const before = findingOf(await audit(), "cis-docker:4.8");
    expect(before.status).toBe("fail");
    await writeFile(
      join(root, "policy.yaml"),
      "schema: plimsoll/policy@1\nname: ours\nprofiles: {cis-docker: level-2}\nparameters: {allowedSetuid: ['/**']}\n",
    );
    const run = await audit("--policy", "policy.yaml");
    expect(findingOf(run, "cis-docker:4.8").status).toBe("pass");
    expect(run.policy).toEqual({
      name: "ours",
      digest: expect.stringMatching(/^sha256:/),
      profiles: { "cis-docker": "level-2" },
    });
    await writeFile(join(root, "policy.yaml"), "schema: plimsoll/policy@1\nprofiles: {cis-docker: level-1}\n");
    const narrowed = await audit("--policy", "policy.yaml");
    expect(() => findingOf(narrowed, "cis-docker:4.8")).toThrow("no finding");
    expect((await plimsoll("audit", "--sample", "--on", today, "--policy", "policy.yaml")).stdout).toContain(
      "policy default",
    );
  });

  it("that is broken stops the audit", async () => {
    await writeFile(join(root, "policy.yaml"), "schema: plimsoll/policy@1\nparameters: {allowedSetUid: []}\n");
    const answer = await plimsoll("audit", "--sample", "--policy", "policy.yaml");
    expect([answer.code, answer.stdout]).toEqual([2, ""]);
    expect(answer.stderr).toMatch(/policy\.yaml:2:14: .*allowedSetUid/);
  });
});
