import { describe, expect, it } from "vitest";
import { CalendarDay } from "../../shared/calendar-day.ts";
import { endsWithin, isCoveredOn, lastCoveredDay } from "../../shared/cover.ts";
import type { Coverage, LifecycleEntry } from "../../shared/model/lifecycle.ts";
import { supportedUntil, worstLifecycle } from "../../shared/summary.ts";

const day = (text: string) => CalendarDay.parse(text);
const on = day("2026-11-23");

function entry(label: string, eol: string | boolean | null, parts: Partial<LifecycleEntry> = {}): LifecycleEntry {
  return {
    component: { kind: "runtime", product: label, cycle: "1", version: "1", label, evidence: "env" },
    status: "supported",
    dates: { release: null, eoas: null, eol: typeof eol === "string" ? day(eol) : eol, eoes: null },
    coverage: [],
    next: null,
    ...parts,
  };
}

function window(until: string | null, entitled: boolean, estimate = false): Coverage {
  const base = { phase: "Extended", provider: "X", from: null, source: "s" };
  return { ...base, until: until === null ? null : day(until), entitled, ...(estimate ? { estimate } : {}) };
}

const packaged = (one: LifecycleEntry): LifecycleEntry => ({
  ...one,
  component: { ...one.component, distroPackaged: true },
});

describe("supportedUntil", () => {
  it("one image, two clocks: the sooner drives and is named", () => {
    const until = supportedUntil([entry("Debian 12", "2026-07-11"), entry("Node.js 22", "2027-04-30")]);
    expect(until).toEqual({ date: "2026-07-11", component: "Debian 12" });
  });

  it("a package of the distribution has no clock of its own", () => {
    const until = supportedUntil([entry("Debian 12", "2028-06-30"), packaged(entry("Python 3.9", "2025-10-31"))]);
    expect(until?.component).toBe("Debian 12");
  });

  const covers: [why: string, eol: string | boolean, coverage: Coverage[], last: string | null][] = [
    ["a window that was not bought does not count", "2026-07-11", [window("2028-06-30", false)], "2026-07-11"],
    ["a window the image proves counts", "2023-05-31", [window("2028-04-01", true)], "2028-04-01"],
    ["a shorter window never shortens", "2027-01-01", [window("2026-01-01", true)], "2027-01-01"],
    ["an upper bound does not count", "2026-07-11", [window("2031-07-11", true, true)], "2026-07-11"],
    ["`eol: false` is no date, even beside a dated active phase", false, [window("2025-10-16", true)], null],
    ["`eol: true` is no date", true, [], null],
    ["`eol: true` with proven dated cover ends with the cover", true, [window("2028-01-01", true)], "2028-01-01"],
    ["proven cover without an end has none", "2026-07-11", [window(null, true)], null],
    [
      "a proven window with unpublished days leaves the end as it is",
      "2032-05-31",
      [window(null, true, true)],
      "2032-05-31",
    ],
  ];
  it.each(covers)("%s", (_why, eol, coverage, last) => {
    expect(lastCoveredDay(entry("A 1", eol, { coverage }))).toBe(last);
    expect(supportedUntil([entry("A 1", eol, { coverage })])?.date ?? null).toBe(last);
  });

  it("is null where nothing is dated", () => {
    expect(supportedUntil([entry("Go 1.27", false), entry("x", null, { status: "unknown" })])).toBeNull();
  });
});

describe("worstLifecycle", () => {
  it("takes the worst status, unknown before security-only, and none only where nothing else is", () => {
    const of = (...list: LifecycleEntry["status"][]) =>
      worstLifecycle(list.map((status) => entry("a", null, { status })));
    expect(of("supported", "security-only", "unknown")).toBe("unknown");
    expect(of("extended-only", "unknown", "eol")).toBe("eol");
    expect(of("none", "supported")).toBe("supported");
    expect(of("none")).toBe("none");
    expect(of()).toBe("none");
  });

  it("does not look at packages of the distribution", () => {
    expect(worstLifecycle([entry("a", null), packaged(entry("b", null, { status: "eol" }))])).toBe("supported");
  });
});

describe("endsWithin", () => {
  it("counts the last supported day as covered", () => {
    expect(endsWithin(entry("a", "2026-11-23"), on, 0)).toBe(false);
    expect(endsWithin(entry("a", "2026-11-22"), on, 0)).toBe(true);
    expect(endsWithin(entry("a", "2027-02-20"), on, 90)).toBe(true);
  });

  it("counts what is over without a day, unless cover is proven", () => {
    expect(endsWithin(entry("a", true, { status: "eol" }), on, 0)).toBe(true);
    expect(
      endsWithin(entry("a", true, { status: "extended-only", coverage: [window("2028-01-01", false)] }), on, 0),
    ).toBe(true);
    expect(
      endsWithin(entry("a", true, { status: "extended-only", coverage: [window("2028-01-01", true)] }), on, 0),
    ).toBe(false);
    expect(endsWithin(entry("a", false), on, 9999)).toBe(false);
  });
});

describe("isCoveredOn", () => {
  it("asks for the day, not only for the right to a window", () => {
    const general = { ...window("2026-07-11", true), from: day("2023-06-10") };
    const extended = { ...window("2028-06-30", false), from: day("2026-07-12") };
    const covered = (...coverage: Coverage[]) => isCoveredOn(entry("Debian 12", "2026-07-11", { coverage }), on);
    expect(covered(general, extended)).toBe(false);
    expect(covered(general, { ...extended, entitled: true })).toBe(true);
    // In use, as an ELS label says: covered today, although nobody says until when. An offer is no cover.
    expect(covered({ ...extended, entitled: true, estimate: true })).toBe(true);
    expect(covered({ ...extended, entitled: false, estimate: true })).toBe(false);
    expect(covered(window(null, true))).toBe(true);
    expect(covered()).toBe(false);
  });
});
