// The file as calendars read it: every output goes through ical.js and through the letter of RFC 5545.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarOrder, calendarOfRun, makeCalendar } from "../../main/calendar.ts";
import { addDays } from "../../shared/calendar-day.ts";
import { emptyCalendarMemory } from "../../shared/model/calendar.ts";
import type { LifecycleEntry } from "../../shared/model/lifecycle.ts";
import { defaultSettings } from "../../shared/settings.ts";
import { datedEntry, windowWith } from "../support/dated-entry.ts";
import { auditWith, day, idOf, runWith } from "../support/kept-run.ts";
import { readIcs } from "../support/read-ics.ts";

const order = (over: Partial<CalendarOrder> = {}): CalendarOrder => ({
  images: [{ name: "shop/api:7", entries: [datedEntry()] }],
  whole: true,
  settings: defaultSettings,
  memory: emptyCalendarMemory,
  calendar: "/home/x/support.ics",
  on: day("2025-01-01"),
  now: "2026-11-24T06:00:00Z",
  language: "en",
  toolVersion: "0.1.0",
  ...over,
});
const image = (name: string, ...entries: LifecycleEntry[]) => ({ name, entries });

describe("the file", () => {
  it("is a published calendar that names its maker and when to look again", () => {
    const { properties } = readIcs(makeCalendar(order()).text);
    expect(properties).toMatchObject({
      version: "2.0",
      prodid: "-//Plimsoll//Plimsoll 0.1.0//EN",
      method: "PUBLISH",
      "refresh-interval": "P1D",
      "x-published-ttl": "P1D",
      "x-wr-calname": "Plimsoll: support dates",
    });
  });

  it("has an all-day event for the end and for each lead, its end exclusive, nobody made busy", () => {
    const { events } = readIcs(makeCalendar(order()).text);
    expect(events.map(({ start, end, summary }) => [start, end, summary])).toEqual([
      ["2026-01-12", "2026-01-13", "In 180 days: Debian 12 leaves security support"],
      ["2026-04-12", "2026-04-13", "In 90 days: Debian 12 leaves security support"],
      ["2026-06-11", "2026-06-12", "In 30 days: Debian 12 leaves security support"],
      ["2026-07-04", "2026-07-05", "In 7 days: Debian 12 leaves security support"],
      ["2026-07-11", "2026-07-12", "Debian 12: last day of security support"],
    ]);
    for (const event of events) {
      expect(event).toMatchObject({
        status: "CONFIRMED",
        transparency: "TRANSPARENT",
        sequence: 0,
        stamp: "2026-11-24T06:00:00Z",
        modified: "2026-11-24T06:00:00Z",
        categories: ["Plimsoll", "Support dates"],
      });
    }
    expect(events.at(-1)?.description).toBe(
      [
        "Debian 12: security support lasts up to and including 2026-07-11. From 2026-07-12 on it has ended.",
        "By: Debian (Security support)",
        "Image: shop/api:7",
        "Source: endoflife.date 2026-08-22",
      ].join("\n"),
    );
  });

  it("rings beside at nine in the morning of each such day, from the end's event alone", () => {
    const { events } = readIcs(makeCalendar(order()).text);
    expect(events.slice(0, -1).flatMap(({ alarms }) => alarms)).toEqual([]);
    expect(events.at(-1)?.alarms.map(({ trigger, action, description }) => [trigger, action, description])).toEqual([
      ["-P179DT15H", "DISPLAY", "In 180 days: Debian 12 leaves security support"],
      ["-P89DT15H", "DISPLAY", "In 90 days: Debian 12 leaves security support"],
      ["-P29DT15H", "DISPLAY", "In 30 days: Debian 12 leaves security support"],
      ["-P6DT15H", "DISPLAY", "In 7 days: Debian 12 leaves security support"],
      ["PT9H", "DISPLAY", "Debian 12: last day of security support"],
    ]);
    expect(makeCalendar(order()).text).toContain("TRIGGER;RELATED=START:PT9H");
    const past = readIcs(makeCalendar(order({ on: day("2026-07-12") })).text).events;
    expect(past.map(({ start, alarms }) => [start, alarms])).toEqual([["2026-07-11", []]]);
  });

  it("marks an estimate in title, text and status, and says what does not count", () => {
    const bound = windowWith("2031-07-11", { estimate: true, provider: "Docker", phase: "DHI ELS" });
    const lts = windowWith("2028-06-30", { entitled: false, phase: "Debian LTS", provider: "Debian LTS team" });
    const entry = datedEntry({ eoes: "2028-06-30", more: [lts, bound] });
    const { events } = readIcs(makeCalendar(order({ images: [image("a", entry)], on: day("2031-07-11") })).text);
    expect(events.map(({ summary, status }) => [summary, status])).toEqual([
      ["Debian 12: last day of security support", "CONFIRMED"],
      ["Debian 12: last day of extended support", "CONFIRMED"],
      ["Estimate: Debian 12: last day of extended cover", "TENTATIVE"],
    ]);
    expect(events[1]?.description).toContain("Not counted as cover");
    expect(events[2]?.description).toContain("an estimate, an upper bound");
  });

  it("speaks German", () => {
    const { events, properties } = readIcs(makeCalendar(order({ language: "de" })).text);
    expect(properties["x-wr-calname"]).toBe("Plimsoll: Supporttermine");
    expect(events[3]?.summary).toBe("In 7 Tagen endet der Sicherheitssupport: Debian 12");
    expect(events[4]?.summary).toBe("Debian 12: letzter Tag des Sicherheitssupports");
    expect(events[4]?.description).toContain(
      "Sicherheitssupport gilt bis einschließlich 2026-07-11, ab 2026-07-12 nicht mehr.",
    );
  });

  it("lists ten names and counts the rest", () => {
    const images = Array.from({ length: 43 }, (_, index) =>
      image(`shop/web-${String(index).padStart(2, "0")}:1`, datedEntry()),
    );
    const { events } = readIcs(makeCalendar(order({ images })).text);
    expect(events).toHaveLength(5);
    expect(events.at(-1)?.description).toMatch(/43 images: shop\/web-00:1, .*shop\/web-09:1, and 33 more\n/);
  });

  it("is empty, and still a calendar, where nothing is dated", () => {
    const made = makeCalendar(order({ images: [image("a", datedEntry({ eol: false }))] }));
    expect(readIcs(made.text).events).toEqual([]);
    expect(made.counts).toEqual({ ends: 0, leads: 0, calledOff: 0, undated: 1 });
    expect(made.next).toBeNull();
  });

  it("has the same bytes for the same input, and the same UIDs whatever the day, the language and the file", () => {
    const uids = (over: Partial<CalendarOrder>) => readIcs(makeCalendar(order(over)).text).events.map(({ uid }) => uid);
    expect(makeCalendar(order()).text).toBe(makeCalendar(order()).text);
    const moved = {
      images: [image("other", datedEntry({ eol: "2026-08-01" }))],
      language: "de",
      calendar: "/b.ics",
    } as const;
    expect(uids(moved)).toEqual(uids({}));
    expect(
      uids({}).every((uid) => /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(uid)),
    ).toBe(true);
    expect(new Set(uids({})).size).toBe(5);
  });
});

describe("two calendars", () => {
  const both = [
    image("api", datedEntry()),
    image("web", datedEntry({ product: "nodejs", cycle: "25", label: "Node.js 25" })),
  ];
  const calledOff = (text: string) =>
    readIcs(text)
      .events.filter(({ status }) => status === "CANCELLED")
      .map(({ summary }) => summary);

  it("of different images do not call off each other's events", () => {
    const all = makeCalendar(order({ images: both, calendar: "/all.ics" }));
    const some = makeCalendar(order({ images: both.slice(0, 1), calendar: "/some.ics", memory: all.memory }));
    const again = makeCalendar(order({ images: both, calendar: "/all.ics", memory: some.memory }));
    expect([all, some, again].flatMap(({ text }) => calledOff(text))).toEqual([]);
    expect(again.text).toBe(all.text);
  });

  it("call off what went from their own", () => {
    const all = makeCalendar(order({ images: both }));
    const less = makeCalendar(order({ images: both.slice(0, 1), memory: all.memory, now: "2026-11-25T06:00:00Z" }));
    expect(calledOff(less.text)).toHaveLength(5);
    expect(calledOff(less.text)[0]).toBe("Called off: In 180 days: Node.js 25 leaves security support");
    expect(less.counts).toMatchObject({ ends: 1, leads: 4, calledOff: 5 });
    const gone = readIcs(less.text).events.filter(({ status }) => status === "CANCELLED");
    expect(gone.every(({ sequence, alarms }) => sequence === 1 && alarms.length === 0)).toBe(true);
  });
});

/** Text as an attacker writes it: everything that means something to the format, and what no terminal should see. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'\r\n;,:"\\^=\t\0'.split(""),
        "\r\nEND:VEVENT\r\n",
        "\nBEGIN:VALARM\n",
        "\\n",
        "\u2028",
        "\u202e",
        "\u200f",
        "\u0085",
        "\ud83d",
        "\udc33",
        "🐳",
        "👩‍👩‍👧",
        "ü".repeat(80),
        "ATTACH:file:///etc/passwd",
      ),
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.string({ unit: "grapheme", maxLength: 40 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

describe("hostile text", () => {
  it.each([
    ["line breaks that inject a property", "a\r\nATTACH:file:///etc/passwd\r\nX-A:b"],
    ["the end of the event", "a\nEND:VEVENT\nBEGIN:VEVENT\nUID:x"],
    ["a lone carriage return", "a\rEND:VCALENDAR"],
    ["eighty umlauts at the fold", "ü".repeat(80)],
    ["pairs at the fold", "🐳".repeat(60)],
    ["halves of pairs", `${"x".repeat(99)}\ud83d`],
    ["marks of direction", "a\u202egnp.exe\u2066"],
    ["separators and quotes", 'a;b,c:d"e\\f\\nx'],
    ["a very long one", "y".repeat(2_000_000)],
  ])("of %s stays text", (_, text) => {
    const entry = datedEntry({
      label: text,
      product: null,
      more: [
        windowWith("2030-01-01", {
          provider: text,
          phase: text,
          source: text,
          entitlement: { id: "c", contract: text },
        }),
      ],
    });
    const made = makeCalendar(order({ images: [image(text, entry)] }));
    const { events } = readIcs(made.text);
    expect(events).toHaveLength(10);
    expect(made.text.length).toBeLessThan(40_000);
    for (const { summary, description } of events) {
      expect(`${summary}${description}`).not.toMatch(/[\r\u202a-\u202e\u2028\u0085\u2066]/);
      expect(description.split("\n").length).toBeLessThan(8);
    }
  });

  it("of any kind parses back to the same set of events", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(nasty, nasty, fc.integer({ min: 0, max: 4000 })), { minLength: 1, maxLength: 6 }),
        fc.constantFrom("en" as const, "de" as const),
        (given, language) => {
          const images = given.map(([name, label, days], index) => {
            const eol = addDays(day("2025-06-01"), days);
            return image(name, datedEntry({ product: `p${index}`, cycle: label, label, eol, release: "2015-01-01" }));
          });
          const { events } = readIcs(makeCalendar(order({ images, language })).text);
          const expected = given.flatMap(([, , days]) =>
            [180, 90, 30, 7, 0].flatMap((lead) => {
              const at = addDays(day("2025-06-01"), days - lead);
              return lead === 0 || at >= "2025-01-01" ? [at] : [];
            }),
          );
          expect(events.map(({ start }) => start).sort()).toEqual(expected.sort());
          expect(events.every(({ start, end }) => end === addDays(day(start), 1))).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("the calendar of a run", () => {
  it("is as of the run's day and hour, in the same bytes each time, whatever the zone", () => {
    const audit = { ...auditWith(idOf("1"), ["shop/api:7"], []), lifecycle: [datedEntry({ eol: "2027-06-10" })] };
    const run = runWith([audit]);
    const zone = process.env["TZ"];
    const texts = ["UTC", "Pacific/Pago_Pago", "Pacific/Kiritimati", "Europe/Berlin"].map((name) => {
      process.env["TZ"] = name;
      return calendarOfRun(run, "en");
    });
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
    expect(new Set(texts).size).toBe(1);
    const { events } = readIcs(texts[0] ?? "");
    expect(events.map(({ start }) => start)).toEqual([
      "2026-12-12",
      "2027-03-12",
      "2027-05-11",
      "2027-06-03",
      "2027-06-10",
    ]);
    expect(events.every(({ sequence, stamp }) => sequence === 0 && stamp === "2026-11-24T06:00:01Z")).toBe(true);
  });
});
