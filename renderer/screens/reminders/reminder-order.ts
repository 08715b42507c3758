// In which order reminders stand: what is due by its end, what comes by the day on which it reminds, one line a subject.
import { compareText } from "../../../shared/compare-text.ts";
import type { Reminder, ReminderSubject } from "../../../shared/model/reminder.ts";

/** One line of a list: a subject with its reminders in one state, the next one first. */
export interface ReminderLine {
  readonly subject: ReminderSubject;
  readonly reminders: readonly [Reminder, ...Reminder[]];
}

export interface ReminderLists {
  readonly due: readonly ReminderLine[];
  readonly snoozed: readonly ReminderLine[];
  readonly upcoming: readonly ReminderLine[];
  readonly done: readonly ReminderLine[];
  /** A later lead time took its place before anybody answered it. */
  readonly passed: readonly ReminderLine[];
}

/** `search` narrows by what ends and by image names, without case. */
export function reminderLists(reminders: readonly Reminder[], search: string): ReminderLists {
  const wanted = search.trim().toLowerCase();
  const found = reminders.filter(({ subject }) => fits(subject, wanted));
  const inState = (state: Reminder["state"]) => found.filter((reminder) => reminder.state === state);
  return {
    due: linesOf(inState("due"), (reminder) => reminder.subject.end),
    snoozed: linesOf(inState("snoozed"), (reminder) => reminder.snoozedUntil ?? reminder.due),
    upcoming: linesOf(inState("upcoming"), (reminder) => reminder.due),
    done: singly(inState("done"), (reminder) => reminder.done ?? reminder.due),
    passed: singly(inState("passed"), (reminder) => reminder.due),
  };
}

/** Each by itself, the newest first: what is over is not one thing any more. */
function singly(reminders: readonly Reminder[], dayOf: (reminder: Reminder) => string): ReminderLine[] {
  return [...reminders]
    .sort((a, b) => compareText(dayOf(b), dayOf(a)) || byName(a.subject, b.subject))
    .map((reminder) => ({ subject: reminder.subject, reminders: [reminder] }));
}

function fits({ label, id, images }: ReminderSubject, wanted: string): boolean {
  if (wanted === "") return true;
  return [label, id, ...images].some((text) => text.toLowerCase().includes(wanted));
}

/** Lines in the order of a day, of each subject its earliest. */
function linesOf(reminders: readonly Reminder[], dayOf: (reminder: Reminder) => string): ReminderLine[] {
  const lines = new Map<string, [Reminder, ...Reminder[]]>();
  const sorted = [...reminders].sort(
    (a, b) => compareText(dayOf(a), dayOf(b)) || byName(a.subject, b.subject) || b.lead - a.lead,
  );
  for (const reminder of sorted) {
    const line = lines.get(reminder.subject.id);
    if (line === undefined) lines.set(reminder.subject.id, [reminder]);
    else line.push(reminder);
  }
  return [...lines.values()].map((line) => ({ subject: line[0].subject, reminders: line }));
}

function byName(a: ReminderSubject, b: ReminderSubject): number {
  return compareText(a.label, b.label) || compareText(a.id, b.id);
}
