// The axis: where days lie on it, and that labels never run into one another at any zoom.
import { describe, expect, it } from "vitest";
import { addDays } from "../../../shared/calendar-day.ts";
import { type Tick, ticksOf, timeScale, wholeYears } from "../../../shared/drawing/time-scale.ts";
import { day } from "../../support/audit-run.ts";

const measures = { yearLabel: 38, quarterLabel: 30, monthLabel: 36 };
const labelOf = { year: 38, quarter: 30, month: 36 };
const ticksAt = (first: string, last: string, width: number) =>
  ticksOf(timeScale(day(first), day(last), width), measures);

describe("a scale", () => {
  it("counts both ends, and puts days in proportion", () => {
    const scale = timeScale(day("2026-01-01"), day("2026-12-31"), 365);
    expect([
      scale.days,
      scale.xOf(day("2026-01-01")),
      scale.xOf(day("2026-02-01")),
      scale.xOf(day("2027-01-01")),
    ]).toEqual([365, 0, 31, 365]);
  });

  it("is refused without a day or a width", () => {
    expect(() => timeScale(day("2026-01-02"), day("2026-01-01"), 100)).toThrow(RangeError);
    expect(() => timeScale(day("2026-01-01"), day("2026-01-02"), 0)).toThrow(RangeError);
    expect(() => timeScale(day("2026-01-01"), day("2026-01-02"), Number.NaN)).toThrow(RangeError);
  });
});

describe("ticks", () => {
  it("are years from afar, quarters nearer, months near", () => {
    const kinds = (first: string, last: string) => [
      ...new Set(ticksAt(first, last, 900).parts.map(({ kind }) => kind)),
    ];
    expect(kinds("2020-01-01", "2035-12-31")).toEqual([]);
    expect(kinds("2025-01-01", "2029-12-31")).toEqual(["quarter"]);
    expect(kinds("2026-01-01", "2026-12-31")).toEqual(["month"]);
  });

  it("leave years out where they would not fit", () => {
    expect(ticksAt("2000-01-01", "2039-12-31", 300).years.map(({ value }) => value)).toEqual([2000, 2010, 2020, 2030]);
  });

  it("name the year that runs at the edge, where there is room before the next", () => {
    expect(ticksAt("2026-03-01", "2028-12-31", 900).years.map(({ value, x }) => [value, Math.round(x)])).toEqual([
      [2026, 0],
      [2027, 266],
      [2028, 582],
    ]);
    expect(ticksAt("2026-12-20", "2028-12-31", 900).years.map(({ value }) => value)).toEqual([2027, 2028]);
  });

  it("never have labels that touch, or that leave the axis, at any zoom and place", () => {
    const faults: string[] = [];
    for (let span = 120; span < 15_000; span = Math.round(span * 1.23)) {
      for (const shift of [0, 17, 45, 170, 333]) {
        const first = addDays(day("2024-01-01"), shift);
        const scale = timeScale(first, addDays(first, span - 1), 640);
        const { years, parts } = ticksOf(scale, measures);
        for (const row of [years, parts]) {
          const shown = row.filter((tick): tick is Tick & { labelX: number } => tick.labelX !== null);
          for (const [index, tick] of shown.entries()) {
            const end = tick.labelX - 3 + labelOf[tick.kind];
            const next = shown[index + 1];
            if (end > 641 || (next !== undefined && end > next.labelX)) faults.push(`${span} ${shift} ${tick.day}`);
          }
        }
      }
    }
    expect(faults).toEqual([]);
  });
});

describe("whole years", () => {
  const today = day("2026-11-23");

  it("hold today and every end near it", () => {
    expect(wholeYears([day("2028-06-30")], today)).toEqual({ first: "2024-01-01", last: "2029-12-31" });
    expect(wholeYears([], today)).toEqual({ first: "2024-01-01", last: "2028-12-31" });
  });

  it("cut what lies far off, whatever an image claims", () => {
    expect(wholeYears([day("0001-01-01"), day("9999-12-31")], today)).toEqual({
      first: "2018-01-01",
      last: "2037-12-31",
    });
  });
});
