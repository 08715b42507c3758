// What a finding says in a language, and that it never says what was not judged.
import { describe, expect, it } from "vitest";
import { findingText } from "../../../../main/evidence/report/finding-text.ts";
import { auditRun, finding, ruleSet } from "../../../support/audit-run.ts";

const run = auditRun();
const more = (count: number): string => `+${count}`;

describe("the text of a finding", () => {
  it("takes title and remedy in the report's language from the rule set that judged", () => {
    const german = findingText(run, [ruleSet()], "de");
    expect(german.title(finding("4.9", { status: "fail" }))).toBe("COPY statt ADD");
    expect(german.remedy(finding("4.9", { status: "fail" }))).toContain("Das Dockerfile so ändern");
  });

  it("keeps the finding's own words where the rule set at hand is another one", () => {
    const german = findingText(run, [{ ...ruleSet(), digest: "0".repeat(64) }], "de");
    expect(german.title(finding("4.9", { status: "fail" }))).toBe("COPY rather than ADD");
  });

  it("falls back to the English reason where the wording tables lack the phrase", () => {
    const text = findingText(run, [ruleSet()], "de");
    const open = finding("4.4", { status: "not-assessed", reason: "no scan result", phrase: { key: "no.such.key" } });
    expect(text.reason(open)).toBe("no scan result");
    expect(text.reason(finding("4.9", { status: "pass" }))).toBeNull();
  });

  it("gives the reason as ground, else the first evidence and how many more there are", () => {
    const text = findingText(run, [ruleSet()], "en");
    const evidence = ["/a", "/b", "/c"].map((where) => ({ where, detail: "setuid" }));
    expect(text.ground(finding("4.8", { status: "fail", evidence }), more)).toBe("/a: setuid (+2)");
    expect(text.ground(finding("4.8", { status: "manual", reason: "ask", evidence }), more)).toBe("ask");
    expect(text.ground(finding("4.8", { status: "fail" }), more)).toBe("");
  });
});
