import { afterEach, describe, expect, it } from "vitest";
import { addDays, CalendarDay, dayOf, daysBetween, parseDay } from "../../shared/calendar-day.ts";

const day = (text: string) => CalendarDay.parse(text);
const before = process.env["TZ"];

/** Runs in another zone, and proves that the runtime took it. */
function inZone<T>(zone: string, offsetMinutesInJanuary: number, run: () => T): T {
  process.env["TZ"] = zone;
  expect(new Date(2026, 0, 15).getTimezoneOffset()).toBe(offsetMinutesInJanuary);
  return run();
}

afterEach(() => {
  if (before === undefined) delete process.env["TZ"];
  else process.env["TZ"] = before;
});

describe("calendar days", () => {
  const zones: [string, number][] = [
    ["Pacific/Pago_Pago", 660],
    ["Pacific/Kiritimati", -840],
    ["Europe/Berlin", -60],
    ["America/New_York", 300],
    ["UTC", 0],
  ];

  it.each(zones)("count the same in %s, also across both clock changes of a year", (zone, offset) => {
    inZone(zone, offset, () => {
      expect(addDays(day("2026-03-28"), 1)).toBe("2026-03-29");
      expect(addDays(day("2026-03-29"), 1)).toBe("2026-03-30");
      expect(daysBetween(day("2026-03-28"), day("2026-03-30"))).toBe(2);
      expect(addDays(day("2026-10-24"), 2)).toBe("2026-10-26");
      expect(daysBetween(day("2026-10-24"), day("2026-10-26"))).toBe(2);
      expect(daysBetween(day("2026-03-07"), day("2026-11-02"))).toBe(240);
      expect(addDays(day("2026-11-10"), 0)).toBe("2026-11-10");
      expect(addDays(day("2024-02-28"), 1)).toBe("2024-02-29");
      expect(addDays(day("2026-03-01"), -1)).toBe("2026-02-28");
    });
  });

  it("are the local ones: one instant is two days in two zones", () => {
    const instant = new Date("2026-11-10T10:30:00Z");
    expect(inZone("Pacific/Pago_Pago", 660, () => dayOf(instant))).toBe("2026-11-09");
    expect(inZone("Pacific/Kiritimati", -840, () => dayOf(instant))).toBe("2026-11-11");
  });

  it.each(["2026-02-30", "2026-13-01", "26-01-01", "2026-1-1", "2026-11-10T00:00:00Z", ""])("refuse %j", (text) => {
    expect(parseDay(text)).toBeNull();
  });

  it("do not make a day of an instant that is none", () => {
    expect(() => dayOf(new Date("nonsense"))).toThrow(RangeError);
  });
});
