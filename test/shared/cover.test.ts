// Cover never leaps a gap, and what is shown is not yet counted.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, CalendarDay } from "../../shared/calendar-day.ts";
import { endsWithin, isCoveredOn, lastCoveredDay } from "../../shared/cover.ts";
import type { Coverage, LifecycleEntry, SourceDate } from "../../shared/model/lifecycle.ts";
import { supportedUntil } from "../../shared/summary.ts";

const day = (text: string) => CalendarDay.parse(text);
const eol = "2026-06-30";

function window(from: string | null, until: string | null, parts: Partial<Coverage> = {}): Coverage {
  const days = { from: from === null ? null : day(from), until: until === null ? null : day(until) };
  return { phase: "x", provider: "y", ...days, entitled: true, source: "s", ...parts };
}
function entry(end: SourceDate | string | null, ...coverage: Coverage[]): LifecycleEntry {
  const component = { kind: "os", product: "p", cycle: "1", version: "1", label: "P 1", evidence: "/f" } as const;
  const dates = { release: null, eoas: null, eol: typeof end === "string" ? day(end) : end, eoes: null };
  const status = end === true ? "eol" : "supported";
  return { component, status, dates, coverage, next: null };
}

describe("lastCoveredDay", () => {
  const cases: [why: string, end: string | boolean | null, windows: Coverage[], last: string | null][] = [
    ["its own end without windows", eol, [], eol],
    ["a window that joins", eol, [window("2026-07-01", "2028-01-01")], "2028-01-01"],
    ["one that overlaps", eol, [window("2026-01-01", "2028-01-01")], "2028-01-01"],
    ["one that begins a day too late", eol, [window("2026-07-02", "2028-01-01")], eol],
    ["one that ends before", eol, [window("2025-01-01", "2025-12-31")], eol],
    ["one whose beginning nobody names", eol, [window(null, "2028-01-01")], "2028-01-01"],
    [
      "two that join, in any order",
      eol,
      [window("2027-01-01", "2028-01-01"), window("2026-07-01", "2026-12-31")],
      "2028-01-01",
    ],
    [
      "a second one after a gap",
      eol,
      [window("2026-07-01", "2026-12-31"), window("2027-01-02", "2028-01-01")],
      "2026-12-31",
    ],
    ["one without an end that joins", eol, [window("2026-07-01", null)], null],
    ["one without an end after a gap", eol, [window("2026-08-01", null)], eol],
    ["one that is not bought", eol, [window("2026-07-01", "2028-01-01", { entitled: false })], eol],
    ["an estimate", eol, [window("2026-07-01", "2028-01-01", { estimate: true })], eol],
    ["a second opinion", eol, [window("2026-07-01", "2028-01-01", { secondOpinion: true })], eol],
    ["an end that is not decided", false, [window("2026-07-01", "2028-01-01")], null],
    ["over without a day", true, [], null],
    ["over without a day, and bought", true, [window("2026-07-01", "2028-01-01")], "2028-01-01"],
    ["nothing known", null, [], null],
  ];
  it.each(cases)("%s", (_why, end, windows, last) => {
    expect(lastCoveredDay(entry(end, ...windows))).toBe(last);
  });

  it("goes on, without a day to count on, while a window is in use whose end nobody has published", () => {
    const inUse = entry(eol, window("2026-07-01", "2031-06-30", { estimate: true }));
    expect([isCoveredOn(inUse, day("2026-07-01")), isCoveredOn(inUse, day("2031-07-01"))]).toEqual([true, false]);
    expect(lastCoveredDay(inUse, day("2026-08-01"))).toBeNull();
    expect(endsWithin(inUse, day("2026-08-01"), 30)).toBe(false);
    expect(supportedUntil([inUse], day("2026-08-01"))).toBeNull();
    // Past the bound, or where it is merely on offer, the published end stands.
    expect(lastCoveredDay(inUse, day("2031-07-01"))).toBe(eol);
    const offered = entry(eol, window("2026-07-01", "2031-06-30", { estimate: true, entitled: false }));
    expect([isCoveredOn(offered, day("2026-08-01")), lastCoveredDay(offered, day("2026-08-01"))]).toEqual([false, eol]);
    expect(endsWithin(offered, day("2026-08-01"), 30)).toBe(true);
  });

  it("as of a day that is covered, a gap before it is past", () => {
    const later = entry(eol, window("2026-09-01", "2028-01-01"));
    expect(lastCoveredDay(later, day("2026-10-01"))).toBe("2028-01-01");
    expect(lastCoveredDay(later, day("2026-08-01"))).toBe(eol);
    expect(lastCoveredDay(later, day("2028-01-02"))).toBe(eol);
    expect(supportedUntil([later], day("2026-10-01"))).toEqual({ date: "2028-01-01", component: "P 1" });
    expect(supportedUntil([later])).toEqual({ date: eol, component: "P 1" });
  });
});

describe("endsWithin", () => {
  it("counts days to the gap, and from cover that has begun to its own end", () => {
    const later = entry(eol, window("2026-09-01", "2028-01-01"));
    expect(endsWithin(later, day("2026-06-01"), 30)).toBe(true);
    expect(endsWithin(later, day("2026-06-01"), 29)).toBe(false);
    expect(endsWithin(later, day("2026-08-01"), 0)).toBe(true);
    expect(endsWithin(later, day("2026-10-01"), 365)).toBe(false);
    expect(endsWithin(entry(eol, window("2026-07-01", null)), day("2026-07-01"), 9999)).toBe(false);
  });
});

it("every day up to the last covered one is covered, the one after it never", () => {
  const start = day("2026-01-01");
  const span = fc
    .tuple(fc.nat(400), fc.nat(200))
    .map(([from, length]) => window(addDays(start, from), addDays(start, from + length)));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 6 }), fc.nat(300), (windows, end) => {
      const general = window("2026-01-01", addDays(start, end));
      const one = entry(addDays(start, end), general, ...windows);
      const last = lastCoveredDay(one);
      if (last === null) throw new Error("no end");
      for (let on = start; on <= last; on = addDays(on, 1)) expect(isCoveredOn(one, on)).toBe(true);
      expect(isCoveredOn(one, addDays(last, 1))).toBe(false);
    }),
    { numRuns: 60 },
  );
});
