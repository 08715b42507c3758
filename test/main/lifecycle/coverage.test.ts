import { describe, expect, it } from "vitest";
import { loadLifecycle } from "../../../main/data/lifecycle-catalogue.ts";
import { coverageOf } from "../../../main/lifecycle/coverage.ts";
import { statusOn } from "../../../main/lifecycle/status.ts";
import { CalendarDay } from "../../../shared/calendar-day.ts";
import type { Cycle, Product } from "../../../shared/model/lifecycle.ts";

const catalogue = await loadLifecycle("assets/data/lifecycle.json");
const day = (text: string) => CalendarDay.parse(text);
const product: Product = { id: "p", label: "P", category: "lang", cycles: [] };
const from = { source: "s", date: day("2026-08-22") };

function read(value: string | boolean | undefined) {
  return typeof value === "string" ? day(value) : value;
}
function spans(dates: { eoas?: string | boolean; eol?: string | boolean; eoes?: string | boolean }): unknown[] {
  const cycle = {
    cycle: "1",
    release: day("2020-01-01"),
    eoas: read(dates.eoas),
    eol: read(dates.eol),
    eoes: read(dates.eoes),
  };
  const given = Object.fromEntries(Object.entries(cycle).filter(([, value]) => value !== undefined)) as Cycle;
  return coverageOf(product, given, from, null).map((one) => [one.phase, one.from, one.until, one.entitled]);
}

describe("coverageOf", () => {
  it("draws active, security and extended support one after the other", () => {
    expect(spans({ eoas: "2021-12-31", eol: "2022-12-31", eoes: "2023-12-31" })).toEqual([
      ["Active support", "2020-01-01", "2021-12-31", true],
      ["Security support", "2022-01-01", "2022-12-31", true],
      ["Extended support", "2023-01-01", "2023-12-31", false],
    ]);
  });

  it("draws one window where active and security support end together", () => {
    expect(spans({ eoas: "2022-12-31", eol: "2022-12-31" })).toEqual([
      ["Security support", "2020-01-01", "2022-12-31", true],
    ]);
  });

  it("leaves ends open that the source leaves open", () => {
    expect(spans({ eol: false })).toEqual([["Security support", "2020-01-01", null, true]]);
    expect(spans({ eoas: false, eol: false })).toEqual([["Active support", "2020-01-01", null, true]]);
    expect(spans({ eoas: false, eol: "2022-12-31" })).toEqual([["Active support", "2020-01-01", "2022-12-31", true]]);
    expect(spans({ eol: "2022-12-31", eoes: false })[1]).toEqual(["Extended support", "2023-01-01", null, false]);
  });

  it("draws nothing of phases that are over without a day", () => {
    expect(spans({ eoas: "2021-12-31", eol: true })).toEqual([]);
    expect(spans({ eoas: true, eol: "2022-12-31", eoes: true })).toEqual([
      ["Security support", null, "2022-12-31", true],
    ]);
  });

  it("of every cycle of the catalogue neither overlaps nor contradicts the status", () => {
    const on = day("2026-11-23");
    let checked = 0;
    const wrong: string[] = [];
    for (const each of catalogue.products) {
      for (const cycle of each.cycles) {
        const windows = coverageOf(each, cycle, catalogue, null);
        const dates = { release: null, eoas: cycle.eoas ?? null, eol: cycle.eol ?? null, eoes: cycle.eoes ?? null };
        const status = statusOn(dates, on);
        const open = windows.filter((one) => (one.until ?? on) >= on && (one.from ?? on) <= on);
        const covered = open.some((one) => one.entitled) || (cycle.release ?? on) > on;
        const overlap = windows.some(
          (one, i) => i > 0 && one.from !== null && (windows[i - 1]?.until ?? one.from) >= one.from,
        );
        if (overlap || covered !== (status === "supported" || status === "security-only"))
          wrong.push(`${each.id} ${cycle.cycle} ${status}`);
        checked += 1;
      }
    }
    expect(checked).toBe(8351);
    expect(wrong).toEqual([]);
  });
});
