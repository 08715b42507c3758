// The whole plan in zones far apart and over both clock changes: days have no zone, so every one gives the same.
import { afterEach, describe, expect, it } from "vitest";
import { planReminders } from "../../../../main/lifecycle/reminders/plan.ts";
import { addDays, dayOf } from "../../../../shared/calendar-day.ts";
import { noReminderMemory } from "../../../../shared/model/reminder.ts";
import { day, subject, usual } from "../../../support/reminder-case.ts";

const before = process.env["TZ"];
afterEach(() => {
  if (before === undefined) delete process.env["TZ"];
  else process.env["TZ"] = before;
});

const zones = [
  "Pacific/Pago_Pago",
  "Pacific/Kiritimati",
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "UTC",
];
/** Ends on and around both changes of 2027 in Europe and America, and on the day that Samoa left out. */
const ends = ["2027-03-28", "2027-10-31", "2027-03-14", "2027-11-07", "2011-12-30", "2028-02-29"];

function plansOf(end: string): string {
  const plans = Array.from({ length: 220 }, (_, at) => {
    const on = addDays(day(end), at - 200);
    const { reminders, news } = planReminders([subject(end)], usual, noReminderMemory, on);
    return `${on} ${reminders.map(({ due, state }) => `${due} ${state}`).join()} ${news.map(({ lead }) => lead).join()}`;
  });
  return plans.join("\n");
}

describe("in every zone", () => {
  it.each(ends)("the reminders of an end on %s are the same", (end) => {
    process.env["TZ"] = "UTC";
    const expected = plansOf(end);
    expect(expected).toContain(`${end} `);
    for (const zone of zones) {
      process.env["TZ"] = zone;
      expect([zone, plansOf(end)]).toEqual([zone, expected]);
    }
  });

  it.each([
    // One instant; the machine's zone decides which day it is, and so whether the last day has come.
    ["Pacific/Pago_Pago", "2027-03-27", "7"],
    ["UTC", "2027-03-28", "0"],
    ["Pacific/Kiritimati", "2027-03-28", "0"],
  ])("%s counts its own days: at one instant it is %s", (zone, today, lead) => {
    process.env["TZ"] = zone;
    const on = dayOf(new Date("2027-03-28T09:30:00Z"));
    expect(on).toBe(today);
    expect(
      planReminders([subject("2027-03-28")], usual, noReminderMemory, on).news.map((one) => `${one.lead}`),
    ).toEqual([lead]);
  });
});
