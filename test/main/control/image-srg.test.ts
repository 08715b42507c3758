// Controls aligned with the SRGs: each situation with its verdict, and the catalogue against the researched rows.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { imageSrgChecks } from "../../../main/control/checks/image-srg/index.ts";
import { judgeControls } from "../../../main/control/judge.ts";
import { judgeSurroundings } from "../../../main/control/judge-surroundings.ts";
import { loadRules } from "../../../main/data/rules.ts";
import { readRepositories } from "../../../main/inspect/system/trust-apk.ts";
import type { Control, RuleSet } from "../../../shared/model/control.ts";
import { Facts } from "../../../shared/model/facts.ts";
import type { Finding } from "../../../shared/model/finding.ts";
import { Policy } from "../../../shared/model/policy.ts";
import { defaultParameters } from "../../../shared/policy-defaults.ts";
import { say } from "../../../shared/wording/say.ts";
import type { SrgCase } from "../../cases/control/image-srg/situation.ts";
import { cases, exceptions } from "../../cases/control/image-srg.ts";
import { factsWith, imageWith } from "../../support/facts.ts";
import { day } from "../../support/kept-run.ts";
import { needsReference, referenceFolder } from "../../support/reference-folder.ts";
import { containerFacts, engineFacts, surroundings } from "../../support/surroundings.ts";

const rules = await loadRules("assets/rules");
const found = rules.find(({ id }) => id === "image-srg");
if (found === undefined) throw new Error("the catalogue has no image-srg");
const set: RuleSet = found;
const today = day("2026-11-24");

function findingOf(control: Control, { facts, image, policy, container, engine }: SrgCase): Finding | undefined {
  const one: RuleSet[] = [{ ...set, controls: [control] }];
  const chosen = Policy.parse({ schema: "plimsoll/policy@1", parameters: policy ?? {} });
  if (control.scope === "image") {
    const subject = { image: { ...imageWith([]), ...image }, facts: factsWith(facts) };
    return judgeControls(subject, one, today, chosen)[0];
  }
  const scope = control.scope === "container" ? "container" : "engine";
  const around = surroundings({ engine: engineFacts(engine), containers: [containerFacts(container)] });
  return judgeSurroundings(around, [scope], one, today, chosen)[0]?.findings[0];
}

describe.each(set.controls.map((control) => [control.id, control] as const))("%s", (id, control) => {
  it.each(cases[id] ?? [])("$name: $expect", (given) => {
    if (given.facts !== undefined) expect(Facts.safeParse(factsWith(given.facts)).error).toBeUndefined();
    const finding = findingOf(control, given);
    const said = [finding?.reason ?? "", ...(finding?.evidence ?? []).map((e) => `${e.where}: ${e.detail}`)].join("\n");
    expect([finding?.status, said]).toEqual([given.expect, said]);
    expect(said).toMatch(given.says ?? /\S/);
    expect(said).not.toMatch(/\{\w+\}|srg\./);
    // What a secret looks like is the same in every language.
    for (const { phrase, detail } of finding?.evidence ?? []) {
      if (phrase !== undefined && phrase.key !== "control.secret-pattern") expect(say(phrase, "de")).not.toBe(detail);
    }
    if (given.expect === "pass" || given.expect === "fail") expect(finding?.evidence).not.toEqual([]);
    else expect(finding?.reason).toMatch(/\S/);
  });

  it("has a passing, a failing and an evidence-missing case, or says why not", () => {
    const expected = new Set((cases[id] ?? []).map(({ expect: status }) => status));
    const missing = (["pass", "fail", "not-assessed"] as const).filter((status) => !expected.has(status));
    expect([id, missing.length > 0]).toEqual([id, exceptions[id] !== undefined]);
  });
});

it("has no case of a control that is not there", () => {
  const ids = set.controls.map(({ id }) => id);
  expect(Object.keys(cases).filter((id) => !ids.includes(id))).toEqual([]);
  expect(Object.keys(exceptions).filter((id) => !ids.includes(id))).toEqual([]);
});

it("takes every image control but the minor ones together", () => {
  const whole = imageSrgChecks.find(({ decides }) => decides.includes("image-srg:stig-config"));
  const images = set.controls.filter(({ scope, severity }) => scope === "image" && severity !== "low");
  const failing = { image: imageWith([]), facts: factsWith({}) };
  const policy = defaultParameters;
  const verdict = whole?.judge({ ...failing, on: today, policy });
  const failed = judgeControls(failing, [set], today).filter(
    ({ status, control }) =>
      status === "fail" && images.some(({ id }) => id === control) && !control.endsWith("stig-config"),
  );
  expect(failed.length).toBeGreaterThan(0);
  expect(verdict?.evidence?.map(({ where }) => where).sort()).toEqual(failed.map(({ control }) => control).sort());
});

it("knows the words of apk's reader for a missing key", () => {
  const detail = readRepositories("https://mirror.example/main\n", false).otherwise ?? "";
  const setting = { manager: "apk", path: "/etc/apk/repositories", layer: 0, state: "ok", detail } as const;
  const facts = factsWith({ packageTrust: [setting] });
  const finding = judgeControls({ image: imageWith([]), facts }, [set], today).find(
    ({ control }) => control === "image-srg:sig-config",
  );
  expect(finding).toMatchObject({ status: "fail", evidence: [{ detail: expect.stringContaining("no keys") }, {}] });
});

const Row = z.object({
  id: z.string(),
  group: z.string(),
  vuln_id: z.string().nullable(),
  rule_id: z.string().nullable(),
  severity: z.string(),
  scope: z.string(),
  requirements: z.array(z.object({ srg: z.string(), cci: z.array(z.string()), nist_800_53_r5: z.array(z.string()) })),
});

it("states what the research found for each of the fifty rows", (context) => {
  needsReference(context);
  const text = readFileSync(`${referenceFolder}/controls-stig.json`, "utf8");
  const rows = z
    .array(Row)
    .parse((JSON.parse(text) as { group: string }[]).filter(({ group }) => group !== "docker-enterprise-stig"));
  const sorted = (values: readonly string[]) => [...new Set(values)].sort();
  const ids = (control: Control | undefined, framework: string) =>
    sorted(control?.mappings.filter((one) => one.framework === framework).flatMap((one) => one.ids) ?? []);
  expect(rows).toHaveLength(50);
  expect(sorted(set.controls.map(({ id }) => id))).toEqual(
    sorted(rows.map(({ id }) => `image-srg:${id.split("#")[1]}`)),
  );
  for (const row of rows) {
    const id = `image-srg:${row.id.split("#")[1]}`;
    const control = set.controls.find((one) => one.id === id);
    expect([id, control?.severity]).toEqual([id, row.severity]);
    expect([id, control?.stig?.vulnId ?? null, control?.stig?.ruleId ?? null]).toEqual([id, row.vuln_id, row.rule_id]);
    expect(control?.unchecked).toBeUndefined();
    if (row.requirements.length === 0) continue;
    expect([id, ids(control, "DISA SRG")]).toEqual([id, sorted(row.requirements.map(({ srg }) => srg))]);
    expect([id, ids(control, "DISA CCI")]).toEqual([id, sorted(row.requirements.flatMap(({ cci }) => cci))]);
    expect([id, ids(control, "NIST SP 800-53 Rev. 5")]).toEqual([
      id,
      sorted(row.requirements.flatMap((one) => one.nist_800_53_r5)),
    ]);
  }
});
