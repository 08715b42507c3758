// Whatever happens to clocks, data and people: a reminder is told at most once, and what is due is in the list.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leadsOf } from "../../../../main/lifecycle/reminders/leads.ts";
import { markDone, markNotified, reopen, snooze } from "../../../../main/lifecycle/reminders/memory.ts";
import { planReminders } from "../../../../main/lifecycle/reminders/plan.ts";
import { addDays } from "../../../../shared/calendar-day.ts";
import { noReminderMemory, ReminderMemory, type ReminderSubject } from "../../../../shared/model/reminder.ts";
import { day, subject, usual } from "../../../support/reminder-case.ts";

const start = day("2026-11-24");

/** What may happen between two plans; the clock may be set to any day. */
const step = fc.record({
  at: fc.integer({ min: -400, max: 800 }),
  deed: fc.constantFrom("nothing", "snooze", "done", "reopen", "restart", "move", "gone"),
  pick: fc.nat({ max: 50 }),
  days: fc.integer({ min: 1, max: 60 }),
});
const subjects = fc.array(
  fc.record({ end: fc.integer({ min: -100, max: 600 }), cycle: fc.option(fc.integer({ min: 1, max: 900 })) }),
  { minLength: 1, maxLength: 4 },
);

function subjectOf({ end, cycle }: { end: number; cycle: number | null }, index: number): ReminderSubject {
  const change = cycle === null ? {} : { cycleDays: cycle };
  return subject(addDays(start, end), { id: `support:product-${index}:1`, label: `Product ${index}`, ...change });
}

describe("over any sequence of days, clocks, deeds and restarts", () => {
  it("each (subject, lead, end) is told at most once", () => {
    fc.assert(
      fc.property(subjects, fc.array(step, { maxLength: 40 }), (drawn, steps) => {
        let known = drawn.map(subjectOf);
        let memory: ReminderMemory = noReminderMemory;
        const told = new Set<string>();
        for (const { at, deed, pick, days } of steps) {
          const on = addDays(start, at);
          const shown = deed === "gone" ? known.slice(1) : known;
          const { reminders, news, memory: after } = planReminders(shown, usual, memory, on);
          for (const { subject: of, lead } of news) {
            const key = `${of.id} ${lead} ${of.end}`;
            expect(told.has(key)).toBe(false);
            told.add(key);
          }
          memory = markNotified(
            after,
            news.map(({ id }) => id),
            on,
          );
          const chosen = reminders[pick % Math.max(1, reminders.length)];
          const ids = chosen === undefined ? [] : [chosen.id];
          if (deed === "snooze") memory = snooze(memory, ids, addDays(on, days));
          if (deed === "done") memory = markDone(memory, ids, on);
          if (deed === "reopen") memory = reopen(memory, ids);
          if (deed === "restart") memory = ReminderMemory.parse(JSON.parse(JSON.stringify(memory)));
          if (deed === "move")
            known = known.map((one, index) => (index === 0 ? { ...one, end: addDays(one.end, days) } : one));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("a subject whose first lead has come has one reminder that is due, snoozed or done; nothing else hides it", () => {
    fc.assert(
      fc.property(subjects, fc.array(step, { maxLength: 20 }), (drawn, steps) => {
        const known = drawn.map(subjectOf);
        let memory: ReminderMemory = noReminderMemory;
        for (const { at, deed, pick, days } of steps) {
          const on = addDays(start, at);
          const { reminders, memory: after } = planReminders(known, usual, memory, on);
          for (const one of known) {
            const own = reminders.filter(({ subject: of }) => of.id === one.id);
            const come = own.filter(({ due }) => due <= on);
            const current = come.at(-1);
            expect(own.map(({ lead }) => lead)).toEqual(leadsOf(one, usual));
            expect(own.filter(({ state }) => state === "due" || state === "snoozed").length).toBeLessThanOrEqual(1);
            if (current === undefined) continue;
            const expected =
              memory.done[current.id] !== undefined
                ? "done"
                : (memory.snoozed[current.id] ?? on) > on
                  ? "snoozed"
                  : "due";
            expect(current.state).toBe(expected);
          }
          memory = markNotified(
            after,
            reminders.map(({ id }) => id),
            on,
          );
          const ids = reminders.filter((_, index) => index % 5 === pick % 5).map(({ id }) => id);
          if (deed === "snooze") memory = snooze(memory, ids, addDays(on, days));
          if (deed === "done") memory = markDone(memory, ids, on);
          if (deed === "reopen") memory = reopen(memory, ids);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("a machine that runs every day tells every lead on its very day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 250 }), fc.option(fc.integer({ min: 3, max: 900 })), (end, cycle) => {
        const one = subjectOf({ end, cycle }, 0);
        let memory: ReminderMemory = noReminderMemory;
        const told: [number, string][] = [];
        for (let at = 0; at <= end + 3; at += 1) {
          const on = addDays(start, at);
          const plan = planReminders([one], usual, memory, on);
          for (const { lead } of plan.news) told.push([lead, on]);
          memory = markNotified(
            plan.memory,
            plan.news.map(({ id }) => id),
            on,
          );
        }
        const leads = leadsOf(one, usual);
        const missed = leads.filter((lead) => lead > end);
        // Leads that had come before the first day are told as one, the shortest of them.
        const catchUp = missed.length === leads.length ? [] : missed.slice(-1).filter(() => !leads.includes(end));
        const expected = [
          ...catchUp.map((lead) => [lead, start]),
          ...leads.filter((lead) => lead <= end).map((lead) => [lead, addDays(one.end, -lead)]),
        ];
        expect(told).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });
});
