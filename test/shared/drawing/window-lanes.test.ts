// What is drawn beside the phases: what counts, what is on offer, what is an estimate, and other sources' days.
import { describe, expect, it } from "vitest";
import { lanesOf, ownWindowOn } from "../../../shared/drawing/window-lanes.ts";
import type { Coverage, LifecycleEntry } from "../../../shared/model/lifecycle.ts";
import { day, debian, node } from "../../support/audit-run.ts";

const today = day("2026-11-23");
const window = (more: Partial<Coverage>): Coverage => ({
  phase: "ELTS",
  provider: "Freexian",
  from: null,
  until: null,
  entitled: false,
  source: "a page",
  ...more,
});
const withWindows = (...more: Coverage[]): LifecycleEntry => {
  const entry = debian("12");
  return { ...entry, coverage: [...entry.coverage, ...more] };
};
const drawn = (entry: LifecycleEntry): string[] =>
  lanesOf(entry, today).windows.map(({ lane, look, from, until }) => `${lane} ${look} ${from} ${until}`);
const ends = (entry: LifecycleEntry): string[] =>
  lanesOf(entry, today).ends.map(({ kind, day: on }) => `${kind} ${on}`);

describe("lanes", () => {
  it("do not repeat the phases of the source, also where the extended one bears an offer's name", () => {
    expect(drawn(debian("12"))).toEqual([]);
    const [lts, elts] = debian("12").coverage;
    if (lts === undefined || elts === undefined) throw new Error("no windows");
    expect(drawn({ ...debian("12"), coverage: [lts, { ...elts, offer: "freexian-elts" }] })).toEqual([]);
  });

  it("show what was bought, what is on offer and what is an estimate, in this order", () => {
    const entry = withWindows(
      window({ estimate: true, from: day("2033-07-01"), until: day("2038-06-30") }),
      window({ offer: "tuxcare", until: day("2032-01-01") }),
      window({
        entitled: true,
        entitlement: { id: "e-1", contract: "C" },
        from: day("2028-07-01"),
        until: day("2030-06-30"),
      }),
    );
    expect(drawn(entry)).toEqual([
      "1 extended-covered 2028-07-01 2030-06-30",
      "2 extended-open 2028-07-01 2032-01-01",
      "1 estimate 2033-07-01 2038-06-30",
    ]);
    expect(lanesOf(entry, today).count).toBe(2);
  });

  it("are three at most; what finds no place is counted", () => {
    const offers = ["a", "b", "c", "d", "e"].map((offer) => window({ offer, until: day("2035-01-01") }));
    const lanes = lanesOf(withWindows(...offers), today);
    expect([lanes.count, lanes.windows.length, lanes.hidden]).toEqual([3, 3, 2]);
  });
});

describe("ends", () => {
  it("are the source's days, and the last covered day where that is another", () => {
    expect(ends(debian("12"))).toEqual(["eoas 2026-06-10", "eol 2028-06-30", "eoes 2033-06-30"]);
    const bought = window({
      entitled: true,
      entitlement: { id: "e-1", contract: "C" },
      from: day("2028-07-01"),
      until: day("2030-06-30"),
    });
    expect(ends(withWindows(bought))).toContain("cover 2030-06-30");
  });

  it("of other sources are signs, not windows", () => {
    const other = window({ secondOpinion: true, entitled: true, until: day("2028-08-31") });
    const stated = window({ phase: "stated", until: day("2027-01-01") });
    expect(drawn(withWindows(other, stated))).toEqual([]);
    expect(ends(withWindows(other, stated)).filter((end) => end.startsWith("opinion"))).toEqual([
      "opinion 2028-08-31",
      "opinion 2027-01-01",
    ]);
  });

  it("are none where the component could not be placed", () => {
    expect(ends({ ...node("22", "2027-04-30", "unknown"), reason: "newer-than-data" })).toEqual([]);
  });
});

it("a stretch knows whose window it is", () => {
  expect(ownWindowOn(debian("12"), day("2027-01-01"))?.phase).toBe("LTS");
  expect(ownWindowOn(debian("12"), day("2030-01-01"))?.provider).toBe("Freexian");
  expect(ownWindowOn(debian("12"), day("2040-01-01"))).toBeNull();
});
