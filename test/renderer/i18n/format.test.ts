import { describe, expect, test } from "vitest";
import { sayBytes, sayDay, sayDaysFromNow, sayInstant, shortDigest } from "../../../renderer/i18n/format.ts";
import type { CalendarDay } from "../../../shared/calendar-day.ts";

const nbsp = "\u00a0";

describe("sizes", () => {
  test.each([
    [0, "0 B"],
    [999, "999 B"],
    [6_400, "6.4 kB"],
    [212_000_000, "212 MB"],
    [82_640_000, "82.6 MB"],
    [999_600_000, "1 GB"],
    [1_240_000_000, "1.24 GB"],
    [25_400_000_000, "25.4 GB"],
    [5_000_000_000_000_000, "5,000 TB"],
    [-1, "0 B"],
  ])("%d bytes read %s, decimal as docker prints them", (bytes, text) => {
    expect(sayBytes(bytes, "en")).toBe(text.replace(" ", nbsp));
  });

  test("have a decimal comma in German", () => {
    expect(sayBytes(1_240_000_000, "de")).toBe(`1,24${nbsp}GB`);
  });
});

describe("days", () => {
  test("are the same day in prose, whatever the zone", () => {
    expect(sayDay("2026-11-23" as CalendarDay, "en")).toBe("23 November 2026");
    expect(sayDay("2026-01-01" as CalendarDay, "de")).toBe("1. Januar 2026");
  });

  test("from now say their direction", () => {
    expect(sayDaysFromNow(41, "en")).toBe("in 41 days");
    expect(sayDaysFromNow(-876, "de")).toBe("vor 876 Tagen");
  });

  test("that are no instant are shown as recorded", () => {
    expect(sayInstant("yesterday or so")).toBe("yesterday or so");
    expect(sayInstant("2026-11-23T08:30:00Z")).toMatch(/^2026-11-2[234] \d\d:\d\d$/);
  });
});

test("a digest keeps its two ends; other text is left alone", () => {
  expect(shortDigest(`sha256:${"3f9a1b22c4d5".padEnd(62, "0")}c1`)).toBe("sha256:3f9a1b22c4d5…c1");
  expect(shortDigest("local-key")).toBe("local-key");
});
