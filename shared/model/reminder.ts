// What ends and when people are told: a subject with its last day, and one reminder per lead time before that day.
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";

export const ReminderKind = z.enum(["support-end", "cover-end", "waiver-expiry", "certificate-expiry", "stale-audit"]);
export type ReminderKind = z.infer<typeof ReminderKind>;

export const ReminderSubject = z.object({
  /** Stable as long as the thing is the same, whatever its day: `support:debian:12`, `cover:debian:12:freexian`,
   * `waiver:ID`, `certificate:FINGERPRINT`, `audit:IMAGE-ID`. */
  id: z.string(),
  kind: ReminderKind,
  /** Such as `Debian 12`; from data of an image, so plain text of bounded length. */
  label: z.string(),
  /** The last good day: the day-0 reminder is shown on it and says "last day". */
  end: CalendarDay,
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
  state: z.enum(["upcoming", "due", "snoozed", "done"]),
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
