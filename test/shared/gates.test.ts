import { describe, expect, it } from "vitest";
import { endsWithin } from "../../shared/cover.ts";
import { type Gates, reachedGates } from "../../shared/gates.ts";
import type { LifecycleEntry } from "../../shared/model/lifecycle.ts";
import { auditWith, day, finding, idOf, runWith } from "../support/kept-run.ts";

const none: Gates = { failOn: "none", failOnEol: null, failOnUnassessed: false };
const high = { ...finding("c:1", "fail"), severity: "high" as const };
const low = { ...finding("c:2", "fail"), severity: "low" as const };
const waived = {
  ...high,
  control: "c:3",
  waiver: { id: "W-1", reason: "known", requester: "a", until: day("2027-01-01"), covers: "all" as const },
};

function entry(over: Partial<LifecycleEntry> = {}): LifecycleEntry {
  return {
    component: {
      kind: "os",
      product: "debian",
      cycle: "12",
      version: "12",
      label: "Debian 12",
      evidence: "/etc/os-release",
    },
    status: "supported",
    dates: { release: null, eoas: null, eol: day("2026-12-24"), eoes: null },
    coverage: [],
    next: null,
    ...over,
  };
}

describe("gates", () => {
  it.each([
    ["none", [high], 0],
    ["low", [low], 1],
    ["medium", [low], 0],
    ["medium", [high], 1],
    ["high", [high], 1],
    ["high", [waived], 0],
    ["low", [finding("c:9", "manual"), finding("c:8", "error")], 0],
  ] as const)("--fail-on %s", (failOn, findings, reached) => {
    const run = runWith([auditWith(idOf("1"), ["a:1"], [...findings])]);
    expect(reachedGates(run, { ...none, failOn })).toHaveLength(reached);
  });

  it("--fail-on-unassessed counts not-assessed and error, nothing else", () => {
    for (const status of ["not-assessed", "error"] as const) {
      expect(
        reachedGates(runWith([auditWith(idOf("1"), ["a:1"], [finding("c:1", status)])]), {
          ...none,
          failOnUnassessed: true,
        }),
      ).toHaveLength(1);
    }
    for (const status of ["pass", "fail", "manual", "not-applicable"] as const) {
      expect(
        reachedGates(runWith([auditWith(idOf("1"), ["a:1"], [finding("c:1", status)])]), {
          ...none,
          failOnUnassessed: true,
        }),
      ).toEqual([]);
    }
  });

  it("--fail-on-eol counts components of all images", () => {
    const run = runWith([
      {
        ...auditWith(idOf("1"), ["a:1"], []),
        lifecycle: [entry({ dates: { release: null, eoas: null, eol: day("2026-01-01"), eoes: null } })],
      },
    ]);
    expect(reachedGates(run, { ...none, failOnEol: 0 })).toEqual(["--fail-on-eol 0: 1 without cover"]);
  });
});

describe("a component is without cover within days", () => {
  const on = day("2026-11-24");
  it.each([
    ["its last day is after the span", entry(), 30, false],
    ["its last day is inside the span", entry(), 31, true],
    [
      "its last day is today, asked for today",
      entry({ dates: { release: null, eoas: null, eol: on, eoes: null } }),
      0,
      false,
    ],
    [
      "it ended yesterday, asked for today",
      entry({ dates: { release: null, eoas: null, eol: day("2026-11-23"), eoes: null } }),
      0,
      true,
    ],
    [
      "over without a date",
      entry({ status: "eol", dates: { release: null, eoas: null, eol: true, eoes: null } }),
      0,
      true,
    ],
    ["open without a date", entry({ dates: { release: null, eoas: null, eol: false, eoes: null } }), 900, false],
    [
      "nothing known",
      entry({ status: "unknown", dates: { release: null, eoas: null, eol: null, eoes: null } }),
      900,
      false,
    ],
    [
      "sold cover that nobody bought",
      entry({
        status: "extended-only",
        dates: { release: null, eoas: null, eol: day("2026-01-01"), eoes: day("2030-01-01") },
        coverage: [{ phase: "LTS", provider: "x", from: null, until: day("2030-01-01"), entitled: false, source: "s" }],
      }),
      0,
      true,
    ],
    [
      "cover that is proven",
      entry({
        status: "extended-only",
        dates: { release: null, eoas: null, eol: day("2026-01-01"), eoes: day("2030-01-01") },
        coverage: [{ phase: "LTS", provider: "x", from: null, until: day("2030-01-01"), entitled: true, source: "s" }],
      }),
      30,
      false,
    ],
    [
      "cover without end",
      entry({
        status: "extended-only",
        dates: { release: null, eoas: null, eol: day("2026-01-01"), eoes: false },
        coverage: [{ phase: "ELS", provider: "x", from: null, until: null, entitled: true, source: "s" }],
      }),
      900,
      false,
    ],
    [
      "a distribution's package",
      entry({
        component: { ...entry().component, distroPackaged: true },
        dates: { release: null, eoas: null, eol: day("2020-01-01"), eoes: null },
      }),
      0,
      false,
    ],
  ])("%s", (_name, given, days, expected) => expect(endsWithin(given, on, days)).toBe(expected));
});
