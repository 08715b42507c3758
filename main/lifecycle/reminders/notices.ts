// What the operating system is asked to show: one notification for what is of one kind and lead ("7 images: Debian 12 leaves
// support in 30 days"), and a single summary after days on which nobody planned, instead of a burst.
import { type CalendarDay, daysBetween } from "../../../shared/calendar-day.ts";
import { compareText } from "../../../shared/compare-text.ts";
import type { Reminder, ReminderMemory, ReminderNotice } from "../../../shared/model/reminder.ts";

/** Days without a plan after which everything is told at once. */
const awayDays = 3;
/** Labels that a notice carries; texts name fewer. */
const carriedLabels = 50;

/**
 * The notifications for `news` on a day, the most pressing first; none where there is none. `memory` is that of *before* the
 * plan, whose `lastPlanned` tells how long nobody looked; null = never.
 */
export function summariseNews(
  news: readonly Reminder[],
  memory: Pick<ReminderMemory, "lastPlanned">,
  on: CalendarDay,
): ReminderNotice[] {
  const { lastPlanned } = memory;
  const wasAway = lastPlanned === null || daysBetween(lastPlanned, on) >= awayDays;
  if (wasAway && news.length > 1) {
    return noticeOf(news, { shape: "summary", kind: null, lead: null, ended: false });
  }
  const groups = new Map<string, Reminder[]>();
  for (const reminder of news) {
    const key = `${hasEnded(reminder, on)} ${reminder.lead} ${reminder.subject.kind}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [reminder]);
    else group.push(reminder);
  }
  const notices = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { lead, subject } = first;
    return noticeOf(group, { shape: "group", kind: subject.kind, lead, ended: hasEnded(first, on) });
  });
  return notices.sort((a, b) => compareText(a.end, b.end) || compareText(a.kind ?? "", b.kind ?? ""));
}

function hasEnded({ subject }: Reminder, on: CalendarDay): boolean {
  return subject.end < on;
}

function noticeOf(
  group: readonly Reminder[],
  what: Pick<ReminderNotice, "shape" | "kind" | "lead" | "ended">,
): ReminderNotice[] {
  const subjects = group
    .map(({ subject }) => subject)
    .sort((a, b) => compareText(a.end, b.end) || compareText(a.label, b.label));
  const [first] = subjects;
  if (first === undefined) return [];
  return [
    {
      ...what,
      ids: group.map(({ id }) => id),
      labels: [...new Set(subjects.map(({ label }) => label))].slice(0, carriedLabels),
      subjects: subjects.length,
      images: [...new Set(subjects.flatMap(({ images }) => images))].sort(compareText),
      end: first.end,
    },
  ];
}
