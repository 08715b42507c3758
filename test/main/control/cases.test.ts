// More rows than section-4.test.ts has, above all forms of build steps and names of packages, as tables that need no code.
import { describe, expect, it } from "vitest";
import { judgeControls } from "../../../main/control/judge.ts";
import { loadRules } from "../../../main/data/rules.ts";
import { CalendarDay } from "../../../shared/calendar-day.ts";
import { Facts } from "../../../shared/model/facts.ts";
import { controlCases, subjectOf } from "../../support/control-case.ts";

const rules = await loadRules("assets/rules");
const today = CalendarDay.parse("2026-11-23");

describe.each(controlCases())("$control", ({ control, cases }) => {
  it.each(cases)("$name", (one) => {
    const subject = subjectOf(one);
    expect(Facts.safeParse(subject.facts).error).toBeUndefined();
    const finding = judgeControls(subject, rules, today).find((each) => each.control === control);
    const lines = (finding?.evidence ?? []).map(({ where, detail }) => `${where}: ${detail}`);
    expect({ status: finding?.status, reason: finding?.reason, lines }).toMatchObject({ status: one.expect.status });
    for (const part of one.expect.evidence ?? []) expect(lines).toContainEqual(expect.stringContaining(part));
    for (const part of one.expect.without ?? []) expect(lines).not.toContainEqual(expect.stringContaining(part));
    if (one.expect.reason !== undefined) expect(finding?.reason).toContain(one.expect.reason);
    if (!["pass", "fail"].includes(one.expect.status)) expect(finding?.reason).toMatch(/\S/);
    else expect(lines.length).toBeGreaterThan(0);
  });
});
