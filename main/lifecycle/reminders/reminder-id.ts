// Names of subjects and reminders. A reminder is named by subject, lead and the end it was planned for, so that what was told,
// snoozed or done holds for exactly that, over restarts and on both faces.
import { createHash } from "node:crypto";
import type { CalendarDay } from "../../../shared/calendar-day.ts";

/** The id of a reminder, 32 hex digits: always the same for the same subject, lead in days and end. */
export function reminderId(subject: string, lead: number, end: CalendarDay): string {
  return digestOf(`${end} ${lead} ${subject}`).slice(0, 32);
}

/**
 * A part of a subject's id from text that an image or a person wrote: lower case, letters and digits; where that loses
 * something, with a piece of digest behind it, so that two texts never become one name.
 */
export function namePart(text: string): string {
  const plain = text.toLowerCase().replace(/[^a-z0-9.]+/g, "-");
  return plain === text && plain.length <= 60 ? plain : `${plain.slice(0, 60)}-${digestOf(text).slice(0, 8)}`;
}

function digestOf(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
