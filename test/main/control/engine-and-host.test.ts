// Every control of an engine or a host with the verdict that each situation deserves, judged by the real catalogue.
import { describe, expect, it } from "vitest";
import { engineChecks } from "../../../main/control/checks/engine/index.ts";
import { hostChecks } from "../../../main/control/checks/host/index.ts";
import { loadRules } from "../../../main/data/rules.ts";
import * as engine from "../../cases/control/engine.ts";
import * as host from "../../cases/control/host.ts";
import { findingIn, linesOf } from "../../support/surrounding-case.ts";

const rules = await loadRules("assets/rules");

describe.each(Object.entries({ ...engine.cases, ...host.cases }))("%s", (control, table) => {
  it.each(table)("$name", (one) => {
    const finding = findingIn(rules, control, one);
    expect({ status: finding.status, lines: linesOf(finding) }).toMatchObject({ status: one.expect });
    if (one.says !== undefined) expect(linesOf(finding)).toMatch(one.says);
    if (["pass", "fail"].includes(finding.status)) expect(finding.evidence.length).toBeGreaterThan(0);
    else expect(finding.reason).toMatch(/\S/);
  });
});

describe.each([
  { scope: "engine", checks: engineChecks, ...engine, sections: /^cis-docker:[1267]\./, count: 27, without: [] },
  // Whether the host is hardened at large is asked of a person, whatever is seen.
  { scope: "host", checks: hostChecks, ...host, sections: /^cis-docker:[123]\./, count: 47, without: ["1.2.1"] },
] as const)("the cases of $scope", ({ scope, checks, cases, exceptions, sections, count, without }) => {
  it("are of controls that the other has not", () => {
    expect(Object.keys(engine.cases).filter((id) => id in host.cases)).toEqual([]);
  });

  it("have pass, fail and missing evidence for each control that is decided, unless one is an exception", () => {
    const decided = checks.flatMap((check) => check.decides).filter((id) => cases[id] !== undefined);
    expect(decided.length).toBeGreaterThan(20);
    const lacking = decided.filter((id) => {
      const seen = new Set(cases[id]?.map((one) => one.expect));
      return !(["pass", "fail", "not-assessed"] as const).every((status) => seen.has(status));
    });
    expect(lacking.sort()).toEqual(Object.keys(exceptions).sort());
  });

  it("are there for every control of its sections of CIS", () => {
    const ids = rules
      .flatMap((set) => set.controls)
      .filter((control) => control.scope === scope && sections.test(control.id))
      .map(({ id }) => id);
    expect(ids.length).toBe(count);
    expect(ids.filter((id) => cases[id] === undefined)).toEqual(without.map((number) => `cis-docker:${number}`));
  });
});
