import { expect, test } from "vitest";
import { supportAxis } from "../../../../renderer/screens/image/support-scale.ts";
import type { CalendarDay } from "../../../../shared/calendar-day.ts";
import type { LifecycleEntry } from "../../../../shared/model/lifecycle.ts";
import { fakeLifecycle } from "../../../support/fake-lifecycle.ts";

const day = (text: string) => text as CalendarDay;
const today = day("2026-11-23");
const ending = (eol: CalendarDay): LifecycleEntry[] =>
  fakeLifecycle(0).map((entry) => ({ ...entry, dates: { release: null, eoas: null, eol, eoes: null } }));

test("the axis holds today and every end near it, in whole years", () => {
  const axis = supportAxis(ending(day("2028-06-30")), today);
  expect([axis.from, axis.last]).toEqual(["2024-01-01", "2029-12-31"]);
  expect(axis.at(day("2028-06-30"))).toBeGreaterThan(axis.at(today));
  expect(axis.ticks.map(({ year }) => year)).toEqual([2024, 2025, 2026, 2027, 2028, 2029]);
});

test("what lies far off is cut at the edge, whatever an image claims", () => {
  const axis = supportAxis([...ending(day("0001-01-01")), ...ending(day("9999-12-31"))], today);
  expect([axis.from, axis.last]).toEqual(["2018-01-01", "2037-12-31"]);
  expect([axis.at(day("0001-01-01")), axis.at(day("9999-12-31"))]).toEqual([0, 1]);
});

test("an image with no dates still has an axis around today", () => {
  const axis = supportAxis([], today);
  expect([axis.from, axis.last]).toEqual(["2024-01-01", "2028-12-31"]);
});
