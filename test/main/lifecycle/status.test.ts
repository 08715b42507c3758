import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { statusOn } from "../../../main/lifecycle/status.ts";
import { addDays, CalendarDay } from "../../../shared/calendar-day.ts";
import type { SourceDate } from "../../../shared/model/lifecycle.ts";

const day = (text: string) => CalendarDay.parse(text);
const start = day("2020-01-01");
const someDay = fc.integer({ min: 0, max: 4000 }).map((count) => addDays(start, count));
const sourceDate = fc.option(fc.oneof(someDay, fc.boolean()), { nil: null });
const worse = ["supported", "security-only", "extended-only", "eol"];

describe("statusOn", () => {
  const cases: [
    why: string,
    eoas: string | boolean | null,
    eol: string | boolean,
    eoes: string | boolean | null,
    status: string,
  ][] = [
    ["the last supported day is supported", null, "2026-11-23", null, "supported"],
    ["the day after is end of life", null, "2026-11-22", null, "eol"],
    ["past active support", "2026-01-01", "2027-01-01", null, "security-only"],
    ["active support called over without a day", true, "2027-01-01", null, "security-only"],
    ["active support called open", false, "2027-01-01", null, "supported"],
    ["extended cover runs", null, "2026-01-01", "2028-01-01", "extended-only"],
    ["the last day of extended cover", null, "2026-01-01", "2026-11-23", "extended-only"],
    ["extended cover is over", null, "2026-01-01", "2026-11-22", "eol"],
    ["extended cover is sold, no end set", null, "2026-01-01", false, "extended-only"],
    ["extended cover called over", null, "2026-01-01", true, "eol"],
    ["over, day unknown", null, true, null, "eol"],
    ["not over or not decided", null, false, null, "supported"],
    ["end of life open, active support past", "2025-10-16", false, null, "security-only"],
  ];
  it.each(cases)("%s", (_why, eoas, eol, eoes, status) => {
    const read = (value: string | boolean | null): SourceDate | null =>
      typeof value === "string" ? day(value) : value;
    expect(statusOn({ release: null, eoas: read(eoas), eol: read(eol), eoes: read(eoes) }, day("2026-11-23"))).toBe(
      status,
    );
  });

  it("never gets better with time", () => {
    fc.assert(
      fc.property(sourceDate, sourceDate, sourceDate, someDay, fc.nat(2000), (eoas, eol, eoes, on, later) => {
        const dates = { release: null, eoas, eol, eoes };
        const [now, then] = [statusOn(dates, on), statusOn(dates, addDays(on, later))];
        expect(worse.indexOf(then)).toBeGreaterThanOrEqual(worse.indexOf(now));
      }),
    );
  });
});
