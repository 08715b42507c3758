import { describe, expect, it } from "vitest";
import { coverEnds, supportEnds } from "../../../../main/lifecycle/reminders/ends.ts";
import { imageSubjects, undatedComponents } from "../../../../main/lifecycle/reminders/subjects.ts";
import type { Coverage, LifecycleEntry } from "../../../../shared/model/lifecycle.ts";
import { ReminderSubject } from "../../../../shared/model/reminder.ts";
import { day, entry, window } from "../../../support/reminder-case.ts";

const on = day("2026-11-24");
const [general] = entry().coverage;
const withWindows = (...windows: Coverage[]): LifecycleEntry =>
  entry({ coverage: [...(general === undefined ? [] : [general]), ...windows] });
const debian = (dates: Partial<LifecycleEntry["dates"]>, ...coverage: Coverage[]): LifecycleEntry =>
  entry({ dates: { ...entry().dates, ...dates }, coverage });

let count = 0;
const image = (name: string, ...entries: LifecycleEntry[]) => {
  count += 1;
  return { name, audited: day("2026-11-20"), id: `sha256:${count}`, entries };
};
const idsAndEnds = (...entries: LifecycleEntry[]) =>
  imageSubjects([image("shop:1", ...entries)], on, null).map(({ id, end }) => `${id} ${end}`);

describe("the end of support", () => {
  const opinion = window({
    phase: "Security support",
    provider: "Debian",
    until: day("2026-06-10"),
    source: "distro-info",
    secondOpinion: true,
  });
  it.each([
    ["the source's day", entry(), "2026-07-11"],
    ["an earlier second opinion", withWindows(opinion), "2026-06-10"],
    ["the source's day where an opinion is later", withWindows({ ...opinion, until: day("2027-06-10") }), "2026-07-11"],
    ["an opinion where the source has no day", debian({ eol: false }, opinion), "2026-06-10"],
    [
      "not an opinion on the extended phase",
      withWindows(window(), window({ until: day("2026-01-01"), secondOpinion: true })),
      "2026-07-11",
    ],
    [
      "not an opinion on the extended phase of what is over without a day",
      debian({ eol: true }, window({ from: null }), window({ until: day("2027-01-01"), secondOpinion: true })),
      null,
    ],
    [
      "also the day that the image states",
      withWindows(
        window({
          phase: "Stated",
          until: day("2025-01-01"),
          source: "os-release: SUPPORT_END=2025-01-02",
          secondOpinion: true,
        }),
      ),
      "2026-07-11 2025-01-01",
    ],
    ["none where support goes on", debian({ eol: false }), null],
    ["none where it is over without a day", debian({ eol: true }), null],
    ["none where the source says nothing", debian({ eol: null, eoes: null }), null],
  ])("is %s", (_what, one, end) => {
    expect(
      supportEnds(one)
        .map(({ end }) => end)
        .join(" ") || null,
    ).toBe(end);
  });

  it("says which source names it, with its age", () => {
    const from = { source: "distro-info debian.csv", asOf: day("2026-08-01") };
    expect(supportEnds(withWindows({ ...opinion, ...from }))[0]?.source).toBe("distro-info debian.csv (2026-08-01)");
    expect(supportEnds(entry())[0]?.source).toBe("endoflife.date 2026-08-22");
  });
});

describe("the end of cover", () => {
  const bought = (change: Partial<Coverage> = {}) => window({ entitled: true, offer: "freexian-elts", ...change });
  const contract = { id: "e-1", contract: "C-1" };
  it.each<[string, LifecycleEntry, string[]]>([
    ["none where nothing was bought", withWindows(window()), []],
    ["the last day that counts", withWindows(bought()), ["2028-06-30"]],
    ["not an upper bound", withWindows(bought({ estimate: true })), []],
    ["not a second opinion alone", withWindows(bought({ secondOpinion: true })), []],
    [
      "the later of two that join",
      withWindows(bought({ until: day("2027-06-30") }), bought({ from: day("2027-07-01"), until: day("2029-06-30") })),
      ["2029-06-30"],
    ],
    [
      "the later of two that overlap",
      withWindows(bought({ until: day("2029-06-30") }), bought({ until: day("2027-06-30") })),
      ["2029-06-30"],
    ],
    [
      "both where a gap lies between them",
      withWindows(bought({ until: day("2027-06-30") }), bought({ from: day("2027-07-02"), until: day("2029-06-30") })),
      ["2027-06-30", "2029-06-30"],
    ],
    [
      "none where it goes on with no end set",
      withWindows(bought({ until: day("2027-06-30") }), bought({ from: day("2027-07-01"), until: null })),
      [],
    ],
    [
      "the earlier of two sources' days",
      withWindows(bought(), window({ until: day("2028-05-31"), secondOpinion: true })),
      ["2028-05-31"],
    ],
    [
      "the contract's where another source names a later day",
      withWindows(
        bought({ until: day("2027-01-31"), entitlement: contract }),
        window({ until: day("2028-05-31"), secondOpinion: true }),
      ),
      ["2027-01-31"],
    ],
    ["that of a product which is over without a day", debian({ eol: true }, bought({ from: null })), ["2028-06-30"]],
    ["none where support itself has no end", debian({ eol: false }, bought({ from: null })), []],
    ["none for cover that ends with support", withWindows(bought({ from: null, until: day("2026-07-11") })), []],
  ])("is %s", (_what, one, ends) => {
    expect(coverEnds(one).map(({ end }) => end)).toEqual(ends);
  });

  it("names offer and contract, so that two contracts for one product stay apart", () => {
    const first = withWindows(bought({ until: day("2027-06-30"), entitlement: contract }));
    const second = withWindows(bought({ entitlement: { id: "e-2", contract: "C-2" } }));
    const subjects = imageSubjects([image("a:1", first), image("b:1", second)], on, null);
    expect(subjects.map(({ id, end, images }) => [id, end, images])).toEqual([
      ["support:debian:12", "2026-07-11", ["a:1", "b:1"]],
      ["cover:debian:12:freexian-elts:e-1", "2027-06-30", ["a:1"]],
      ["cover:debian:12:freexian-elts:e-2", "2028-06-30", ["b:1"]],
    ]);
    expect(idsAndEnds(withWindows(bought({ offer: undefined as never, provider: "Acme GmbH & Co." })))[1]).toMatch(
      /^cover:debian:12:acme-gmbh-co\.-[0-9a-f]{8} 2028-06-30$/,
    );
  });
});

describe("the subjects of images", () => {
  it("are one for a component in seven images, with their names in order", () => {
    const names = ["g", "b", "f", "a", "e", "c", "d"].map((letter) => `shop/${letter}:1`);
    const subjects = imageSubjects(
      names.map((name) => image(name, entry())),
      on,
      null,
    );
    expect(subjects).toEqual([
      {
        id: "support:debian:12",
        kind: "support-end",
        label: "Debian 12",
        end: "2026-07-11",
        cycleDays: 1127,
        images: [...names].sort(),
        source: "endoflife.date 2026-08-22",
      },
    ]);
  });

  it("leave out what a distribution packages and what has no day, which is counted", () => {
    const { component } = entry();
    const python = entry({
      component: { ...component, product: "python", cycle: "3.11", label: "Python 3.11", distroPackaged: true },
    });
    const go = debian({ eol: false });
    const unknown = entry({
      component: { ...component, product: null, label: "Own Linux 7" },
      status: "unknown",
      dates: { release: null, eoas: null, eol: null, eoes: null },
      coverage: [],
    });
    const none = { ...unknown, status: "none" as const };
    expect(idsAndEnds(python, go, unknown, none)).toEqual([]);
    expect(undatedComponents([image("a:1", python, go, unknown, none), image("b:1", unknown)])).toEqual([
      "Debian 12",
      "Own Linux 7",
    ]);
  });

  it("put what an image states of itself beside the product's day: no image moves another's date", () => {
    const stated = window({
      phase: "Stated",
      until: day("2025-01-01"),
      source: "os-release: SUPPORT_END=2025-01-02",
      secondOpinion: true,
    });
    const subjects = imageSubjects([image("a:1", entry()), image("b:1", withWindows(stated))], on, null);
    expect(subjects.map(({ id, images }) => [id, images])).toEqual([
      ["support:debian:12", ["a:1", "b:1"]],
      ["support:debian:12:2025-01-01", ["b:1"]],
    ]);
  });

  it("are estimates where a variant ends by its own maker's rule, and leave the product's day as it is", () => {
    const policy = { phase: "distroless debian12", provider: "GoogleContainerTools", until: day("2026-01-31") };
    const distroless = withWindows(window({ ...policy, estimate: true, secondOpinion: true }));
    const subjects = imageSubjects([image("a:1", entry()), image("b:1", distroless)], on, null);
    expect(subjects.map(({ id, end, estimate, images }) => [id, end, estimate, images])).toEqual([
      ["support:debian:12", "2026-07-11", undefined, ["a:1", "b:1"]],
      ["support:debian:12:2026-01-31", "2026-01-31", true, ["b:1"]],
    ]);
  });

  it("call a line that only labels name by its label, two labels never by one name", () => {
    const line = (label: string, eol: string) =>
      entry({
        component: { kind: "line", product: null, cycle: "20", version: null, label, evidence: "label" },
        dates: { release: null, eoas: null, eol: day(eol), eoes: null },
        coverage: [],
      });
    const ids = idsAndEnds(
      line("DHI node 20", "2027-01-01"),
      line("dhi NODE 20", "2027-01-01"),
      line("DHI node 20", "2028-01-01"),
    );
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^support:line:dhi-node-20-[0-9a-f]{8}:20\d\d-01-01 20\d\d-01-01$/);
  });

  it("are harmless and bounded, whatever an image calls itself", () => {
    const { component } = entry();
    const hostile = entry({
      component: { ...component, product: null, label: `\u001b[31mred\u202e${"x".repeat(5000)}` },
    });
    const [one] = imageSubjects([image(`evil\n\u001b]0;${"y".repeat(5000)}`, hostile)], on, null);
    expect(() => ReminderSubject.parse(one)).not.toThrow();
    expect([one?.id, one?.label, one?.source, ...(one?.images ?? [])].join("")).toMatch(/^[ -~…]+$/);
    expect((one?.label ?? "").length).toBeLessThan(150);
    expect((one?.images[0] ?? "").length).toBeLessThan(250);
    expect((one?.id ?? "").length).toBeLessThan(120);
  });

  it("hold the last fresh day of each audit where an age is set", () => {
    const subjects = imageSubjects([image("a:1"), { ...image("b:1"), audited: day("2027-05-05") }], on, 30);
    expect(subjects.map(({ kind, label, end, images }) => [kind, label, end, images])).toEqual([
      ["stale-audit", "a:1", "2026-12-20", ["a:1"]],
      // Audited as of a day to come: no fresher than today.
      ["stale-audit", "b:1", "2026-12-24", ["b:1"]],
    ]);
    expect(imageSubjects([image("a:1")], on, null)).toEqual([]);
  });
});
