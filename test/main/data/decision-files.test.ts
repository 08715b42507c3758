// Files in which people write down decisions, as they must not be: every fault is said with its line and column, and nothing
// of a file at fault is used. And the documented examples, as they must be.
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mappingsOf } from "../../../main/control/profile.ts";
import { loadAnswers, loadAnswersIfThere } from "../../../main/data/answers.ts";
import { loadPolicy } from "../../../main/data/policy.ts";
import { loadRules } from "../../../main/data/rules.ts";
import { uuid5 } from "../../../main/data/uuid5.ts";
import { loadWaivers, loadWaiversIfThere } from "../../../main/data/waivers.ts";
import { FailureError } from "../../../shared/model/failure.ts";
import { defaultPolicy, PolicyParameters } from "../../../shared/model/policy.ts";

const rules = await loadRules("assets/rules");

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plimsoll-decisions-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function written(text: string | Uint8Array): Promise<string> {
  const path = join(folder, "decisions.yaml");
  await writeFile(path, text);
  return path;
}

async function faultOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FailureError)) throw new Error(`no failure but ${String(error)}`);
  const { failure } = error;
  if (failure.kind !== "catalogue-invalid") return `${failure.kind}: ${"cause" in failure ? failure.cause : ""}`;
  return `${failure.line ?? "?"}:${failure.column ?? "?"} ${failure.cause}`;
}

describe("a policy", () => {
  it("as documented names every parameter, and loads", async () => {
    const { policy, digest } = await loadPolicy("docs/examples/policy.yaml");
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(Object.keys(policy.parameters).sort()).toEqual(Object.keys(PolicyParameters.shape).sort());
    const text = await readFile("docs/examples/policy.yaml", "utf8");
    expect(Object.keys(PolicyParameters.shape).filter((name) => !text.includes(`\n  ${name}:`))).toEqual([]);
    expect(policy.profiles).toEqual({ "cis-docker": "level-1", "docker-ee-stig": "cat-2" });
    expect(policy.benchmarks["image-srg"]).toMatchObject({ allowedSetuid: [], maximumImageAgeDays: 30 });
  });

  it("that says nothing is the default", async () => {
    const { policy } = await loadPolicy(await written("schema: plimsoll/policy@1\n"));
    expect(policy).toEqual(defaultPolicy);
  });

  it("may name the benchmark of a pack, with any profile", async () => {
    const path = await written("schema: plimsoll/policy@1\nprofiles: {acme: cat-1}\n");
    expect((await loadPolicy(path, ["acme"])).policy.profiles).toEqual({ acme: "cat-1" });
    expect(await faultOf(loadPolicy(path))).toMatch(/^2:12 there is no benchmark acme; there is cis-docker/);
  });

  it.each([
    ["another schema", "schema: plimsoll/policy@2\n", /^1:1 schema: /],
    ["no schema", "name: x\n", /^1:1 schema: /],
    ["an unknown key", "schema: plimsoll/policy@1\nparameter: {}\n", /^2:1 .*parameter/],
    ["an unknown parameter", "schema: plimsoll/policy@1\nparameters:\n  allowedSetUid: []\n", /^3:3 .*allowedSetUid/],
    ["an unknown benchmark", "schema: plimsoll/policy@1\nbenchmarks:\n  cis: {}\n", /^3:3 there is no benchmark cis;/],
    ["an unknown profile", "schema: plimsoll/policy@1\nprofiles:\n  cis-docker: level-3\n", /^3:3 profiles.cis-docker/],
    [
      "a profile of another benchmark",
      "schema: plimsoll/policy@1\nprofiles:\n  cis-docker: cat-1\n",
      /^3:3 cat-1 is no profile of cis-docker; it has level-1, level-2/,
    ],
    [
      "a level for a STIG",
      "schema: plimsoll/policy@1\nprofiles: {image-srg: level-1}\n",
      /^2:12 level-1 is no profile/,
    ],
    ["a relative path", "schema: plimsoll/policy@1\nparameters: {allowedSetuid: [bin/su]}\n", /^2:30 parameters/],
    ["a list that is none", "schema: plimsoll/policy@1\nparameters:\n  allowedPorts: 443\n", /^3:3 parameters/],
    [
      "a prototype as a benchmark",
      "schema: plimsoll/policy@1\nprofiles: {__proto__: level-1}\n",
      /^2:12 there is no benchmark __proto__/,
    ],
    ["a list in its place", "- 1\n", /^1:1 /],
    ["nothing at all", "", /Invalid input|does not fit/],
    ["a key twice", "schema: plimsoll/policy@1\nname: a\nname: b\n", /^3:1 /],
    ["YAML that breaks", "schema: plimsoll/policy@1\nname: [\n", /^\d+:\d+ /],
    ["a tag that makes objects", "schema: !!js/function 'x'\n", /^1:\d+ /],
    ["bytes that are no text", Uint8Array.from([0xff, 0xfe, 0x00, 0x01]), /.+/],
    [
      "aliases that multiply",
      `a: &a [${"x,".repeat(20)}x]\nb: &b [${"*a,".repeat(200)}*a]\nc: &c [${"*b,".repeat(200)}*b]\nd: [${"*c,".repeat(200)}*c]\n`,
      /alias/i,
    ],
  ])("with %s is refused", async (_, text, fault) => {
    expect(await faultOf(loadPolicy(await written(text)))).toMatch(fault);
  });

  it("may map controls of the catalogue to frameworks of one's own, and no others", async () => {
    const text = (id: string) =>
      `schema: plimsoll/policy@1\nmappings:\n  - controls: ["${id}"]\n    framework: "PCI DSS 4.0"\n    ids: ["2.2.6"]\n    source: paper\n`;
    const known = new Set(rules.flatMap(({ controls }) => controls.map(({ id }) => id)));
    const { policy } = await loadPolicy(await written(text("cis-docker:4.1")), [], known);
    const mapping = { framework: "PCI DSS 4.0", ids: ["2.2.6"], source: "paper" };
    const [control] = rules.flatMap(({ controls }) => controls).filter(({ id }) => id === "cis-docker:4.1");
    expect(mappingsOf(control ?? { id: "", mappings: [] }, policy).slice(-1)).toEqual([mapping]);
    expect(mappingsOf({ id: "cis-docker:4.2", mappings: [] }, policy)).toEqual([]);
    const fault = await faultOf(loadPolicy(await written(text("cis-docker:9.9")), [], known));
    expect(fault).toBe("3:16 there is no control cis-docker:9.9");
  });

  it("that is a folder, a pipe, too large or not there is not read", async () => {
    const at = join(folder, "folder");
    await mkdir(at, { recursive: true });
    expect(await faultOf(loadPolicy(at))).toMatch(/^not-readable: it is (no regular file|a folder)/);
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    expect(await faultOf(loadPolicy(pipe))).toBe("not-readable: it is no regular file");
    expect(await faultOf(loadPolicy(await written(Buffer.alloc(9 * 1024 * 1024, "#"))))).toMatch(/larger than/);
    expect(await faultOf(loadPolicy(join(folder, "none.yaml")))).toBe("not-readable: no such file or folder");
  });
});

const head = "schema: plimsoll/waivers@1\n";
const good = {
  id: "one-waiver",
  control: "cis-docker:4.8",
  scope: "{paths: [/usr/bin/su]}",
  reason: "because",
  requester: "Ana",
  created: "2026-11-01",
  until: "2027-01-31",
  rules: "{benchmark: cis-docker, version: 2026.11.1}",
};
/** One waiver, a key a line, the first of them on line 3. */
function waiver(change: Record<string, string | null> = {}): string {
  const fields = Object.entries({ ...good, ...change }).filter(([, value]) => value !== null);
  return `waivers:\n${fields.map(([key, value], index) => `${index === 0 ? "  - " : "    "}${key}: ${value}\n`).join("")}`;
}

describe("a file of waivers", () => {
  it("as documented loads", async () => {
    const set = await loadWaivers("docs/examples/waivers.yaml", rules);
    expect(set).toMatchObject({ approver: "required", maximumDays: 180 });
    expect(set.waivers.map(({ id }) => id)).toEqual([
      "su-in-legacy-jobs",
      expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      "root-in-proxy",
    ]);
  });

  it("may have none, and need not be there", async () => {
    for (const text of [head, `${head}waivers:\n`, `${head}waivers: []\n`])
      expect((await loadWaivers(await written(text), rules)).waivers).toEqual([]);
    expect(await loadWaiversIfThere(join(folder, "none.yaml"), rules)).toBeNull();
    expect(await faultOf(loadWaivers(join(folder, "none.yaml"), rules))).toBe("not-readable: no such file or folder");
  });

  it("gives the same id to the same request, another to another", async () => {
    const idOf = async (change: Record<string, string | null>) =>
      (await loadWaivers(await written(head + waiver({ id: null, ...change })), rules)).waivers[0]?.id;
    expect(await idOf({})).toBe(await idOf({ reason: "other words", until: "2027-02-01" }));
    expect(await idOf({})).not.toBe(await idOf({ requester: "Eve" }));
  });

  it.each([
    ["an unknown control", waiver({ control: "cis-docker:9.99" }), /^4:5 there is no control cis-docker:9\.99$/],
    ["no reason", waiver({ reason: null }), /^3:5 waivers\.0\.reason: /],
    ["an empty reason", waiver({ reason: '"  "' }), /^6:5 waivers\.0\.reason: it is empty/],
    ["no scope", waiver({ scope: null }), /^3:5 waivers\.0\.scope: /],
    ["an empty scope", waiver({ scope: "{}" }), /^5:5 waivers\.0\.scope: name what it covers/],
    ["an empty list", waiver({ scope: "{paths: []}" }), /^5:13 waivers\.0\.scope\.paths: /],
    [
      "everything beside a path",
      waiver({ scope: "{everything: true, paths: [/a]}" }),
      /^5:5 .*everything stands alone/,
    ],
    ["everything: false", waiver({ scope: "{everything: false}" }), /^5:13 /],
    ["an unknown scope", waiver({ scope: "{tags: [a]}" }), /^5:13 .*tags/],
    ["half a digest", waiver({ scope: '{digests: ["sha256:abc"]}' }), /^5:23 .*64 hex digits/],
    ["a relative path", waiver({ scope: "{paths: [usr/bin/su]}" }), /^5:21 .*absolute/],
    ["a day that does not exist", waiver({ until: "2027-02-30" }), /^9:5 waivers\.0\.until: /],
    ["an end before its beginning", waiver({ until: "2026-10-31" }), /^9:5 until: 2026-10-31 lies before/],
    ["an end in the year 2666", waiver({ until: "2666-01-01" }), /^9:5 until: .* holds for 180 days at most$/],
    ["one day too many", waiver({ until: "2027-05-01" }), /^9:5 until: 2027-05-01 is 181 days after 2026-11-01/],
    ["an approver without a day", waiver({ approver: "Ben" }), /^11:5 approver: /],
    ["a day without an approver", waiver({ approved: "2026-11-02" }), /^11:5 approved: /],
    ["an approval before the request", waiver({ approver: "Ben", approved: "2026-10-01" }), /^12:5 approved: /],
    ["rules of another benchmark", waiver({ rules: "{benchmark: image-srg, version: '1'}" }), /^10:13 rules: /],
    ["rules without a version", waiver({ rules: "{benchmark: cis-docker}" }), /^10:5 /],
    ["an unknown key", waiver({ expires: "2027-01-01" }), /^11:5 .*expires/],
    ["an id of spaces", waiver({ id: '"a b c"' }), /^3:5 waivers\.0\.id: /],
    ["the same waiver twice", waiver() + waiver().replace("waivers:\n", ""), /^11:5 .*stands twice, also as number 1/],
    ["revoked before it was made", waiver({ revoked: "{by: Eve, on: 2026-10-01}" }), /^11:24 on: /],
    [
      "a renewal before its beginning",
      waiver({ renewals: `[{on: 2026-10-01, by: Ana, until: 2026-12-01, rules: ${good.rules}}]` }),
      /^\d+:\d+ (on|until): /,
    ],
    [
      "a former stretch that was too long",
      waiver({ renewals: `[{on: 2026-12-01, by: Ana, until: 2030-12-01, rules: ${good.rules}}]` }),
      /^11:\d+ until: /,
    ],
    ["more days than a header may say", `maximumDays: 367\n${waiver()}`, /^2:1 maximumDays/],
    ["an unknown need of approval", `approver: never\n${waiver()}`, /^2:1 approver/],
  ])("with %s is refused", async (_, text, fault) => {
    expect(await faultOf(loadWaivers(await written(head + text), rules))).toMatch(fault);
  });

  it("may allow a year, and measures each renewal by itself", async () => {
    const year = waiver({ until: "2027-11-02" });
    expect((await loadWaivers(await written(`${head}maximumDays: 366\n${year}`), rules)).waivers).toHaveLength(1);
    const renewed = waiver({
      until: "2027-06-30",
      renewals: `[{on: 2027-01-15, by: Ana, until: 2027-01-31, rules: ${good.rules}}]`,
    });
    expect((await loadWaivers(await written(head + renewed), rules)).waivers[0]?.renewals).toHaveLength(1);
  });
});

describe("a file of answers", () => {
  const top = "schema: plimsoll/answers@1\nanswers:\n";
  const fields = {
    control: "cis-docker:4.3",
    subject: "{references: ['shop/api:*']}",
    status: "pass",
    by: "Dana",
    on: "2026-11-20",
    until: "2027-11-20",
    note: "looked at it",
  };
  const answer = (change: Record<string, string | null> = {}) =>
    Object.entries({ ...fields, ...change })
      .filter(([, value]) => value !== null)
      .map(([key, value], index) => `${index === 0 ? "  - " : "    "}${key}: ${value}\n`)
      .join("");

  it("as documented loads, and need not be there", async () => {
    expect((await loadAnswers("docs/examples/answers.yaml", rules)).answers).toHaveLength(1);
    expect(await loadAnswersIfThere(join(folder, "none.yaml"), rules)).toBeNull();
    expect((await loadAnswers(await written(top), rules)).answers).toEqual([]);
  });

  it.each([
    ["an unknown control", answer({ control: "x:1" }), /^3:5 there is no control x:1/],
    ["no subject", answer({ subject: null }), /^3:5 answers\.0\.subject/],
    ["every subject", answer({ subject: "{everything: true}" }), /^4:15 .*everything/],
    ["places", answer({ subject: "{paths: [/a]}" }), /^4:15 .*paths/],
    ["an answer that is none", answer({ status: "manual" }), /^5:5 answers\.0\.status/],
    ["no end", answer({ until: null }), /^3:5 answers\.0\.until/],
    ["more than 366 days", answer({ until: "2027-11-22" }), /^8:5 until: .* 366 days at most/],
    ["an end before it was given", answer({ until: "2026-11-19" }), /^8:5 until: /],
    ["no note", answer({ note: '""' }), /^9:5 answers\.0\.note/],
    ["an attachment without a digest", answer({ attachment: "{name: a.pdf}" }), /^10:5 /],
    ["a digest of another kind", answer({ attachment: "{name: a.pdf, sha256: abc}" }), /^10:31 .*64 hex/],
    ["the same twice", answer() + answer(), /^10:5 .*stands twice/],
  ])("with %s is refused", async (_, text, fault) => {
    expect(await faultOf(loadAnswers(await written(top + text), rules))).toMatch(fault);
  });
});

it("ids are version 5 UUIDs", () => {
  expect(uuid5("a")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(uuid5("a")).toBe(uuid5("a"));
  expect(uuid5("a")).not.toBe(uuid5("b"));
});
