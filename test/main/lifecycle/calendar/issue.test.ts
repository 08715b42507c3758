// Revisions and what is called off: each rule by itself, then any history of exports.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarEnds } from "../../../../main/lifecycle/calendar/ends.ts";
import { eventsOf } from "../../../../main/lifecycle/calendar/events.ts";
import { type IssueMoment, issueEvents } from "../../../../main/lifecycle/calendar/issue.ts";
import { addDays } from "../../../../shared/calendar-day.ts";
import type { CalendarEvent, RememberedCalendar } from "../../../../shared/model/calendar.ts";
import { datedEntry } from "../../../support/dated-entry.ts";
import { day } from "../../../support/kept-run.ts";

const moment = (on: string, over: Partial<IssueMoment> = {}): IssueMoment => ({
  on: day(on),
  now: `${on}T06:00:00Z`,
  whole: true,
  elsewhere: () => 0,
  ...over,
});

/** The events of Debian 12 with one lead of 30 days, for images of these names. */
function debian(
  on: string,
  names: readonly string[] = ["a"],
  eol = "2027-06-10",
  asOf = "2026-08-22",
): CalendarEvent[] {
  const ends = calendarEnds(names.map((name) => ({ name, entries: [datedEntry({ eol })] })));
  return ends.flatMap((end) => eventsOf({ ...end, asOf: day(asOf) }, [30, 0], day(on), (text) => text));
}

/** Exports one after the other; gives what the last one wrote, as `day sequence modified`, `x` before what is called off. */
function history(...steps: readonly (readonly [IssueMoment, readonly CalendarEvent[]])[]): string[] {
  let memory: RememberedCalendar | null = null;
  let issued: ReturnType<typeof issueEvents>["issued"] = [];
  for (const [at, events] of steps) ({ issued, after: memory } = issueEvents(events, memory, at));
  return issued.map(
    ({ event, sequence, modified, cancelled }) =>
      `${cancelled ? "x " : ""}${event.day} ${sequence} ${modified.slice(0, 10)}`,
  );
}

describe("a revision", () => {
  const first = [moment("2026-11-01"), debian("2026-11-01")] as const;

  it("is none where nothing moved", () => {
    const same = ["2027-05-11 0 2026-11-01", "2027-06-10 0 2026-11-01"];
    expect(history(first)).toEqual(same);
    expect(history(first, [moment("2026-11-02"), debian("2026-11-02")])).toEqual(same);
  });

  it("raises SEQUENCE and LAST-MODIFIED where the day moved, with the same UID", () => {
    expect(history(first, [moment("2026-11-02"), debian("2026-11-02", ["a"], "2027-07-10")])).toEqual([
      "2027-06-10 1 2026-11-02",
      "2027-07-10 1 2026-11-02",
    ]);
  });

  it("raises both where other images are concerned", () => {
    expect(history(first, [moment("2026-11-02"), debian("2026-11-02", ["a", "b"])])).toEqual([
      "2027-05-11 1 2026-11-02",
      "2027-06-10 1 2026-11-02",
    ]);
  });

  it("raises LAST-MODIFIED alone where a newer state of the source says the same", () => {
    expect(history(first, [moment("2026-11-02"), debian("2026-11-02", ["a"], "2027-06-10", "2026-11-02")])).toEqual([
      "2027-05-11 0 2026-11-02",
      "2027-06-10 0 2026-11-02",
    ]);
  });

  it("never sets LAST-MODIFIED back with the clock", () => {
    expect(history(first, [moment("2026-10-01"), debian("2026-10-01", ["a", "b"])])).toEqual([
      "2027-05-11 1 2026-11-01",
      "2027-06-10 1 2026-11-01",
    ]);
  });

  it("goes on from what another calendar gave the same UID", () => {
    const other = moment("2026-11-01", { elsewhere: () => 4 });
    expect(history([other, debian("2026-11-01")])).toEqual(["2027-05-11 4 2026-11-01", "2027-06-10 4 2026-11-01"]);
  });
});

describe("what is gone", () => {
  const first = [moment("2026-11-01"), debian("2026-11-01")] as const;
  const gone = (on: string) => [moment(on), []] as const;

  it("is called off with a higher SEQUENCE, and stays so for 90 days", () => {
    const calledOff = ["x 2027-05-11 1 2026-11-02", "x 2027-06-10 1 2026-11-02"];
    expect(history(first, gone("2026-11-02"))).toEqual(calledOff);
    expect(history(first, gone("2026-11-02"), gone("2026-11-03"))).toEqual(calledOff);
    expect(history(first, gone("2026-11-02"), gone("2027-01-31"))).toEqual(calledOff);
    expect(history(first, gone("2026-11-02"), gone("2027-02-01"))).toEqual([]);
  });

  it("is called off also where its end lies behind", () => {
    expect(history([moment("2027-07-01"), debian("2027-07-01")], gone("2027-07-02"))).toEqual([
      "x 2027-06-10 1 2027-07-02",
    ]);
  });

  it("stands again, revised, when an image with that end is back", () => {
    expect(history(first, gone("2026-11-02"), [moment("2026-11-03"), debian("2026-11-03")])).toEqual([
      "2027-05-11 2 2026-11-03",
      "2027-06-10 2 2026-11-03",
    ]);
  });

  it("is not called off where not every image could be read: it stays as it was", () => {
    expect(history(first, [moment("2026-11-02", { whole: false }), []])).toEqual([
      "2027-05-11 0 2026-11-01",
      "2027-06-10 0 2026-11-01",
    ]);
  });

  it("is no day that has come and passed: nor is that one's SEQUENCE lost when the clock is set back", () => {
    const moved = debian("2026-11-02", ["a", "b"]);
    const passed = [moment("2027-05-12"), debian("2027-05-12", ["a", "b"])] as const;
    expect(history(first, [moment("2026-11-02"), moved], passed)).toEqual(["2027-06-10 1 2026-11-02"]);
    expect(history(first, [moment("2026-11-02"), moved], passed, [moment("2026-11-05"), moved])).toEqual([
      "2027-05-11 1 2026-11-02",
      "2027-06-10 1 2026-11-02",
    ]);
  });
});

describe("any history of exports", () => {
  const names = fc.subarray(["a", "b", "c"]);
  const step = fc.record({
    /** Days to the next export; a clock may be set back. */
    later: fc.integer({ min: -40, max: 120 }),
    names,
    eol: fc.constantFrom("2027-06-10", "2027-06-24", "2026-12-01"),
    whole: fc.boolean(),
  });

  it("never lowers a SEQUENCE within memory, and never changes an event under the same SEQUENCE", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        let memory: RememberedCalendar | null = null;
        let on = day("2026-11-01");
        const seen = new Map<string, Map<number, string>>();
        for (const { later, names: images, eol, whole } of steps) {
          on = addDays(on, later);
          const events = images.length === 0 ? [] : debian(on, images, eol);
          const { issued, after } = issueEvents(events, memory, moment(on, { whole }));
          const written = new Set(issued.map(({ event }) => event.uid));
          expect(written.size).toBe(issued.length);
          expect(events.every(({ uid }) => written.has(uid))).toBe(true);
          const standing = issued.filter(({ cancelled }) => !cancelled).map(({ event }) => event.uid);
          if (whole) expect(standing.sort()).toEqual(events.map(({ uid }) => uid).sort());
          for (const { event, sequence, cancelled } of issued) {
            const before: number | undefined = memory?.events[event.uid]?.sequence;
            if (before !== undefined) expect(sequence).toBeGreaterThanOrEqual(before);
            const known = seen.get(event.uid) ?? new Map<number, string>();
            seen.set(event.uid, known);
            const content = JSON.stringify([event.day, event.images, cancelled]);
            // A revision forgotten after its time begins anew.
            if (before !== undefined) expect(known.get(sequence) ?? content).toBe(content);
            else known.clear();
            known.set(sequence, content);
          }
          memory = after;
        }
      }),
      { numRuns: 300 },
    );
  });
});
