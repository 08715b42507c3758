// Rules aligned with the DHI GPOS profile: each situation with its verdict, and the catalogue against the researched profile.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hostControls } from "../../../main/control/checks/gpos/host-controls.ts";
import { gposChecks } from "../../../main/control/checks/gpos/index.ts";
import { judgeControls } from "../../../main/control/judge.ts";
import { judgeSurroundings } from "../../../main/control/judge-surroundings.ts";
import { loadRules } from "../../../main/data/rules.ts";
import type { Control, RuleSet } from "../../../shared/model/control.ts";
import { Facts } from "../../../shared/model/facts.ts";
import type { Finding } from "../../../shared/model/finding.ts";
import { Policy } from "../../../shared/model/policy.ts";
import type { GposCase } from "../../cases/control/gpos/situation.ts";
import { cases, exceptions } from "../../cases/control/gpos.ts";
import { factsWith, imageWith } from "../../support/facts.ts";
import { day } from "../../support/kept-run.ts";
import { needsReference, referenceFolder } from "../../support/reference-folder.ts";
import { hostFacts, surroundings } from "../../support/surroundings.ts";

const rules = await loadRules("assets/rules");
const set = rules.find(({ id }) => id === "dhi-gpos");
if (set === undefined) throw new Error("the catalogue has no dhi-gpos");
const today = day("2026-11-24");

function findingOf(control: Control, { facts, lacking, host, policy }: GposCase): Finding | undefined {
  const one: RuleSet[] = [{ ...(set as RuleSet), controls: [control] }];
  const chosen = Policy.parse({ schema: "plimsoll/policy@1", parameters: policy ?? {} });
  if (host !== undefined) {
    const around = surroundings({ host: host === null ? null : hostFacts(host) });
    return judgeSurroundings(around, ["host"], one, today, chosen)[0]?.findings[0];
  }
  const read = factsWith(facts);
  if (lacking !== undefined) delete read[lacking];
  return judgeControls({ image: imageWith([]), facts: read }, one, today, chosen)[0];
}

describe.each(set.controls.map((control) => [control.id, control] as const))("%s", (id, control) => {
  it("gives each situation its verdict, with evidence or a reason", () => {
    for (const given of cases[id] ?? []) {
      if (given.facts !== undefined) expect(Facts.safeParse(factsWith(given.facts)).error).toBeUndefined();
      const finding = findingOf(control, given);
      const said = [finding?.reason ?? "", ...(finding?.evidence ?? []).map((e) => `${e.where}: ${e.detail}`)].join(
        "\n",
      );
      expect([given.name, finding?.status, said]).toEqual([given.name, given.expect, said]);
      expect(said).toMatch(given.says ?? /\S/);
      expect(said).not.toMatch(/[{}]|gpos\./);
      if (given.expect === "pass" || given.expect === "fail") expect(finding?.evidence).not.toEqual([]);
      else expect(finding?.reason).toMatch(/\S/);
      const excused = (finding?.evidence ?? []).filter((e) => /the policy allows|^approved/.test(e.detail));
      if (given.expect === "fail") expect(excused.filter(({ beside }) => beside !== true)).toEqual([]);
    }
  });

  it("has a passing, a failing and an evidence-missing case, or says why not", () => {
    const expected = new Set((cases[id] ?? []).map(({ expect: status }) => status));
    const missing = (["pass", "fail", "not-assessed"] as const).filter((status) => !expected.has(status));
    expect([id, missing.length > 0]).toEqual([id, exceptions[id] !== undefined]);
    expect(expected.size).toBeGreaterThan(0);
  });
});

it("judges an image of another distribution by the same rules", () => {
  const facts = factsWith({ packages: [], executables: [] });
  const ids = judgeControls({ image: imageWith([]), facts }, [set], today).map(({ control }) => control);
  expect(ids).toHaveLength(196);
});

describe("the researched profile", () => {
  interface Row {
    id: string;
    severity: string;
    cci?: string;
  }
  const severities: Readonly<Record<string, string>> = { h: "high", m: "medium", l: "low" };

  /** Its lists `- **family** (n): V-1/h/000001 ...`, tested ones first. */
  function listed(): { tested: Map<string, Row[]>; left: Map<string, Row[]> } {
    const text = readFileSync(`${referenceFolder}/dhi.md`, "utf8");
    const [tested = "", left = ""] = text
      .slice(text.indexOf("Tested rules, as V-id"), text.indexOf("### 7.2"))
      .split("Not-applicable rules");
    return { tested: familiesOf(tested), left: familiesOf(left) };
  }

  function familiesOf(text: string): Map<string, Row[]> {
    return new Map(
      [...text.matchAll(/^- (?:\*\*)?([^*\n:]+?)(?:\*\*)? \((\d+)\): (.*)$/gm)].map(
        ([, name = "", count, ids = ""]) => {
          const rows = [...ids.matchAll(/(V-\d+)\/([hml])(?:\/(\d{6}))?/g)].map(
            ([, id = "", severity = "", cci]): Row => ({
              id: `dhi-gpos:${id}`,
              severity: severities[severity] ?? "",
              ...(cci === undefined ? {} : { cci: `CCI-${cci}` }),
            }),
          );
          expect([name, rows.length]).toEqual([name, Number(count)]);
          return [name, rows];
        },
      ),
    );
  }

  it("has the rules of the catalogue, with their severities and CCIs, and no others", (test) => {
    needsReference(test);
    const { tested, left } = listed();
    const rows = [...tested.values(), ...left.values()].flat();
    expect([rows.length, [...tested.values()].flat().length, [...left.values()].flat().length]).toEqual([198, 91, 107]);
    expect(set.controls.map(({ id, severity }) => `${id} ${severity}`).sort()).toEqual(
      rows.map(({ id, severity }) => `${id} ${severity}`).sort(),
    );
    const counted = (severity: string) => set.controls.filter((control) => control.severity === severity).length;
    expect([counted("high"), counted("medium"), counted("low")]).toEqual([18, 170, 10]);
    for (const { id, cci } of rows.filter((row) => row.cci !== undefined)) {
      const control = set.controls.find((one) => one.id === id);
      expect([id, control?.mappings[0]?.ids]).toEqual([id, expect.arrayContaining([cci])]);
    }
  });

  it("tests what one check each decides here", (test) => {
    needsReference(test);
    const { tested, left } = listed();
    const section = (id: string) => set.controls.find((control) => control.id === id)?.section ?? "";
    for (const [name, rows] of tested) {
      const ids = rows.map(({ id }) => id).sort();
      expect([name, new Set(ids.map(section)).size, section(ids[0] ?? "")]).toEqual([
        name,
        1,
        expect.stringMatching(/^Tested: /),
      ]);
      if (name === "aslr") continue;
      const deciding = gposChecks.filter((check) => check.decides.some((id) => ids.includes(id)));
      expect([name, deciding.map(({ decides }) => [...decides].sort())]).toEqual([name, [ids]]);
    }
    for (const { id } of [...left.values()].flat()) expect(section(id)).toMatch(/^Left to the host: /);
  });

  it("carries the ids that the reference has of the same rules", (test) => {
    needsReference(test);
    const rows: {
      requirements?: { vuln_id: string; rule_id: string; srg: string; cci: string[]; nist_800_53_r5: string[] }[];
    }[] = JSON.parse(readFileSync(`${referenceFolder}/controls-stig.json`, "utf8"));
    const known = rows.flatMap(({ requirements }) => requirements ?? []);
    const shared = set.controls.flatMap((control) =>
      known
        .filter(({ vuln_id }) => control.id === `dhi-gpos:${vuln_id}`)
        .map((requirement) => ({ control, requirement })),
    );
    expect(shared.length).toBeGreaterThan(50);
    for (const { control, requirement } of shared) {
      const ids = (framework: string) => control.mappings.find((one) => one.framework === framework)?.ids ?? [];
      expect([
        control.id,
        control.stig?.ruleId,
        control.stig?.srg,
        ids("DISA CCI"),
        ids("NIST SP 800-53 Rev. 5"),
      ]).toEqual([control.id, requirement.rule_id, [requirement.srg], requirement.cci, requirement.nist_800_53_r5]);
    }
  });
});

describe("controls of the host that a rule names", () => {
  const named = [...new Set<string>(Object.values(hostControls).flat())].sort();

  it("are those that the researched benchmarks have", (test) => {
    needsReference(test);
    const rowsOf = (name: string): { id: string }[] =>
      JSON.parse(readFileSync(`${referenceFolder}/controls-${name}.json`, "utf8"));
    const known = [
      ...rowsOf("cis-docker").map(({ id }) => `cis-docker:${id}`),
      ...rowsOf("stig").map(({ id }) => `docker-ee-stig:${id}`),
    ];
    for (const topic of Object.values(hostControls)) expect(topic.length).toBeGreaterThan(0);
    expect(named.filter((id) => !known.includes(id))).toEqual([]);
  });

  it.each(["cis-docker", "docker-ee-stig"])("are in our catalogue: %s", (benchmark) => {
    const known = rules.flatMap(({ controls }) => controls.map(({ id }) => id));
    const ours = named.filter((id) => id.startsWith(`${benchmark}:`));
    expect(ours.length).toBeGreaterThan(0);
    expect(ours.filter((id) => !known.includes(id))).toEqual([]);
  });
});
