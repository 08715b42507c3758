// What a reminder says of itself in the list: when its subject ends, and when it reminds of that.
import type { TFunction } from "i18next";
import { type CalendarDay, daysBetween } from "../../../shared/calendar-day.ts";
import type { Language } from "../../../shared/model/phrase.ts";
import type { Reminder } from "../../../shared/model/reminder.ts";
import { sayDaysFromNow } from "../../i18n/format.ts";

/** `in 41 days`, `today, the last day`, `3 days ago`; the end is the last good day. */
export function sayWhen(end: CalendarDay, on: CalendarDay, t: TFunction, language: Language): string {
  const days = daysBetween(on, end);
  return days === 0 ? t("reminders.lastDay") : sayDaysFromNow(days, language);
}

/** `30 days before`, `on the last day`. */
export function sayLead({ lead }: Pick<Reminder, "lead">, t: TFunction): string {
  return lead === 0 ? t("reminders.onLastDay") : t("reminders.lead", { count: lead });
}
