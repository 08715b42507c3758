// The layout: rows one below the other, bands where their days are, signs and arrows, whatever the range.
import { describe, expect, it } from "vitest";
import { endDays, layOutTimeLine, type TimeLineMeasures } from "../../../shared/drawing/time-line.ts";
import { endMark, outsideMark } from "../../../shared/drawing/time-line-marks.ts";
import { byProduct, componentRows, coverStateOn, endOrder, nameUnder } from "../../../shared/drawing/time-line-rows.ts";
import type { LifecycleEntry } from "../../../shared/model/lifecycle.ts";
import { day, debian, node } from "../../support/audit-run.ts";
import { fakeComponents } from "../../support/fake-time-line.ts";

const today = day("2026-11-23");
const measures: TimeLineMeasures = {
  band: 12,
  lane: 6,
  laneGap: 3,
  padding: 18,
  group: 26,
  yearLabel: 38,
  quarterLabel: 30,
  monthLabel: 36,
};
const lay = (rows: { entry: LifecycleEntry; group: string | null }[], first = "2020-01-01", last = "2033-12-31") =>
  layOutTimeLine({ rows, first: day(first), last: day(last), today, width: 1000, measures });

describe("the layout", () => {
  it("puts every row below the one before, under the heading of its group", () => {
    const rows = componentRows([fakeComponents], today).map(({ entry, product }) => ({ entry, group: product }));
    const line = lay(rows);
    let y = 0;
    for (const item of line.items) {
      expect(item.y).toBe(y);
      y += item.height;
    }
    expect(line.height).toBe(y);
    expect(
      line.items.slice(0, 3).map((item) => (item.kind === "group" ? item.label : item.row.entry.component.label)),
    ).toEqual(["Debian", "Debian 9", "Debian 10"]);
    expect(line.items.filter(({ kind }) => kind === "group").length).toBe(new Set(rows.map(({ group }) => group)).size);
  });

  it("keeps bands within the axis and the row, joined without a gap in the first lane", () => {
    for (const entry of fakeComponents) {
      for (const [first, last] of [
        ["2020-01-01", "2033-12-31"],
        ["2026-10-01", "2027-02-01"],
        ["2000-01-01", "2010-12-31"],
      ] as const) {
        const line = lay([{ entry, group: null }], first, last);
        const [row] = line.items;
        if (row?.kind !== "row") throw new Error("no row");
        const { bands, ends } = line.draw(row.row);
        for (const band of bands) {
          expect(band.x).toBeGreaterThanOrEqual(0);
          expect(band.x + band.width).toBeLessThanOrEqual(1000.001);
          expect(band.width).toBeGreaterThan(0);
          expect(band.y + band.height).toBeLessThanOrEqual(row.height);
        }
        const own = bands.filter(({ lane }) => lane === 0);
        for (const [index, band] of own.entries()) {
          const next = own[index + 1];
          if (next !== undefined) expect(band.x + band.width).toBeCloseTo(next.x, 6);
        }
        for (const { x } of ends) expect(x >= 0 && x <= 1000).toBe(true);
      }
    }
  });

  it("places a day where its share of the axis is, the last good day included", () => {
    const line = lay([{ entry: node("22", "2027-04-30"), group: null }], "2026-01-01", "2027-12-31");
    const { bands } = line.draw({ entry: node("22", "2027-04-30"), group: null });
    expect(bands.map(({ look, from, to }) => `${look} ${from} ${to}`)).toEqual([
      "security-only 2026-01-01 2027-04-30",
      "after 2027-05-01 2027-12-31",
    ]);
    expect(bands[0]?.width).toBeCloseTo((485 / 730) * 1000, 6);
    expect(line.todayX).toBeCloseTo((326 / 730) * 1000, 6);
    expect(line.pastWidth).toBe(line.todayX);
    expect(bands[0]?.window?.provider).toBe("OpenJS");
    expect(bands[1]?.window).toBeNull();
  });

  it("points to ends outside of the axis, and to what goes on", () => {
    const of = (entry: LifecycleEntry, first: string, last: string) => {
      const { before, after } = lay([{ entry, group: null }], first, last).draw({ entry, group: null });
      return [before, after];
    };
    expect(of(debian("12"), "2027-01-01", "2028-01-01")).toEqual([true, true]);
    expect(of(debian("12"), "2020-01-01", "2040-01-01")).toEqual([false, false]);
    const rolling: LifecycleEntry = {
      ...debian("12"),
      status: "rolling",
      dates: { release: null, eoas: null, eol: null, eoes: null },
      coverage: [],
    };
    expect(of(rolling, "2020-01-01", "2040-01-01")).toEqual([false, true]);
    expect(lay([], "2030-01-01", "2031-01-01").todayX).toBeNull();
    expect(lay([], "2030-01-01", "2031-01-01").pastWidth).toBe(0);
    expect(lay([], "2020-01-01", "2021-01-01").pastWidth).toBe(1000);
  });

  it("knows every day that an axis must hold", () => {
    expect(endDays([debian("12")], today)).toEqual(["2026-06-10", "2028-06-30", "2033-06-30"]);
  });
});

describe("signs", () => {
  it("differ by shape, not by colour", () => {
    const kinds = ["eoas", "eol", "eoes", "cover", "opinion"] as const;
    const marks = kinds.map((kind) => endMark({ kind, x: 10, y: 4, height: 12 }));
    expect(new Set(marks.map((mark) => JSON.stringify(mark))).size).toBe(5);
    expect(outsideMark("before", 100, 10, 8).path).not.toBe(outsideMark("after", 100, 10, 8).path);
    for (const { path } of marks) expect(path).toMatch(/^M[-\d.]+ [-\d.]+( L[-\d.]+ [-\d.]+)+( Z)?$/);
  });
});

describe("rows", () => {
  it("hold each distinct component once, whatever its exact version and place, with its images", () => {
    const other: LifecycleEntry = {
      ...debian("12"),
      component: { ...debian("12").component, version: "12.11", evidence: "/etc/os-release" },
    };
    const packaged: LifecycleEntry = {
      ...node("18", "2025-04-30"),
      component: { ...node("18", "2025-04-30").component, distroPackaged: true },
    };
    const rows = componentRows([[debian("12")], [debian("10"), packaged], [other]], today);
    expect(rows.map(({ entry, versions, images }) => [entry.component.label, versions, images])).toEqual([
      ["Debian 10", ["10.13"], [1]],
      ["Debian 12", ["12.11", "12.12"], [0, 2]],
    ]);
  });

  it("tell the same release apart where cover differs", () => {
    const bought = {
      ...debian("12"),
      coverage: debian("12").coverage.map((window) => ({ ...window, entitled: true })),
    };
    expect(componentRows([[debian("12")], [bought]], today).length).toBe(2);
  });

  it("order products by their first end, what goes on after that, what nobody knows last", () => {
    const labels = byProduct(componentRows([fakeComponents], today).reverse(), today).map(
      ({ entry }) => entry.component.label,
    );
    expect(labels[0]).toBe("Debian 9");
    expect(labels.slice(-2)).toEqual(["Wolfi", "House Linux 9"]);
    expect(
      endOrder(
        { ...debian("12"), status: "eol", dates: { release: null, eoas: null, eol: true, eoes: null }, coverage: [] },
        today,
      ),
    ).toBe("0");
  });

  it("say cover as a state of its own: unknown is never a yes", () => {
    const states = fakeComponents.map((entry) => `${entry.component.label}: ${coverStateOn(entry, today)}`);
    expect(states).toContain("Debian 12: covered");
    expect(states).toContain("Debian 10: covered");
    expect(states).toContain("Debian 9: not-covered");
    expect(states).toContain("Wolfi: rolling");
    expect(states).toContain("House Linux 9: unknown");
    // In use as its label says, although its last day is an estimate.
    expect(states).toContain("Docker Hardened Images node 20-debian12: covered");
  });

  it("shorten a long name under the heading that says its product", () => {
    expect(nameUnder("Debian", "Debian 12")).toBe("Debian 12");
    expect(nameUnder("Docker Hardened Images node", "Docker Hardened Images node 20-debian12")).toBe("20-debian12");
    expect(nameUnder("shop/api:1", "Docker Hardened Images node 20-debian12")).toBe(
      "Docker Hardened Images node 20-debian12",
    );
  });
});
