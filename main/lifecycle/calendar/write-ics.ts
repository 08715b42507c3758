// Events as an iCalendar file, RFC 5545. The grammar, escaping and folding are ical-generator's; what its output lacks of the
// standard is mended here: properties of an event stand before its alarms (section 3.6.1), the last line ends as all do.
import { webcrypto } from "node:crypto";
import {
  foldLines,
  ICalAlarmRelatesTo,
  ICalAlarmType,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import { addDays, type CalendarDay } from "../../../shared/calendar-day.ts";
import type { Language } from "../../../shared/model/phrase.ts";
import { calendarNames, calendarText, calendarTitle } from "../../../shared/wording/calendar.ts";
import type { IssuedEvent } from "./issue.ts";

export interface IcsHead {
  readonly language: Language;
  /** Alarms of days before it are left out. */
  readonly on: CalendarDay;
  /** The instant of writing, RFC 3339 in UTC: every event's DTSTAMP. */
  readonly now: string;
  readonly toolVersion: string;
}

const day = 86_400;
/** Alarms ring at nine in the morning of wherever the calendar is read. */
const ringAt = 9 * 3600;
const closing = "END:VCALENDAR";

/** The file's text, lines ended by CRLF and none longer than 75 octets; the same input gives the same bytes. */
export function icsOf(issued: readonly IssuedEvent[], head: IcsHead): string {
  // The library draws a UID for every event before ours replaces it, from what Node 18 has under another name only.
  globalThis.crypto ??= webcrypto as typeof globalThis.crypto;
  const { language, now, toolVersion } = head;
  const calendar = new ICalCalendar({
    prodId: { company: "Plimsoll", product: `Plimsoll ${toolVersion}`, language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    name: calendarNames.name[language],
    ttl: day,
  });
  const [opening = ""] = calendar.toString().split(closing);
  const lines: string[] = [];
  for (const { event, sequence, modified, cancelled } of issued) {
    const created = calendar.createEvent({
      id: event.uid,
      sequence,
      stamp: new Date(now),
      lastModified: new Date(modified),
      // All-day dates are read off in UTC, whatever the zone of this machine.
      start: new Date(`${event.day}T00:00:00Z`),
      end: new Date(`${addDays(event.day, 1)}T00:00:00Z`),
      allDay: true,
      summary: calendarTitle(event, cancelled, language),
      description: calendarText(event, cancelled, language),
      transparency: ICalEventTransparency.TRANSPARENT,
      status: cancelled
        ? ICalEventStatus.CANCELLED
        : event.estimate
          ? ICalEventStatus.TENTATIVE
          : ICalEventStatus.CONFIRMED,
      categories: [{ name: "Plimsoll" }, { name: calendarNames.category[language] }],
    });
    const ahead = event.rings.filter((before) => addDays(event.end, -before) >= head.on);
    for (const lead of cancelled ? [] : ahead) {
      const description = calendarTitle({ ...event, lead }, false, language);
      const alarm = created.createAlarm({ type: ICalAlarmType.display, trigger: lead * day - ringAt, description });
      // Unasked, the library counts what comes after the start from the end, which is the next day; its options drop this.
      alarm.relatesTo(ICalAlarmRelatesTo.start);
    }
    lines.push(...alarmsLast(created.toString()));
  }
  return `${opening}${folded(lines)}${closing}\r\n`;
}

/** The lines of an event, its alarms behind its properties. No text can pass for these lines: it stands behind a name. */
function alarmsLast(event: string): string[] {
  const properties: string[] = [];
  const alarms: string[] = [];
  let inAlarm = false;
  for (const line of event.split("\r\n")) {
    if (line === "" || line === "END:VEVENT") continue;
    if (line === "BEGIN:VALARM") inAlarm = true;
    (inAlarm ? alarms : properties).push(line);
    if (line === "END:VALARM") inAlarm = false;
  }
  return [...properties, ...alarms, "END:VEVENT"];
}

/** The lines, each ended, and folded where it is too long. The library is slow at it, and events share their long lines. */
function folded(lines: readonly string[]): string {
  const known = new Map<string, string>();
  const fold = (line: string): string => {
    if (Buffer.byteLength(line) <= 75) return line;
    const before = known.get(line) ?? foldLines(line);
    known.set(line, before);
    return before;
  };
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}
