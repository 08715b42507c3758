// When the app plans and tells: midnight, sleep, clocks that are set, zones, clock changes, restarts. Never twice.
import { afterEach, describe, expect, it } from "vitest";
import { untilNextTick } from "../../../main/desktop/reminder-watch.ts";
import { dayOf, daysBetween } from "../../../shared/calendar-day.ts";
import { noReminderMemory, type ReminderMemory } from "../../../shared/model/reminder.ts";
import { day, subject } from "../../support/reminder-case.ts";
import { hour, machine } from "../../support/watched-day.ts";

const zoneBefore = process.env["TZ"];
function inZone(zone: string): void {
  process.env["TZ"] = zone;
}
afterEach(() => {
  if (zoneBefore === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zoneBefore;
});

const debian = subject("2026-12-24");
const node = subject("2027-04-30", { id: "support:nodejs:22", label: "Node.js 22", images: ["api:1", "web:2"] });

describe("while the app runs", () => {
  it("tells at the start what is due, once, and nothing again for the rest of the day", async () => {
    inZone("UTC");
    const it = machine("2026-11-24T09:00:00Z", [debian]);
    const watch = await it.boot();
    expect(it.shown).toEqual(["2026-11-24 Debian 12: support ends in 30 days"]);
    watch.changed();
    watch.changed();
    await it.pass(10 * hour);
    expect(it.shown).toHaveLength(1);
    expect(Object.keys(it.memory.notified)).toHaveLength(1);
  });

  it("plans for the new day within seconds of midnight", async () => {
    inZone("Europe/Berlin");
    const it = machine("2026-11-23T23:30:00+01:00", [debian]);
    await it.boot();
    expect(it.shown).toEqual(["2026-11-23 Debian 12: support ends in 31 days"]);
    const later = machine("2026-12-16T23:30:00+01:00", [debian]);
    later.memory = it.memory;
    await later.boot();
    await later.pass(0.5 * hour + 2000);
    expect(later.plans).toEqual(["2026-12-16", "2026-12-17"]);
    expect(later.shown.at(-1)).toBe("2026-12-17 Debian 12: support ends in 7 days");
  });

  it("looks at the day at most an hour apart, and plans only when it is another", async () => {
    inZone("UTC");
    const it = machine("2026-11-24T00:10:00Z", [debian]);
    await it.boot();
    await it.pass(23 * hour);
    expect(it.plans).toEqual(["2026-11-24"]);
    expect(it.timers()).toBe(1);
    await it.pass(50 * 60_000 + 2000);
    expect(it.plans).toEqual(["2026-11-24", "2026-11-25"]);
  });

  it("plans after a change, and once more for all that changed during a plan", async () => {
    inZone("UTC");
    const it = machine("2026-11-24T09:00:00Z", []);
    const watch = await it.boot();
    it.subjects = [debian];
    watch.changed();
    it.subjects = [debian, node];
    watch.changed();
    watch.changed();
    await it.settle();
    expect(it.plans).toHaveLength(3);
    const list = await watch.current();
    expect(new Set(list.reminders.map(({ subject: { label } }) => label))).toEqual(
      new Set(["Debian 12", "Node.js 22"]),
    );
  });

  it("shares the plan that is being made with the list that asks for one", async () => {
    inZone("UTC");
    const it = machine("2026-11-24T09:00:00Z", [debian]);
    const watch = it.watch();
    watch.start();
    const [first, second] = await Promise.all([watch.current(), watch.current()]);
    expect(first).toBe(second);
    expect(it.plans).toHaveLength(1);
  });

  it("stops", async () => {
    inZone("UTC");
    const it = machine("2026-11-24T09:00:00Z", [debian]);
    const watch = await it.boot();
    watch.stop();
    expect(it.timers()).toBe(0);
    await it.pass(72 * hour);
    expect(it.plans).toEqual(["2026-11-24"]);
  });
});

describe("when the machine sleeps", () => {
  it("over three days, one notification tells of everything that came due, however often it wakes", async () => {
    inZone("Europe/Berlin");
    const php = subject("2026-12-03", { id: "support:php:8.2", label: "PHP 8.2" });
    const it = machine("2026-11-24T18:00:00+01:00", [subject("2027-05-24"), php]);
    const watch = await it.boot();
    expect(it.shown).toEqual(["2026-11-24 PHP 8.2: support ends in 9 days"]);
    it.sleep(72 * hour);
    watch.check();
    await it.settle();
    watch.check();
    await it.pass(20 * hour);
    expect(it.plans).toEqual(["2026-11-24", "2026-11-27", "2026-11-28"]);
    expect(it.shown.slice(1)).toEqual(["2026-11-27 2 reminders are due"]);
  });

  it("without a word from the system, the next hourly look finds the new day", async () => {
    inZone("UTC");
    const it = machine("2026-12-16T20:00:00Z", [debian]);
    await it.boot();
    it.sleep(14 * hour);
    await it.pass(hour);
    expect(it.plans).toEqual(["2026-12-16", "2026-12-17"]);
    expect(it.shown.at(-1)).toBe("2026-12-17 Debian 12: support ends in 7 days");
  });
});

describe("when the clock is set", () => {
  it("back by days, nothing is told twice, nor when it is set right again", async () => {
    inZone("UTC");
    const it = machine("2026-12-17T09:00:00Z", [debian]);
    const watch = await it.boot();
    expect(it.shown).toHaveLength(1);
    it.setClock("2026-11-24T09:00:00Z");
    watch.check();
    await it.settle();
    it.setClock("2026-12-17T09:05:00Z");
    watch.check();
    await it.settle();
    const seven = it.shown.filter((title) => title.endsWith("in 7 days"));
    expect(seven).toHaveLength(1);
    expect(it.plans).toEqual(["2026-12-17", "2026-11-24", "2026-12-17"]);
    expect(new Set(Object.keys(it.memory.notified)).size).toBe(it.shown.length);
  });

  it("to years ahead and back, nothing that is due later is lost", async () => {
    inZone("UTC");
    const it = machine("2026-11-01T09:00:00Z", [debian]);
    const watch = await it.boot();
    it.setClock("2031-01-01T09:00:00Z");
    watch.check();
    await it.settle();
    it.setClock("2026-11-24T09:00:00Z");
    watch.check();
    await it.settle();
    expect(it.shown.at(-1)).toBe("2026-11-24 Debian 12: support ends in 30 days");
  });
});

describe("in zones", () => {
  it("a traveller's day is that of the zone the machine is set to", async () => {
    inZone("Pacific/Honolulu");
    const it = machine("2026-12-16T23:00:00-10:00", [debian]);
    const watch = await it.boot();
    expect(it.plans).toEqual(["2026-12-16"]);
    inZone("Pacific/Kiritimati");
    watch.check();
    await it.settle();
    expect(it.plans).toEqual(["2026-12-16", "2026-12-17"]);
    inZone("Pacific/Honolulu");
    watch.check();
    await it.settle();
    await it.pass(2 * hour);
    expect(it.shown.filter((title) => title.endsWith("in 7 days"))).toHaveLength(1);
  });

  it.each([
    ["Europe/Berlin", "2027-03-27T22:10:00Z", "2027-03-28"],
    ["Europe/Berlin", "2027-10-30T21:10:00Z", "2027-10-31"],
    ["America/New_York", "2027-03-14T03:10:00Z", "2027-03-14"],
    ["America/New_York", "2027-11-07T03:10:00Z", "2027-11-07"],
    // Midnight itself is left out there.
    ["Africa/Cairo", "2027-04-29T21:10:00Z", "2027-04-30"],
    ["Australia/Lord_Howe", "2027-04-03T12:10:00Z", "2027-04-04"],
  ])("in %s the day of a clock change begins when it begins (%s)", async (zone, start, next) => {
    inZone(zone);
    const it = machine(start, [debian]);
    await it.boot();
    const first = it.plans[0];
    await it.pass(2 * hour);
    expect(first).not.toBe(next);
    expect(it.plans).toEqual([first, next]);
    // The whole of that day, 23 or 25 hours, is one day.
    await it.pass(21 * hour);
    expect(it.plans).toEqual([first, next]);
    await it.pass(4 * hour);
    expect(it.plans).toHaveLength(3);
  });

  it.each(["UTC", "Europe/Berlin", "Pacific/Apia", "America/Santiago", "Asia/Kathmandu", "Africa/Cairo"])(
    "in %s no tick is more than an hour away, none comes before the new day, and none is missed for a year",
    (zone) => {
      inZone(zone);
      let at = Date.parse("2026-12-31T10:17:00Z");
      const end = at + 366 * 24 * hour;
      let days = 0;
      let current = new Date(at).toDateString();
      while (at < end) {
        const wait = untilNextTick(new Date(at));
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(hour);
        const tick = new Date(at + wait);
        if (tick.toDateString() !== current) {
          current = tick.toDateString();
          days += 1;
          // Seen within seconds of its beginning.
          expect(new Date(at + wait - 2000).toDateString()).not.toBe(current);
        }
        at += wait;
      }
      expect(days).toBe(daysBetween(dayOf(new Date("2026-12-31T10:17:00Z")), dayOf(new Date(at))));
      expect(days).toBeGreaterThan(360);
    },
  );
});

describe("over restarts", () => {
  it("tells each (subject, lead) once, whatever is started when", async () => {
    inZone("UTC");
    let memory: ReminderMemory = { ...noReminderMemory, lastPlanned: day("2026-11-23") };
    const shown: string[] = [];
    for (const start of ["2026-11-24T09:00:00Z", "2026-11-24T17:00:00Z", "2026-11-25T09:00:00Z"]) {
      const it = machine(start, [debian, node]);
      it.memory = memory;
      (await it.boot()).stop();
      ({ memory } = it);
      shown.push(...it.shown);
    }
    expect(shown).toEqual([
      "2026-11-24 Debian 12: support ends in 30 days",
      "2026-11-24 Node.js 22: support ends in 157 days",
    ]);
  });

  it("after weeks off shows one summary instead of a burst", async () => {
    inZone("UTC");
    const many = Array.from({ length: 12 }, (_, at) =>
      subject(`2026-12-${String(at + 10)}`, { id: `support:thing-${at}:1`, label: `Thing ${at}` }),
    );
    const it = machine("2026-06-01T09:00:00Z", many);
    (await it.boot()).stop();
    expect(it.shown).toEqual([]);
    it.setClock("2026-11-24T09:00:00Z");
    await it.boot();
    expect(it.shown).toEqual(["2026-11-24 12 reminders are due"]);
    expect(Object.keys(it.memory.notified)).toHaveLength(12);
  });
});

describe("what goes wrong", () => {
  it("is told and tried again with the next hour", async () => {
    inZone("UTC");
    const it = machine("2026-11-24T09:00:00Z", [debian]);
    it.breaks = new Error("the disk is gone");
    await it.boot();
    expect(it.failures).toEqual([new Error("the disk is gone")]);
    expect(it.shown).toEqual([]);
    await it.pass(hour + 1000);
    expect(it.shown).toHaveLength(1);
  });

  it("is what a list that asks gets to hear", async () => {
    inZone("UTC");
    const it = machine("2026-11-24T09:00:00Z", [debian]);
    const watch = await it.boot();
    it.breaks = new Error("the disk is gone");
    await expect(watch.current()).rejects.toThrow("the disk is gone");
    expect((await watch.current()).on).toBe(day("2026-11-24"));
  });

  it("a system that takes no notifications is told nothing, and nothing counts as told", async () => {
    inZone("UTC");
    const it = machine("2026-11-24T09:00:00Z", [debian]);
    it.takesNotifications = false;
    const watch = await it.boot();
    expect(it.memory.notified).toEqual({});
    it.takesNotifications = true;
    it.wantsNotifications = false;
    watch.changed();
    await it.settle();
    expect(it.memory.notified).toEqual({});
    it.wantsNotifications = true;
    watch.changed();
    await it.settle();
    expect(it.shown).toHaveLength(1);
  });
});
