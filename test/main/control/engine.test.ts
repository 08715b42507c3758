// Every control of an engine with the verdict that each situation deserves, judged by the real catalogue.
import { describe, expect, it } from "vitest";
import { engineChecks } from "../../../main/control/checks/engine/index.ts";
import { loadRules } from "../../../main/data/rules.ts";
import { cases, exceptions } from "../../cases/control/engine.ts";
import { findingIn, linesOf } from "../../support/surrounding-case.ts";

const rules = await loadRules("assets/rules");

describe.each(Object.entries(cases))("%s", (control, table) => {
  it.each(table)("$name", (one) => {
    const finding = findingIn(rules, control, one);
    expect({ status: finding.status, lines: linesOf(finding) }).toMatchObject({ status: one.expect });
    if (one.says !== undefined) expect(linesOf(finding)).toMatch(one.says);
    if (["pass", "fail"].includes(finding.status)) expect(finding.evidence.length).toBeGreaterThan(0);
    else expect(finding.reason).toMatch(/\S/);
  });
});

describe("the cases", () => {
  it("have pass, fail and missing evidence for each control that is decided, unless one is an exception", () => {
    const decided = engineChecks.flatMap((check) => check.decides).filter((id) => cases[id] !== undefined);
    const lacking = decided.filter((id) => {
      const seen = new Set(cases[id]?.map((one) => one.expect));
      return !(["pass", "fail", "not-assessed"] as const).every((status) => seen.has(status));
    });
    expect(lacking.sort()).toEqual(Object.keys(exceptions).sort());
  });

  it("are there for every control of sections 1, 2, 6 and 7 that an engine answers", () => {
    const ids = rules
      .flatMap((set) => set.controls)
      .filter(({ id, scope }) => scope === "engine" && /^cis-docker:[1267]\./.test(id))
      .map(({ id }) => id);
    expect(ids.length).toBe(27);
    expect(ids.filter((id) => cases[id] === undefined)).toEqual([]);
  });
});
