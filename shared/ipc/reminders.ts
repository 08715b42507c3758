// What the window asks and hears about reminders, and about what this platform lets the app do for them: the shapes of those
// channels of contract.ts.
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";
import { Failure } from "../model/failure.ts";
import { DateCorrection, Reminder } from "../model/reminder.ts";

export const ReminderList = z.object({
  /** The day for which they were planned. */
  on: CalendarDay,
  reminders: z.array(Reminder),
  /** Dates that their sources moved, newest first. */
  corrections: z.array(DateCorrection),
  /** How many own images they speak of; 0 = no audit of any is kept, or none could be read. */
  images: z.int().nonnegative(),
  /** Components of these that no source gives a day for, so that nothing reminds of them; the first of `undatedCount`. */
  undated: z.array(z.string()),
  undatedCount: z.int().nonnegative(),
  /** Images of which what is kept could not be read; the first of `unreadCount`. */
  unread: z.array(z.object({ image: z.string(), failure: Failure })),
  unreadCount: z.int().nonnegative(),
  /** Files that could not be used, so that nothing reminds of what they hold. */
  failures: z.array(Failure),
  /** Where a memory of reminders was put that did not parse: what was done and put off is forgotten. */
  setAside: z.string().optional(),
});
export type ReminderList = z.infer<typeof ReminderList>;

const Ids = z.array(z.string().min(1).max(500)).min(1).max(10_000);
export const ReminderIds = z.strictObject({ ids: Ids });
export const SnoozedReminders = z.strictObject({ ids: Ids, until: CalendarDay });

/** The count beside the place in the rail and in the tray. */
export const DueReminders = z.object({
  /** null = not planned yet, or not plannable: `failure` says why. */
  due: z.int().nonnegative().nullable(),
  failure: Failure.optional(),
});
export type DueReminders = z.infer<typeof DueReminders>;

/** What the platform can do beside the list in the window, and what came of asking it. */
export const DesktopState = z.object({
  /** Whether this system takes notifications from the app. */
  notifications: z.boolean(),
  tray: z.object({
    shown: z.boolean(),
    /** Why there is none although it was asked for. */
    failure: Failure.optional(),
  }),
  login: z.object({
    /** Whether this platform lets the app start at login. */
    possible: z.boolean(),
    /** Whether the system will start it: a person can take it out of the system's own list. */
    on: z.boolean(),
    /** The file that says so, where it is one. */
    file: z.string().optional(),
    /** macOS asks the person first. */
    needsApproval: z.literal(true).optional(),
    failure: Failure.optional(),
  }),
});
export type DesktopState = z.infer<typeof DesktopState>;
