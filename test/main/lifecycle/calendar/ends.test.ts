// What counts as an end, and what is one end for many images.
import { describe, expect, it } from "vitest";
import { leadsOfEnd } from "../../../../main/lifecycle/calendar/end-leads.ts";
import { type CalendarImage, calendarEnds } from "../../../../main/lifecycle/calendar/ends.ts";
import { eventsOf } from "../../../../main/lifecycle/calendar/events.ts";
import type { LifecycleEntry } from "../../../../shared/model/lifecycle.ts";
import { datedEntry, windowWith } from "../../../support/dated-entry.ts";
import { day } from "../../../support/kept-run.ts";

const image = (name: string, ...entries: LifecycleEntry[]): CalendarImage => ({ name, entries });
/** `phase end provider counts`, with `~` before an estimate. */
const said = (...images: CalendarImage[]): string[] =>
  calendarEnds(images).map(
    ({ phase, end, provider, counts, estimate }) =>
      `${estimate ? "~" : ""}${phase} ${end} ${provider}${counts ? " counts" : ""}`,
  );
const lts = windowWith("2028-06-30", { phase: "Debian LTS", provider: "Debian LTS team", entitled: false });
const contract = { id: "c1", contract: "FX-7" };
const elts = windowWith("2030-06-30", {
  phase: "ELTS",
  provider: "Freexian",
  from: day("2026-07-12"),
  offer: "freexian-elts",
  entitlement: contract,
});

describe("the ends of a component", () => {
  it.each<[string, LifecycleEntry, string[]]>([
    ["end of security support", datedEntry(), ["eol 2026-07-11 Debian counts"]],
    [
      "end of the source's extended phase, also where nobody is entitled to it",
      datedEntry({ eoes: "2028-06-30", more: [lts] }),
      ["eol 2026-07-11 Debian counts", "eoes 2028-06-30 Debian LTS team"],
    ],
    [
      "the extended phase that the image proves to be in use",
      datedEntry({ eoes: "2028-06-30", more: [{ ...lts, entitled: true, from: day("2026-07-12") }] }),
      ["eol 2026-07-11 Debian counts", "eoes 2028-06-30 Debian LTS team counts"],
    ],
    [
      "cover that was bought",
      datedEntry({ more: [elts] }),
      ["eol 2026-07-11 Debian counts", "cover 2030-06-30 Freexian counts"],
    ],
    [
      "no offer that nobody bought",
      datedEntry({ more: [{ ...elts, entitled: false }] }),
      ["eol 2026-07-11 Debian counts"],
    ],
    [
      "an upper bound in use, as an estimate",
      datedEntry({ more: [windowWith("2031-07-11", { estimate: true, provider: "Docker" })] }),
      ["eol 2026-07-11 Debian counts", "~cover 2031-07-11 Docker"],
    ],
    [
      "no upper bound that is merely on sale",
      datedEntry({ more: [windowWith("2031-07-11", { estimate: true, entitled: false })] }),
      ["eol 2026-07-11 Debian counts"],
    ],
    [
      "what the image states of itself, apart",
      datedEntry({
        more: [
          windowWith("2026-05-31", {
            secondOpinion: true,
            entitled: false,
            provider: "Debian",
            source: "/etc/os-release: SUPPORT_END=2026-06-01",
          }),
        ],
      }),
      ["stated 2026-05-31 Debian", "eol 2026-07-11 Debian counts"],
    ],
    ["nothing of what a distribution packaged", datedEntry({ distroPackaged: true }), []],
    ["nothing where the source has a word and no day", datedEntry({ eol: false, eoes: true }), []],
    ["nothing where it says nothing", datedEntry({ eol: null }), []],
  ])("are %s", (_, entry, expected) => {
    expect(said(image("a", entry))).toEqual(expected);
  });

  it("stand on the earlier day of sources that disagree, and name the other", () => {
    const other = windowWith("2026-06-10", {
      phase: "Security support",
      secondOpinion: true,
      entitled: false,
      source: "distro-info",
    });
    expect(calendarEnds([image("a", datedEntry({ more: [other] }))])).toMatchObject([
      {
        end: "2026-06-10",
        source: "distro-info",
        others: [{ source: "endoflife.date 2026-08-22", until: "2026-07-11" }],
      },
    ]);
    const later = { ...other, until: day("2026-08-01") };
    expect(calendarEnds([image("a", datedEntry({ more: [later] }))])).toMatchObject([
      {
        end: "2026-07-11",
        source: "endoflife.date 2026-08-22",
        others: [{ source: "distro-info", until: "2026-08-01" }],
      },
    ]);
  });
});

describe("many images", () => {
  it("share one end, with their names sorted and each once", () => {
    const [end, ...rest] = calendarEnds([image("b", datedEntry()), image("a", datedEntry(), datedEntry())]);
    expect(end?.images).toEqual(["a", "b"]);
    expect(rest).toEqual([]);
  });

  it("with different days under one name each keep theirs; the soonest has the plain key", () => {
    const line = (eol: string) => datedEntry({ product: null, cycle: "3", label: "DHI x 3", kind: "line", eol });
    const alone = calendarEnds([image("a", line("2027-01-01"))]);
    const both = calendarEnds([image("b", line("2027-05-01")), image("a", line("2027-01-01"))]);
    expect(both.map(({ end, images }) => [end, images])).toEqual([
      ["2027-01-01", ["a"]],
      ["2027-05-01", ["b"]],
    ]);
    expect(both[0]?.key).toBe(alone[0]?.key);
    expect(both[1]?.key).not.toBe(alone[0]?.key);
  });

  it("have one event an end and lead, whatever their order", () => {
    const images = ["c", "a", "b"].map((name) => image(name, datedEntry({ eoes: "2028-06-30", more: [lts, elts] })));
    expect(calendarEnds([...images].reverse())).toEqual(calendarEnds(images));
  });
});

describe("the days before an end", () => {
  const settings = { leads: [180, 90, 30, 7, 0], componentLeads: {} };
  const days = (entry: LifecycleEntry, on: string, own = settings): [string, number][] =>
    calendarEnds([image("a", entry)]).flatMap((end) =>
      eventsOf(end, leadsOfEnd(end, own), day(on), (text) => text).map(({ day: at, lead }): [string, number] => [
        at,
        lead,
      ]),
    );

  it("are the person's leads, the end itself last", () => {
    expect(days(datedEntry(), "2025-01-01")).toEqual([
      ["2026-01-12", 180],
      ["2026-04-12", 90],
      ["2026-06-11", 30],
      ["2026-07-04", 7],
      ["2026-07-11", 0],
    ]);
  });

  it("are left out once they lie behind; the end stays", () => {
    expect(days(datedEntry(), "2026-06-11").map(([, lead]) => lead)).toEqual([30, 7, 0]);
    expect(days(datedEntry(), "2026-06-12").map(([, lead]) => lead)).toEqual([7, 0]);
    expect(days(datedEntry(), "2026-11-24").map(([, lead]) => lead)).toEqual([0]);
  });

  it("are at most a third of a short cycle, and never two on one day", () => {
    const short = datedEntry({ release: "2026-01-01", eol: "2026-07-01" });
    expect(days(short, "2026-01-01").map(([, lead]) => lead)).toEqual([60, 30, 7, 0]);
  });

  it("are the component's own where it has some", () => {
    const own = (componentLeads: Record<string, number[]>) =>
      days(datedEntry({ more: [elts] }), "2025-01-01", { ...settings, componentLeads }).map(([, lead]) => lead);
    expect(own({ debian: [10] })).toEqual([10, 0, 10, 0]);
    expect(own({ "support:debian:12": [], "cover:debian:12:freexian-elts": [5] })).toEqual([0, 5, 0]);
  });
});
