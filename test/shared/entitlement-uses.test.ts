// What follows from windows of support: why each counts, by whom a component is covered, and which records made it so.
import { describe, expect, it } from "vitest";
import { entitlementRecord, entitlementUses } from "../../shared/entitlement-uses.ts";
import type { Coverage, LifecycleEntry } from "../../shared/model/lifecycle.ts";
import { ageOf, coverSaid, windowReason } from "../../shared/window-reason.ts";
import { day } from "../support/kept-run.ts";

const general: Coverage = {
  phase: "Security support",
  provider: "Debian",
  from: day("2019-07-06"),
  until: day("2022-09-10"),
  entitled: true,
  source: "endoflife.date 2026-08-22",
  asOf: day("2026-08-22"),
};
const extended: Coverage = {
  ...general,
  phase: "LTS",
  provider: "Team",
  from: day("2022-09-11"),
  until: day("2024-06-30"),
};
const bought: Coverage = {
  ...extended,
  phase: "ELTS",
  provider: "Freexian",
  from: day("2024-07-01"),
  until: day("2027-06-30"),
  entitlement: { id: "e-1", contract: "FX-1" },
};

function entryWith(coverage: Coverage[], dates: Partial<LifecycleEntry["dates"]> = {}): LifecycleEntry {
  return {
    component: {
      kind: "os",
      product: "debian",
      cycle: "10",
      version: "10",
      label: "Debian 10",
      evidence: "/etc/os-release",
    },
    status: "eol",
    dates: { release: null, eoas: null, eol: day("2022-09-10"), eoes: null, ...dates },
    coverage,
    next: null,
  };
}

describe("the reason of a window", () => {
  it.each<[string, Coverage, string, Partial<LifecycleEntry["dates"]>?]>([
    ["general support", general, "general"],
    ["general support without a first day", { ...general, from: null }, "general"],
    ["an extended window that nobody took up", { ...extended, entitled: false }, "not-recorded"],
    ["an extended window that the image proves", extended, "proof"],
    ["a window after an end without a day", extended, "proof", { eol: true }],
    ["a contract", bought, "contract"],
    ["an estimate that nobody took up", { ...extended, entitled: false, estimate: true }, "estimate"],
    ["an estimate that the image shows in use", { ...extended, estimate: true }, "in-use"],
    ["an estimate under contract", { ...bought, estimate: true }, "in-use"],
    ["a second opinion", { ...general, entitled: false, secondOpinion: true }, "second-opinion"],
  ])("of %s", (_, window, reason, dates) => {
    expect(windowReason(window, entryWith([window], dates))).toBe(reason);
  });
});

describe("cover", () => {
  const entry = entryWith([general, extended, bought]);

  it("is given by those whose windows hold from the day on, in order of time", () => {
    const all = { covered: true, until: "2027-06-30" };
    expect(coverSaid(entry, day("2022-09-10"))).toEqual({ ...all, by: ["Debian", "Team", "Freexian"] });
    expect(coverSaid(entry, day("2022-09-11"))).toEqual({ ...all, by: ["Team", "Freexian"] });
    expect(coverSaid(entry, day("2027-06-30"))).toEqual({ ...all, by: ["Freexian"] });
    expect(coverSaid(entry, day("2027-07-01"))).toEqual({ covered: false, by: [], until: "2027-06-30" });
  });

  it("is nobody's where windows are offers, estimates or second opinions", () => {
    const offers = [
      { ...extended, entitled: false },
      { ...extended, entitled: false, estimate: true },
      { ...bought, secondOpinion: true },
    ];
    expect(coverSaid(entryWith([general, ...offers]), day("2024-08-01"))).toEqual({
      covered: false,
      by: [],
      until: "2022-09-10",
    });
  });

  it("is the seller's whose window is in use, also where its end is an estimate: then without a day", () => {
    const inUse = entryWith([general, { ...bought, estimate: true }]);
    expect(coverSaid(inUse, day("2024-08-01"))).toEqual({ covered: true, by: ["Freexian"], until: null });
  });

  it("that begins after a gap is not named before it", () => {
    const later = { ...bought, from: day("2025-01-01") };
    expect(coverSaid(entryWith([general, later]), day("2022-01-01")).by).toEqual(["Debian"]);
  });

  it("has the age of its source, and none where that has no date", () => {
    expect(ageOf(general, day("2026-11-24"))).toBe(94);
    expect(ageOf(general, day("2026-08-01"))).toBe(0);
    const { asOf: _, ...undated } = general;
    expect(ageOf(undated as Coverage, day("2026-11-24"))).toBeNull();
  });
});

describe("the record of a run", () => {
  const entitlement = {
    id: "e-1",
    provider: "Freexian",
    scope: { product: "debian" },
    contract: "FX-1",
    until: day("2027-06-30"),
    by: "Ana",
    on: day("2026-01-01"),
  };
  const set = { digest: "sha256:00", entitlements: [{ ...entitlement, id: "e-0" }, entitlement] };

  it("counts images, not windows, and leaves out what counts nowhere", () => {
    const twice = { lifecycle: [entryWith([bought]), entryWith([bought, bought])] };
    const record = entitlementRecord(
      [twice, { lifecycle: [entryWith([general])] }, { lifecycle: [entryWith([bought])] }],
      set,
    );
    expect(record).toEqual({
      entitlements: { digest: "sha256:00", used: [{ id: "e-1", contract: "FX-1", images: 2 }] },
    });
    expect(entitlementUses([]).size).toBe(0);
  });

  it("is absent without a file, and empty where nothing of it counts", () => {
    expect(entitlementRecord([{ lifecycle: [entryWith([bought])] }], undefined)).toEqual({});
    expect(entitlementRecord([], set)).toEqual({ entitlements: { digest: "sha256:00", used: [] } });
  });
});
