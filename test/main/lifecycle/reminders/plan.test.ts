import { describe, expect, it } from "vitest";
import { cappedLeads, leadsOf, type ReminderSettings } from "../../../../main/lifecycle/reminders/leads.ts";
import { markDone, markNotified, reopen, snooze } from "../../../../main/lifecycle/reminders/memory.ts";
import { planReminders } from "../../../../main/lifecycle/reminders/plan.ts";
import { addDays } from "../../../../shared/calendar-day.ts";
import { noReminderMemory, type ReminderMemory, type ReminderSubject } from "../../../../shared/model/reminder.ts";
import { day, subject, usual } from "../../../support/reminder-case.ts";

/** `lead:state` of every reminder, longest lead first. */
function states(
  on: string,
  subjects: readonly ReminderSubject[] = [subject("2026-12-31")],
  memory: ReminderMemory = noReminderMemory,
  settings: ReminderSettings = usual,
): string {
  const { reminders } = planReminders(subjects, settings, memory, day(on));
  return reminders.map(({ lead, state }) => `${lead}:${state}`).join(" ");
}

describe("leads", () => {
  it.each([
    [[180, 90, 30, 7, 0], undefined, [180, 90, 30, 7, 0]],
    [[0, 7, 180], undefined, [180, 7, 0]],
    [[180, 90, 30, 7, 0], 1800, [180, 90, 30, 7, 0]],
    [[180, 90, 30, 7, 0], 540, [180, 90, 30, 7, 0]],
    [[180, 90, 30, 7, 0], 539, [179, 90, 30, 7, 0]],
    [[180, 90, 30, 7, 0], 240, [80, 30, 7, 0]],
    [[180, 90, 30, 7, 0], 42, [14, 7, 0]],
    [[180, 90, 30, 7, 0], 21, [7, 0]],
    [[180, 90], 2, [0]],
    [[30, 30, 30], undefined, [30]],
    [[], undefined, []],
  ])("%j of a cycle of %s days are %j", (leads, cycleDays, capped) => {
    expect(cappedLeads(leads, cycleDays)).toEqual(capped);
  });

  it.each([
    ["support:debian:12", { "support:debian:12": [14] }, [14]],
    ["support:debian:12", { debian: [10, 2] }, [10, 2]],
    ["cover:debian:12:freexian-elts", { debian: [10, 2] }, [10, 2]],
    ["support:debian:12", { debian: [10], "support:debian:12": [3] }, [3]],
    ["support:debian:12", { "support:debian:12": [] }, []],
    ["support:debian:12", { "support:debian:11": [1], ubuntu: [1], "12": [1] }, [180, 90, 30, 7, 0]],
    ["waiver:debian:12", { debian: [1] }, [180, 90, 30, 7, 0]],
    ["support:constructor:1", {}, [180, 90, 30, 7, 0]],
  ])("of %s with %j are %j", (id, componentLeads, leads) => {
    expect(leadsOf(subject("2026-12-31", { id }), { ...usual, componentLeads })).toEqual(leads);
  });

  it("that a component has of its own are capped like all others", () => {
    const settings = { ...usual, componentLeads: { debian: [365] } };
    expect(leadsOf(subject("2026-12-31", { cycleDays: 300 }), settings)).toEqual([100]);
  });

  it("of an old audit are its last fresh day alone, unless somebody says otherwise", () => {
    const stale = subject("2026-12-31", { id: "audit:sha256:1", kind: "stale-audit" });
    expect(leadsOf(stale, usual)).toEqual([0]);
    expect(leadsOf(stale, { ...usual, componentLeads: { "audit:sha256:1": [5, 0] } })).toEqual([5, 0]);
  });
});

describe("reminders", () => {
  it.each([
    ["2026-01-01", "180:upcoming 90:upcoming 30:upcoming 7:upcoming 0:upcoming"],
    ["2026-07-03", "180:upcoming 90:upcoming 30:upcoming 7:upcoming 0:upcoming"],
    ["2026-07-04", "180:due 90:upcoming 30:upcoming 7:upcoming 0:upcoming"],
    ["2026-10-01", "180:due 90:upcoming 30:upcoming 7:upcoming 0:upcoming"],
    ["2026-10-02", "180:passed 90:due 30:upcoming 7:upcoming 0:upcoming"],
    ["2026-12-01", "180:passed 90:passed 30:due 7:upcoming 0:upcoming"],
    ["2026-12-30", "180:passed 90:passed 30:passed 7:due 0:upcoming"],
    ["2026-12-31", "180:passed 90:passed 30:passed 7:passed 0:due"],
    ["2027-01-01", "180:passed 90:passed 30:passed 7:passed 0:due"],
    ["2036-01-01", "180:passed 90:passed 30:passed 7:passed 0:due"],
  ])("on %s of an end on 2026-12-31 are %s", (on, expected) => {
    expect(states(on)).toBe(expected);
  });

  it("come due on the end less the lead, over leap days and the turn of a year", () => {
    const { reminders } = planReminders([subject("2028-03-01")], usual, noReminderMemory, day("2026-01-01"));
    expect(reminders.map(({ due }) => due)).toEqual([
      "2027-09-03",
      "2027-12-02",
      "2028-01-31",
      "2028-02-23",
      "2028-03-01",
    ]);
  });

  it("of an end that is over are one, also where nobody asked for the last day", () => {
    const settings = { ...usual, leads: [90, 30] };
    expect(states("2027-06-01", undefined, undefined, settings)).toBe("90:passed 30:due");
  });

  it("stay due until somebody says done, then no lead of them comes back", () => {
    const { news } = planReminders([subject("2026-12-31")], usual, noReminderMemory, day("2027-01-15"));
    const memory = markDone(noReminderMemory, [news[0]?.id ?? ""], day("2027-01-15"));
    expect(states("2027-01-16", undefined, memory)).toBe("180:passed 90:passed 30:passed 7:passed 0:done");
    expect(states("2030-01-16", undefined, memory)).toBe("180:passed 90:passed 30:passed 7:passed 0:done");
  });

  it("that are done leave the later leads as they are, and can be opened again", () => {
    const { news } = planReminders([subject("2026-12-31")], usual, noReminderMemory, day("2026-10-02"));
    const ids = news.map(({ id }) => id);
    const done = markDone(noReminderMemory, ids, day("2026-10-03"));
    expect(states("2026-10-04", undefined, done)).toBe("180:passed 90:done 30:upcoming 7:upcoming 0:upcoming");
    expect(states("2026-12-02", undefined, done)).toBe("180:passed 90:done 30:due 7:upcoming 0:upcoming");
    expect(states("2026-10-04", undefined, reopen(done, ids))).toContain("90:due");
  });

  it("that are snoozed come back on the day named, and give way to a shorter lead before it", () => {
    const { news } = planReminders([subject("2026-12-31")], usual, noReminderMemory, day("2026-12-01"));
    const snoozed = snooze(noReminderMemory, [news[0]?.id ?? ""], day("2026-12-26"));
    expect(states("2026-12-23", undefined, snoozed)).toContain("30:snoozed 7:upcoming");
    expect(states("2026-12-24", undefined, snoozed)).toContain("30:passed 7:due");
    const short = snooze(noReminderMemory, [news[0]?.id ?? ""], day("2026-12-05"));
    expect(states("2026-12-04", undefined, short)).toContain("30:snoozed");
    expect(states("2026-12-05", undefined, short)).toContain("30:due");
    const plan = planReminders([subject("2026-12-31")], usual, short, day("2026-12-04"));
    expect(plan.news).toEqual([]);
    expect(plan.reminders.find(({ lead }) => lead === 30)?.snoozedUntil).toBe("2026-12-05");
  });

  it("are news until they were told, once", () => {
    const first = planReminders([subject("2026-12-31")], usual, noReminderMemory, day("2026-12-01"));
    expect(first.news.map(({ lead }) => lead)).toEqual([30]);
    const told = markNotified(
      first.memory,
      first.news.map(({ id }) => id),
      day("2026-12-01"),
    );
    const again = planReminders([subject("2026-12-31")], usual, told, day("2026-12-03"));
    expect(again.news).toEqual([]);
    expect(again.reminders.find(({ lead }) => lead === 30)).toMatchObject({ state: "due", notified: "2026-12-01" });
    expect(planReminders([subject("2026-12-31")], usual, told, day("2026-12-24")).news.map(({ lead }) => lead)).toEqual(
      [7],
    );
  });

  it("are not told again by a clock that is set back, nor lost by one that ran ahead", () => {
    let memory: ReminderMemory = noReminderMemory;
    const told: string[] = [];
    for (const on of [
      "2026-07-05",
      "2027-03-01",
      "2026-07-06",
      "2026-10-02",
      "2026-12-01",
      "2026-12-24",
      "2026-12-31",
    ]) {
      const plan = planReminders([subject("2026-12-31")], usual, memory, day(on));
      told.push(`${on} ${plan.news.map(({ lead }) => lead).join()}`);
      memory = markNotified(
        plan.memory,
        plan.news.map(({ id }) => id),
        day(on),
      );
    }
    expect(told).toEqual([
      "2026-07-05 180",
      "2027-03-01 0",
      "2026-07-06 ",
      "2026-10-02 90",
      "2026-12-01 30",
      "2026-12-24 7",
      "2026-12-31 ",
    ]);
    expect(states("2026-12-31", undefined, memory)).toContain("0:due");
  });

  it("are planned anew when a source moves the date, and the move is logged", () => {
    const before = planReminders([subject("2026-12-31")], usual, noReminderMemory, day("2026-12-31"));
    const ids = before.news.map(({ id }) => id);
    const memory = markDone(markNotified(before.memory, ids, day("2026-12-31")), ids, day("2026-12-31"));
    const after = planReminders([subject("2027-01-07")], usual, memory, day("2027-01-01"));
    expect(after.memory.corrections).toEqual([
      { subject: "support:debian:12", label: "Debian 12", from: "2026-12-31", to: "2027-01-07", on: "2027-01-01" },
    ]);
    expect(after.news.map(({ lead }) => lead)).toEqual([7]);
    // The same again is no second move.
    const still = planReminders([subject("2027-01-07")], usual, after.memory, day("2027-01-02"));
    expect(still.memory.corrections).toHaveLength(1);
  });

  it("log the move of a subject that was gone for a while, but not that an audit was made anew", () => {
    const first = planReminders([subject("2026-12-31")], usual, noReminderMemory, day("2026-12-01"));
    const gone = planReminders([], usual, first.memory, day("2026-12-05"));
    expect(
      planReminders([subject("2027-06-30")], usual, gone.memory, day("2026-12-09")).memory.corrections,
    ).toHaveLength(1);
    const audit = (end: string) => subject(end, { id: "audit:sha256:1", kind: "stale-audit" });
    const old = planReminders([audit("2026-12-31")], usual, noReminderMemory, day("2026-12-01"));
    expect(planReminders([audit("2027-01-31")], usual, old.memory, day("2027-01-01")).memory.corrections).toEqual([]);
  });

  it("keep a bounded log", () => {
    let memory: ReminderMemory = noReminderMemory;
    for (let at = 0; at < 600; at += 1)
      memory = planReminders([subject(addDays(day("2027-01-01"), at))], usual, memory, day("2026-12-01")).memory;
    expect(memory.corrections).toHaveLength(500);
    expect(memory.corrections.at(-1)?.to).toBe(addDays(day("2027-01-01"), 599));
  });

  it("have ids that stay as they are: what was done in one version is done in the next", () => {
    const { reminders } = planReminders([subject("2026-12-31")], usual, noReminderMemory, day("2026-12-01"));
    expect(reminders.map(({ id }) => id)).toMatchInlineSnapshot(`
      [
        "bff8554385ce7a74ebbcef5e0882c761",
        "36b43f7219c3c823e3c9148ad628407d",
        "84e0fef7ddd6cf47a350e28d4ce8a075",
        "2e9afb308e98b3ff751fe870b1abbac0",
        "d29f2cf0cf7e31a78543ada9d254a8e9",
      ]
    `);
    expect(new Set(reminders.map(({ id }) => id)).size).toBe(5);
  });

  it("remember the day of the plan, and change nothing that came in", () => {
    const before = JSON.stringify(noReminderMemory);
    const { memory } = planReminders([subject("2026-12-31")], usual, noReminderMemory, day("2026-12-01"));
    expect(memory).toMatchObject({ lastPlanned: "2026-12-01", ends: { "support:debian:12": "2026-12-31" } });
    expect(JSON.stringify(noReminderMemory)).toBe(before);
  });
});

describe("what was done to reminders", () => {
  it("is one thing at a time, and the first day of being told stays", () => {
    const ids = ["a"];
    const snoozed = snooze(markDone(noReminderMemory, ids, day("2026-12-01")), ids, day("2026-12-09"));
    expect(snoozed).toMatchObject({ done: {}, snoozed: { a: "2026-12-09" } });
    expect(markDone(snoozed, ids, day("2026-12-02"))).toMatchObject({ done: { a: "2026-12-02" }, snoozed: {} });
    const told = markNotified(markNotified(noReminderMemory, ids, day("2026-12-01")), ids, day("2026-12-05"));
    expect(told.notified).toEqual({ a: "2026-12-01" });
    expect(reopen(told, ids).notified).toEqual({ a: "2026-12-01" });
  });

  it("is bounded: what was told long ago is forgotten first", () => {
    const old = markNotified(noReminderMemory, ["old"], day("2020-01-01"));
    const many = Array.from({ length: 50_000 }, (_, at) => `id-${at}`);
    const full = markNotified(old, many, day("2026-12-01"));
    expect(Object.keys(full.notified)).toHaveLength(50_000);
    expect(full.notified["old"]).toBeUndefined();
  });
});
