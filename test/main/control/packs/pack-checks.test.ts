// Packs that are wrong or hostile: each is refused at its line and column, or ends as an error, and never as a pass.
import { afterAll, describe, expect, it } from "vitest";
import { judgeControls } from "../../../../main/control/judge.ts";
import { packChecks } from "../../../../main/control/packs/pack-checks.ts";
import { loadPacks } from "../../../../main/data/pack.ts";
import type { Facts } from "../../../../shared/model/facts.ts";
import { type Failure, FailureError } from "../../../../shared/model/failure.ts";
import type { Finding } from "../../../../shared/model/finding.ts";
import { factsWith, imageWith } from "../../../support/facts.ts";
import { day } from "../../../support/kept-run.ts";
import { packControl, packFolders, packHead, packWith } from "../../../support/pack-folder.ts";

const folders = packFolders();
afterAll(folders.remove);

async function failure(
  files: Readonly<Record<string, string>>,
): Promise<Extract<Failure, { kind: "catalogue-invalid" }>> {
  const folder = folders.of(files);
  const error = await loadPacks([folder])
    .then((packs) => packChecks(packs))
    .then(
      () => null,
      (reason: unknown) => reason,
    );
  if (!(error instanceof FailureError) || error.failure.kind !== "catalogue-invalid")
    throw new Error(`not refused as it should be: ${String(error)}`);
  return error.failure;
}

async function judged(check: string, facts: Partial<Facts> = {}): Promise<Finding> {
  const packs = await loadPacks([folders.of(packWith(check))]);
  const sets = packs.map(({ set }) => set);
  const subject = { image: imageWith([]), facts: factsWith(facts) };
  const [finding] = judgeControls(subject, sets, day("2026-11-24"), undefined, packChecks(packs).checks);
  if (finding === undefined) throw new Error("no finding");
  return finding;
}

describe("a pack is refused with file, line and column", () => {
  it.each<[string, string, { line: number; column: number; cause: RegExp }]>([
    [
      "does not parse",
      "needs: [config]\nexpression: facts.config.user == (",
      { line: 15, column: 41, cause: /Unexpected|Expected/ },
    ],
    [
      "misspells a field",
      "needs: [config]\nexpression: facts.config.usr == 'a'",
      { line: 15, column: 32, cause: /usr/ },
    ],
    [
      "misspells a field in has()",
      "needs: [config]\nexpression: has(facts.config.usr)",
      { line: 15, column: 36, cause: /usr/ },
    ],
    [
      "misspells a field in has() of a list's item",
      "needs: [packages]\nexpression: facts.packages.all(p, has(p.sauce))",
      { line: 15, column: 47, cause: /sauce/ },
    ],
    [
      "reads a fact it does not name",
      "needs: [config]\nexpression: size(facts.packages) == 0",
      { line: 15, column: 30, cause: /packages/ },
    ],
    [
      "mixes types",
      "needs: [config]\nexpression: facts.config.user + 1 == 'a'",
      { line: 15, column: 19, cause: /string \+ int/ },
    ],
    ["gives no bool", "needs: [config]\nexpression: size(facts.config.env)", { line: 15, column: 19, cause: /int/ }],
    [
      "uses matches",
      "needs: [config]\nexpression: facts.config.user.matches('^(a+)+$')",
      { line: 15, column: 19, cause: /re\(/ },
    ],
    [
      "calls what is not offered",
      "needs: [config]\nexpression: facts.config.user.reverse() == 'a'",
      { line: 15, column: 19, cause: /reverse/ },
    ],
    [
      "calls the stand-in of has",
      "needs: [config]\nexpression: hav(facts.config.user)",
      { line: 15, column: 19, cause: /hav/ },
    ],
    [
      "computes a pattern",
      "needs: [config]\nexpression: facts.config.user.re('a' + 'b')",
      { line: 15, column: 40, cause: /quotes/ },
    ],
    [
      "has a wrong pattern",
      "needs: [config]\nexpression: facts.config.user.re('(?=a)')",
      { line: 15, column: 40, cause: /Perl/ },
    ],
    [
      "has a pattern that grows",
      "needs: [config]\nexpression: facts.config.user.re('(((a{30}){30}){30})')",
      { line: 15, column: 40, cause: /repeat/ },
    ],
    [
      "names an unknown fact",
      "needs: [config, nonsense]\nexpression: 'true'",
      { line: 14, column: 23, cause: /nonsense/ },
    ],
    [
      "gives no list as evidence",
      "needs: [config]\nexpression: 'true'\nevidence: facts.config.user",
      { line: 16, column: 17, cause: /list/ },
    ],
    [
      "gives no reason for when",
      "needs: [config]\nwhen: 'true'\nexpression: 'true'",
      { line: 15, column: 7, cause: /not-applicable/ },
    ],
    [
      "has a fault in a literal block",
      "needs: [config]\nexpression: |\n  facts.config.user == 'a'\n    || facts.config.usr == 'b'",
      { line: 17, column: 27, cause: /usr/ },
    ],
    [
      "has a fault in a folded block",
      "needs: [config]\nexpression: >-\n  facts.config.user == 'a'\n  || facts.config.usr == 'b'",
      { line: 17, column: 25, cause: /usr/ },
    ],
    [
      "has a fault in a plain text of two lines",
      "needs: [config]\nexpression: facts.config.user == 'a'\n  || facts.config.usr == 'b'",
      { line: 16, column: 25, cause: /usr/ },
    ],
    [
      "has a fault in single quotes",
      "needs: [config]\nexpression: 'facts.config.user == ''a'' || facts.config.usr == ''b'''",
      { line: 15, column: 63, cause: /usr/ },
    ],
    [
      "has a fault in double quotes",
      'needs: [config]\nexpression: "facts.config.user == \\"a\\" || facts.config.usr == \\"b\\""',
      { line: 15, column: 63, cause: /usr/ },
    ],
    [
      "has a field that nobody knows",
      "needs: [config]\nexpresion: 'true'",
      { line: 13, column: 5, cause: /expression/ },
    ],
  ])("that %s", async (_, check, { line, column, cause }) => {
    const found = await failure(packWith(check));
    expect(found.cause).toMatch(cause);
    expect({ line: found.line, column: found.column }).toEqual({ line, column });
    expect(found.file).toMatch(/a\.yaml$/);
  });

  const check = "    check: { needs: [config], expression: 'true' }\n";
  it.each<[string, Record<string, string>, RegExp]>([
    ["has no head", { "a.yaml": `controls:\n${packControl("one")}${check}` }, /benchmark\.yaml/],
    ["has no controls", { "benchmark.yaml": packHead }, /no controls/],
    ["has the id of a benchmark", { "benchmark.yaml": packHead.replace("own", "cis-docker") }, /cis-docker/],
    [
      "repeats a control",
      { ...packWith("needs: [config]\nexpression: 'true'"), "b.yaml": `controls:\n${packControl("one")}${check}` },
      /twice/,
    ],
    [
      "has a control of another",
      {
        "benchmark.yaml": packHead,
        "a.yaml": `controls:\n${packControl("one").replace("own:", "cis-docker:")}${check}`,
      },
      /does not begin/,
    ],
    [
      "decides and does not decide",
      { "benchmark.yaml": packHead, "a.yaml": `controls:\n${packControl("one")}` },
      /either/,
    ],
    ["asks an image for facts of an engine", packWith("needs: [engine.info]\nexpression: 'true'"), /engine\.info/],
    ["breaks as YAML", { "benchmark.yaml": packHead, "a.yaml": "controls: [" }, /./],
    ["is larger than any pack", { "benchmark.yaml": packHead, "a.yaml": "#".repeat(1024 * 1024 + 1) }, /larger/],
  ])("that %s", async (_, files, cause) => {
    expect((await failure(files)).cause).toMatch(cause);
  });

  it("that is given twice", async () => {
    const files = packWith("needs: [config]\nexpression: 'true'");
    await expect(loadPacks([folders.of(files), folders.of(files)])).rejects.toThrow(/also in/);
  });
});

/** A text of sixteen characters, put together with itself so many times. */
function doubled(times: number): string {
  return Array.from({ length: times }).reduce<string>((text) => `[${text}].map(a, a + a)[0]`, "'aaaaaaaaaaaaaaaa'");
}

describe("a rule that cannot be decided", () => {
  it("is an error that says why, and at which field", async () => {
    const finding = await judged("needs: [config]\nexpression: facts.config.labels['nope'] == 'a'");
    expect(finding.status).toBe("error");
    expect(finding.reason).toContain("expression: No such key: nope");
  });

  it("is an error where it gives what is neither true nor false", async () => {
    const finding = await judged("needs: [external]\nexpression: facts.external[0].data", {
      external: [{ kind: "k", source: "s", digest: "d", date: null, verified: false, data: { a: 1 } }],
    });
    expect(finding.reason).toContain("not true or false");
  });

  it("is an error where its evidence is no evidence", async () => {
    const finding = await judged("needs: [config]\nexpression: 'true'\nevidence: '[[1]]'");
    expect(finding).toMatchObject({ status: "error" });
  });

  it.each<[string, string]>([
    [
      "nested quantifiers",
      "facts.packages.all(a, facts.packages.all(b, facts.packages.all(c, a.name != 'x' && b.name + c.name != 'yz')))",
    ],
    [
      "errors swallowed in quantifiers",
      "facts.packages.exists(a, facts.packages.exists(b, facts.packages.exists(c, a.name == b.version + c.name)) || true)",
    ],
    ["texts that double", `size(${doubled(24)}) > 0`],
    [
      "lists that grow",
      "size(facts.packages.map(a, facts.packages.map(b, facts.packages))) > 0 && facts.packages.map(a, facts.packages.map(b, b.name + a.name)).all(l, l.all(x, x in l))",
    ],
    ["lists compared again and again", "facts.packages.all(p, facts.packages == facts.packages.map(q, q))"],
    [
      "a pattern searched again and again",
      "facts.packages.all(p, facts.packages.all(q, (p.name + q.name).re('(x+x+)+y|(a|aa)+$') || true))",
    ],
  ])("ends: %s", async (_, expression) => {
    const packages = Array.from({ length: 3_000 }, (_unused, index) => ({
      type: "deb" as const,
      name: `package-${index}`,
      version: "1.0",
      arch: "amd64",
      layer: 0,
      path: "/var/lib/dpkg/status",
    }));
    const finding = await judged(`needs: [packages]\nexpression: |\n  ${expression}`, { packages });
    expect([finding.status, finding.reason]).toEqual(["error", expect.stringContaining("more work than a rule may")]);
  });

  it("is told the same way by any machine: work is counted, not timed", async () => {
    const packages = Array.from({ length: 250 }, (_, index) => ({
      type: "deb" as const,
      name: `p${index}`,
      version: "1",
      arch: "amd64",
      layer: 0,
      path: "/p",
    }));
    const check = "needs: [packages]\nexpression: facts.packages.all(a, facts.packages.all(b, a.name != b.name + 'x'))";
    expect((await judged(check, { packages })).status).toBe("pass");
    const more = [...packages, ...packages, ...packages, ...packages];
    expect((await judged(check, { packages: more })).status).toBe("error");
  });

  it("sees an image's own words as values alone", async () => {
    const labels = JSON.parse('{"constructor": "a", "__proto__": "b", "toString": "c"}') as Record<string, string>;
    const finding = await judged(
      "needs: [config]\nexpression: facts.config.labels['constructor'] == 'a' && facts.config.labels['__proto__'] == 'b' && size(facts.config.labels) == 3",
      { config: { ...factsWith().config, labels } },
    );
    expect(finding.status).toBe("pass");
  });

  it.each(["constructor", "__proto__", "prototype", "process", "globalThis", "this", "require"])(
    "cannot reach %s",
    async (name) => {
      expect((await failure(packWith(`needs: [config]\nexpression: ${name} == 'a'`))).cause).not.toBe("");
      expect((await failure(packWith(`needs: [config]\nexpression: facts.config.${name} == 'a'`))).cause).not.toBe("");
    },
  );
});
