// What is remembered of calendars: kept whole, one writer at a time, and never lost without a word.
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openCalendarStore } from "../../../main/store/calendar-memory.ts";
import { addDays } from "../../../shared/calendar-day.ts";
import { type CalendarMemory, emptyCalendarMemory } from "../../../shared/model/calendar.ts";
import { FailureError } from "../../../shared/model/failure.ts";
import { day } from "../../support/kept-run.ts";

let folder = "";
let path = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "plimsoll-calendar-"));
  path = join(folder, "home", "calendar.json");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const on = day("2026-11-24");
const open = () => openCalendarStore(path, on);
const withCalendar = (memory: CalendarMemory, name: string, used = on): CalendarMemory => ({
  ...memory,
  calendars: { ...memory.calendars, [name]: { used, events: {} } },
});
const read = async (): Promise<CalendarMemory> =>
  (await open().change(async (memory) => ({ memory, value: memory }))).value;

describe("the memory of calendars", () => {
  it("is empty at first, and what a step gives is there the next time, for its owner alone", async () => {
    expect(await read()).toEqual(emptyCalendarMemory);
    await open().change(async (memory) => ({ memory: withCalendar(memory, "/a.ics"), value: null }));
    expect(Object.keys((await read()).calendars)).toEqual(["/a.ics"]);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it("is as it was where the step fails, and free for the next", async () => {
    await open().change(async (memory) => ({ memory: withCalendar(memory, "/a.ics"), value: null }));
    const before = await readFile(path, "utf8");
    const failed = open().change(async () => {
      throw new FailureError({ kind: "not-writable", path: "/b.ics", cause: "no space left on the device" });
    });
    await expect(failed).rejects.toThrow("no space left");
    expect(await readFile(path, "utf8")).toBe(before);
    expect(Object.keys((await read()).calendars)).toEqual(["/a.ics"]);
  });

  it("loses nothing when many write at once", async () => {
    const names = Array.from({ length: 8 }, (_, index) => `/${index}.ics`);
    await Promise.all(
      names.map((name) =>
        open().change(async (memory) => {
          await new Promise((resolve) => setTimeout(resolve, 5));
          return { memory: withCalendar(memory, name), value: null };
        }),
      ),
    );
    expect(Object.keys((await read()).calendars).sort()).toEqual(names);
  });

  it.each([
    ["no JSON", "{"],
    ["of another shape", '{"schema":"plimsoll/calendar@1","calendars":{"/a.ics":{"used":"2026-02-30","events":{}}}}'],
    ["of a later version", '{"schema":"plimsoll/calendar@2"}'],
  ])("that is %s is set aside and said, never overwritten", async (_, text) => {
    await read();
    await writeFile(path, text);
    const { value, setAside } = await open().change(async (memory) => ({ memory, value: memory }));
    expect(value).toEqual(emptyCalendarMemory);
    expect(setAside).toBe(join(folder, "home", "calendar.broken-2026-11-24.json"));
    expect(await readFile(setAside ?? "", "utf8")).toBe(text);
    await writeFile(path, "again");
    expect((await open().change(async (memory) => ({ memory, value: null }))).setAside).toMatch(/-24-2\.json$/);
    expect((await readdir(join(folder, "home"))).sort()).toEqual([
      "calendar.broken-2026-11-24-2.json",
      "calendar.broken-2026-11-24.json",
      "calendar.json",
    ]);
  });

  it("holds fifty calendars; the one not written for longest goes first", async () => {
    await open().change(async (memory) => {
      const many = Array.from({ length: 60 }, (_, index) => index).reduce(
        (all, index) => withCalendar(all, `/${index}.ics`, addDays(on, -index)),
        memory,
      );
      return { memory: many, value: null };
    });
    const kept = Object.keys((await read()).calendars);
    expect(kept).toHaveLength(50);
    expect(kept).toContain("/49.ics");
    expect(kept).not.toContain("/50.ics");
  });
});
