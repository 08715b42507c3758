// Rules of CIS section 5: each situation with its verdict, and the catalogue against the researched benchmark.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadRules } from "../../../main/data/rules.ts";
import { cases, exceptions } from "../../cases/control/containers.ts";
import { findingIn, saidBy } from "../../support/container-case.ts";
import { needsReference, referenceFolder } from "../../support/reference-folder.ts";

const rules = await loadRules("assets/rules");
const section = rules.flatMap(({ controls }) => controls).filter(({ id }) => /^cis-docker:5\./.test(id));

describe.each(Object.entries(cases))("%s", (control, situations) => {
  it.each(situations)("$name: $expect", (given) => {
    const finding = findingIn(rules, control, given);
    const said = saidBy(finding);
    expect([finding?.status, said]).toEqual([given.expect, said]);
    expect(said).toMatch(given.says ?? /\S/);
    if (given.silent !== undefined) expect(said).not.toMatch(given.silent);
    expect(said).not.toMatch(/\{\w+\}|container\./);
    if (given.expect === "pass" || given.expect === "fail") expect(finding?.evidence).not.toEqual([]);
    else expect(finding?.reason).toMatch(/\S/);
  });

  it("has a passing, a failing and an evidence-missing case, or says why not", () => {
    const expected = new Set(situations.map(({ expect: status }) => status));
    const missing = (["pass", "fail", "not-assessed"] as const).filter((status) => !expected.has(status));
    expect([control, missing.length > 0]).toEqual([control, exceptions[control] !== undefined]);
  });
});

it("every rule of the section has its situations", () => {
  expect(Object.keys(cases).sort()).toEqual(section.map(({ id }) => id).sort());
});

it("one seen session stands although the list was cut", () => {
  const execs = [{ id: "e".repeat(64), privileged: true, user: "", running: true }];
  const given = { name: "", expect: "fail", container: { execs }, gaps: ["container.execs"] } as const;
  expect(findingIn(rules, "cis-docker:5.23", given)?.status).toBe("fail");
});

it("the catalogue has numbers, levels, status and mappings of the reference", (context) => {
  needsReference(context);
  const rows: readonly Row[] = JSON.parse(readFileSync(`${referenceFolder}/controls-cis-docker.json`, "utf8"));
  const reference = rows.filter(({ id }) => id.startsWith("5."));
  expect(section.map(({ id, level, assessment }) => [id, level, assessment])).toEqual(
    reference.map((row) => [`cis-docker:${row.id}`, row.level, row.assessment_status]),
  );
  expect(section.map(({ mappings }) => mappings.find(({ framework }) => framework === "CIS Controls v8")?.ids)).toEqual(
    reference.map((row) => row.cis_controls_v8),
  );
});

interface Row {
  readonly id: string;
  readonly level: number;
  readonly assessment_status: string;
  readonly cis_controls_v8: readonly string[];
}
