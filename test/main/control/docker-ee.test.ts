// The Docker Enterprise STIG: each situation with its verdict, and the whole catalogue against the researched rules.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checks } from "../../../main/control/checks/index.ts";
import { surroundingChecks } from "../../../main/control/checks/surroundings.ts";
import { loadRules } from "../../../main/data/rules.ts";
import { cases, exceptions } from "../../cases/control/docker-ee.ts";
import { cases as ofEngines } from "../../cases/control/engine.ts";
import { cases as ofHosts } from "../../cases/control/host.ts";
import { findingIn, saidBy } from "../../support/container-case.ts";
import { needsReference, referenceFolder } from "../../support/reference-folder.ts";

const rules = await loadRules("assets/rules");
const set = rules.find(({ id }) => id === "docker-ee-stig");
const controls = set?.controls ?? [];

describe.each(Object.entries(cases))("%s", (control, situations) => {
  it("gives each situation its verdict, with evidence or a reason", () => {
    for (const given of situations) {
      const finding = findingIn(rules, control, given);
      const said = saidBy(finding);
      expect([given.name, finding?.status, said]).toEqual([given.name, given.expect, said]);
      expect(said).toMatch(given.says ?? /\S/);
      if (given.silent !== undefined) expect(said).not.toMatch(given.silent);
      expect(said).not.toMatch(/\{\w+\}|container\./);
      if (given.expect === "pass" || given.expect === "fail") expect(finding?.evidence).not.toEqual([]);
      else expect(finding?.reason).toMatch(/\S/);
    }
  });

  it("has a passing, a failing and an evidence-missing case, or says why not", () => {
    const expected = new Set(situations.map(({ expect: status }) => status));
    const missing = (["pass", "fail", "not-assessed"] as const).filter((status) => !expected.has(status));
    expect([control, missing.length > 0]).toEqual([control, exceptions[control] !== undefined]);
  });
});

it("is written for a product without support, and says so", () => {
  expect(set).toMatchObject({ edition: "V2R2", date: "2024-07-24" });
  expect(set?.supersededBy?.en).toMatch(/without support/);
});

it("every rule has its situations, here or with the rules of engines and hosts", () => {
  const ids = controls.map(({ id }) => id);
  expect(ids).toHaveLength(101);
  expect(Object.keys(cases).filter((id) => !ids.includes(id))).toEqual([]);
  const tables = [cases, ofEngines, ofHosts];
  expect(ids.filter((id) => tables.filter((table) => (table[id] ?? []).length > 0).length !== 1)).toEqual([]);
});

it("every rule has a check, and 73 of them evidence other than a person's word", (context) => {
  needsReference(context);
  const decided = new Set([...checks, ...surroundingChecks].flatMap((check) => check.decides));
  expect(controls.filter(({ id }) => !decided.has(id))).toEqual([]);
  const evaluable = reference().filter((row) => row.evaluable_from !== "manual");
  expect(evaluable).toHaveLength(73);
  const inProductOrOutside = Object.keys(exceptions);
  const byPerson = evaluable.filter((row) => inProductOrOutside.includes(`docker-ee-stig:${row.id}`));
  expect(byPerson.map(({ id }) => id)).toEqual(["DKER-EE-004040"]);
});

it("the catalogue has ids, categories, SRG, CCI and revision 5 references of the reference", (context) => {
  needsReference(context);
  const own = controls.map(({ id, severity, stig, mappings }) => ({
    id,
    severity,
    stig,
    cci: mappings.find(({ framework }) => framework === "DISA CCI")?.ids,
    nist: mappings.find(({ framework }) => framework === "NIST SP 800-53 Rev. 5")?.ids ?? [],
  }));
  const wanted = reference().map((row) => ({
    id: `docker-ee-stig:${row.id}`,
    severity: row.severity,
    stig: {
      vulnId: row.vuln_id,
      ruleId: row.rule_id,
      stigId: row.id,
      srg: [row.srg],
      cat: row.cat.replace("CAT ", ""),
      ...(row.legacy_ids.length === 0 ? {} : { legacyIds: row.legacy_ids }),
    },
    cci: row.cci.slice().sort(),
    nist: row.nist_800_53_r5,
  }));
  const ordered = <T extends { id: string }>(list: readonly T[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(ordered(own)).toEqual(ordered(wanted));
  const categories = controls.map(({ stig }) => stig?.cat);
  expect(["I", "II", "III"].map((cat) => categories.filter((each) => each === cat).length)).toEqual([24, 72, 5]);
});

interface Row {
  readonly group: string;
  readonly id: string;
  readonly vuln_id: string;
  readonly rule_id: string;
  readonly legacy_ids: readonly string[];
  readonly severity: string;
  readonly cat: string;
  readonly srg: string;
  readonly cci: readonly string[];
  readonly nist_800_53_r5: readonly string[];
  readonly evaluable_from: string;
}

function reference(): readonly Row[] {
  const rows: readonly Row[] = JSON.parse(readFileSync(`${referenceFolder}/controls-stig.json`, "utf8"));
  return rows.filter(({ group }) => group === "docker-enterprise-stig");
}
