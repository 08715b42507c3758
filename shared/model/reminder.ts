// What ends and when people are told: a subject with its last day, and one reminder per lead time before that day.
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";

export const ReminderKind = z.enum(["support-end", "cover-end", "waiver-expiry", "certificate-expiry", "stale-audit"]);
export type ReminderKind = z.infer<typeof ReminderKind>;

export const ReminderSubject = z.object({
  /** Stable as long as the thing is the same, whatever its day: `support:debian:12`, `cover:debian:12:freexian-elts`,
   * `waiver:ID`, `certificate:FINGERPRINT`, `audit:IMAGE-ID`. What an image says of itself ends with that very day. */
  id: z.string(),
  kind: ReminderKind,
  /** Such as `Debian 12`; from data of an image, so plain text of bounded length. */
  label: z.string(),
  /** The last good day: the day-0 reminder is shown on it and says "last day". */
  end: CalendarDay,
  /** The day was worked out by a rule and is not published: shown as such. */
  estimate: z.literal(true).optional(),
  /** Whole days of the cycle from its release to `end`, where known: a lead is at most a third of it. */
  cycleDays: z.int().positive().optional(),
  /** Names of the images concerned, sorted; empty where it is about none. */
  images: z.array(z.string()),
  /** Where the day comes from, with its age; of several sources the earlier day was taken. */
  source: z.string().optional(),
});
export type ReminderSubject = z.infer<typeof ReminderSubject>;

export const Reminder = z.object({
  /** Of subject, lead and the end it was planned for: one that was told is not told again, a moved date plans anew. */
  id: z.string(),
  subject: ReminderSubject,
  /** Days before the end: the one asked for, capped for short cycles. */
  lead: z.int().nonnegative(),
  /** The day it becomes due: `end` less `lead` days. */
  due: CalendarDay,
  /** `passed`: a later lead of the same subject has come due in its place. */
  state: z.enum(["upcoming", "due", "snoozed", "done", "passed"]),
  /** First day on which a snoozed one is due again. */
  snoozedUntil: CalendarDay.optional(),
  /** The day on which the operating system showed it. */
  notified: CalendarDay.optional(),
  done: CalendarDay.optional(),
});
export type Reminder = z.infer<typeof Reminder>;

/** A date that a source has moved since reminders were last planned. */
export const DateCorrection = z.object({
  subject: z.string(),
  label: z.string(),
  from: CalendarDay,
  to: CalendarDay,
  /** The day on which it was noticed. */
  on: CalendarDay,
});
export type DateCorrection = z.infer<typeof DateCorrection>;

/** What lasts between two plans. Days by id: of a subject (`ends`) or of a reminder. */
export const ReminderMemory = z.object({
  schema: z.literal("plimsoll/reminder-memory@1"),
  /** The end that each subject had at the last plan. */
  ends: z.record(z.string(), CalendarDay),
  notified: z.record(z.string(), CalendarDay),
  /** The first day on which it is due again. */
  snoozed: z.record(z.string(), CalendarDay),
  done: z.record(z.string(), CalendarDay),
  /** Oldest first, bounded. */
  corrections: z.array(DateCorrection),
  lastPlanned: CalendarDay.nullable(),
});
export type ReminderMemory = z.infer<typeof ReminderMemory>;

/** A memory in which nothing has happened yet. */
export const noReminderMemory: ReminderMemory = {
  schema: "plimsoll/reminder-memory@1",
  ends: {},
  notified: {},
  snoozed: {},
  done: {},
  corrections: [],
  lastPlanned: null,
};

/** What one notification of the operating system is about. */
export const ReminderNotice = z.object({
  /** One kind with one lead, or everything at once after days on which nobody planned. */
  shape: z.enum(["group", "summary"]),
  /** null in a summary. */
  kind: ReminderKind.nullable(),
  lead: z.int().nonnegative().nullable(),
  /** The ends lie in the past; false in a summary, which may hold both. */
  ended: z.boolean(),
  /** The reminders it speaks of: these are notified once it was shown. */
  ids: z.array(z.string()).min(1),
  /** Labels of the subjects, the earliest end first, each once. */
  labels: z.array(z.string()).min(1),
  /** How many subjects, and names of the images concerned, sorted. */
  subjects: z.int().positive(),
  images: z.array(z.string()),
  /** The earliest end of them. */
  end: CalendarDay,
});
export type ReminderNotice = z.infer<typeof ReminderNotice>;
