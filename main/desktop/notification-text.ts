// What a notification of the system says: a title that is enough by itself, and a body that any platform shows whole. Plain
// words and names only: Linux desktops read markup in the body, and macOS cuts it at 256 bytes.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { Language } from "../../shared/model/phrase.ts";
import type { ReminderNotice } from "../../shared/model/reminder.ts";
import { plainText } from "../../shared/plain-text.ts";
import { sayNotice } from "../../shared/wording/reminders.ts";

export interface NotificationText {
  readonly title: string;
  readonly body: string;
}

/** Bytes of UTF-8; a longer title is no line any more, a longer body is cut by macOS. */
const titleBytes = 160;
const bodyBytes = 256;
/** A name longer than this leaves no room for the others. */
const nameLength = 60;

/** The text for a notice as it stands on a day. */
export function notificationText(notice: ReminderNotice, on: CalendarDay, language: Language): NotificationText {
  const { labels, images } = notice;
  const said = sayNotice({ ...notice, labels: labels.map(harmless), images: images.map(harmless) }, on, language);
  return { title: cutToBytes(said.title, titleBytes), body: cutToBytes(said.body, bodyBytes) };
}

/** What is shown when a person asks what a reminder looks like. */
export function sampleText(on: CalendarDay, language: Language): NotificationText {
  return language === "de"
    ? {
        title: "Plimsoll: So sieht eine Erinnerung aus",
        body: `Ein Klick darauf öffnet die Liste. Beispiel vom ${on}.`,
      }
    : { title: "Plimsoll: this is what a reminder looks like", body: `Press it to open the list. Sample of ${on}.` };
}

/** The beginning of a text that has at most so many bytes in UTF-8, cut between characters as people see them. */
export function cutToBytes(text: string, most: number): string {
  if (bytesOf(text) <= most) return text;
  const room = most - bytesOf("…");
  let cut = "";
  let used = 0;
  for (const { segment } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)) {
    used += bytesOf(segment);
    if (used > room) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}

/** Names of an image or a person can hold anything: shown as plain, short text that no desktop reads as markup. */
function harmless(text: string): string {
  const plain = plainText(text, 1000);
  const short = plain.length > nameLength ? `${plain.slice(0, nameLength - 1)}…` : plain;
  return short.replaceAll("&", "＆").replaceAll("<", "‹").replaceAll(">", "›");
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
