// The stretches on the time axis: what is drawn is what the dates say, day by day.
import { describe, expect, it } from "vitest";
import { supportStretches } from "../../../shared/drawing/support-windows.ts";
import type { LifecycleEntry } from "../../../shared/model/lifecycle.ts";
import { day, debian, node } from "../../support/audit-run.ts";

const first = day("2025-01-01");
const last = day("2030-12-31");
const drawn = (entry: LifecycleEntry): string[] =>
  supportStretches(entry, first, last).map(({ look, from, to }) => `${look} ${from} ${to}`);
const withDates = (dates: Partial<LifecycleEntry["dates"]>, status: LifecycleEntry["status"] = "supported") => ({
  ...node("22", "2027-04-30", status),
  dates: { release: null, eoas: null, eol: null, eoes: null, ...dates },
  coverage: [],
});

describe("windows on the time axis", () => {
  it("join without a gap: active, security only, extended without cover", () => {
    expect(drawn(debian("12"))).toEqual([
      "supported 2025-01-01 2026-06-10",
      "security-only 2026-06-11 2028-06-30",
      "extended-open 2028-07-01 2030-12-31",
    ]);
  });

  it("what began and ended before the axis is not drawn", () => {
    expect(drawn(debian("10"))).toEqual(["extended-open 2025-01-01 2029-06-30", "after 2029-07-01 2030-12-31"]);
  });

  it("an extended window counts as covered only where a window is entitled", () => {
    const bought = debian("12");
    const coverage = bought.coverage.map((window) => ({ ...window, entitled: true }));
    expect(drawn({ ...bought, coverage })[2]).toBe("extended-covered 2028-07-01 2030-12-31");
    const estimated = coverage.map((window) => ({ ...window, estimate: true }));
    expect(drawn({ ...bought, coverage: estimated })[2]).toBe("extended-open 2028-07-01 2030-12-31");
  });

  it("cover that was bought for a part of it is dotted for that part alone", () => {
    const entry = debian("12");
    const bought = (from: string | null, until: string | null) => ({
      phase: "ELTS",
      provider: "Freexian",
      from: from === null ? null : day(from),
      until: until === null ? null : day(until),
      entitled: true,
      source: "a contract",
    });
    const extended = (...windows: ReturnType<typeof bought>[]) =>
      drawn({ ...entry, coverage: [...entry.coverage, ...windows] }).slice(2);
    expect(extended(bought("2029-01-01", "2029-12-31"))).toEqual([
      "extended-open 2028-07-01 2028-12-31",
      "extended-covered 2029-01-01 2029-12-31",
      "extended-open 2030-01-01 2030-12-31",
    ]);
    expect(extended(bought(null, "2028-12-31"), bought("2028-10-01", "2029-06-30"))).toEqual([
      "extended-covered 2028-07-01 2028-12-31",
      "extended-covered 2029-01-01 2029-06-30",
      "extended-open 2029-07-01 2030-12-31",
    ]);
    expect(extended(bought(null, null))).toEqual(["extended-covered 2028-07-01 2030-12-31"]);
    expect(extended(bought("2034-01-01", "2040-01-01"))).toEqual(["extended-open 2028-07-01 2030-12-31"]);
  });

  it.each([
    {
      why: "after the end without extended support",
      entry: withDates({ eol: day("2027-04-30") }),
      expect: ["supported 2025-01-01 2027-04-30", "after 2027-05-01 2030-12-31"],
    },
    {
      why: "an end that is not set runs on",
      entry: withDates({ eol: false }),
      expect: ["supported 2025-01-01 2030-12-31"],
    },
    {
      why: "over, but nobody says since when",
      entry: withDates({ eol: true }, "eol"),
      expect: ["after 2025-01-01 2030-12-31"],
    },
    {
      why: "released within the axis",
      entry: withDates({ release: day("2026-05-01"), eol: day("2027-04-30") }),
      expect: ["supported 2026-05-01 2027-04-30", "after 2027-05-01 2030-12-31"],
    },
    { why: "no date at all", entry: withDates({}), expect: ["unknown 2025-01-01 2030-12-31"] },
    {
      why: "unknown, whatever dates there are",
      entry: withDates({ eol: day("2027-04-30") }, "unknown"),
      expect: ["unknown 2025-01-01 2030-12-31"],
    },
    { why: "rolling", entry: withDates({}, "rolling"), expect: ["supported 2025-01-01 2030-12-31"] },
  ])("$why", ({ entry, expect: stretches }) => {
    expect(drawn(entry)).toEqual(stretches);
  });
});
