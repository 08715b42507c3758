// An iCalendar file read back by ical.js, an independent parser, and by the letter of RFC 5545: lines, folding, octets.
import ICAL from "ical.js";

export interface ReadEvent {
  readonly uid: string;
  /** `YYYY-MM-DD`, all-day values alone; `end` is exclusive. */
  readonly start: string;
  readonly end: string;
  readonly summary: string;
  readonly description: string;
  readonly status: string;
  readonly sequence: number;
  readonly stamp: string;
  readonly modified: string;
  readonly transparency: string;
  readonly categories: readonly string[];
  /** Triggers as durations, such as `-P29DT15H`, with what they say. */
  readonly alarms: readonly { readonly trigger: string; readonly action: string; readonly description: string }[];
}

export interface ReadCalendar {
  readonly properties: Readonly<Record<string, string>>;
  readonly events: readonly ReadEvent[];
}

/** Parses `text` strictly; throws where it is no calendar of all-day events or breaks a rule of lines. */
export function readIcs(text: string): ReadCalendar {
  refuseBrokenLines(text);
  const root = new ICAL.Component(ICAL.parse(text));
  if (root.name !== "vcalendar") throw new Error(`a ${root.name}`);
  const properties = Object.fromEntries(
    root.getAllProperties().map((each) => [each.name, String(each.getFirstValue())]),
  );
  const others = root.getAllSubcomponents().filter(({ name }) => name !== "vevent");
  if (others.length > 0) throw new Error(`holds ${others.map(({ name }) => name).join(", ")}`);
  return { properties, events: root.getAllSubcomponents("vevent").map(readEvent) };
}

function readEvent(event: ICAL.Component): ReadEvent {
  const one = (name: string): string => {
    const values = event.getAllProperties(name);
    if (values.length !== 1) throw new Error(`${values.length} times ${name}`);
    return String(values[0]?.getFirstValue());
  };
  const day = (name: string): string => {
    const value = event.getFirstPropertyValue(name);
    if (!(value instanceof ICAL.Time) || !value.isDate) throw new Error(`${name} is no day`);
    return value.toString();
  };
  return {
    uid: one("uid"),
    start: day("dtstart"),
    end: day("dtend"),
    summary: one("summary"),
    description: one("description"),
    status: one("status"),
    sequence: Number(one("sequence")),
    stamp: one("dtstamp"),
    modified: one("last-modified"),
    transparency: one("transp"),
    categories: (event.getFirstProperty("categories")?.getValues() ?? []).map(String),
    alarms: event.getAllSubcomponents("valarm").map((alarm) => ({
      trigger: String(alarm.getFirstPropertyValue("trigger")),
      action: String(alarm.getFirstPropertyValue("action")),
      description: String(alarm.getFirstPropertyValue("description")),
    })),
  };
}

/** RFC 5545, sections 3.1 and 3.6.1: CRLF alone ends lines, 75 octets at most, names first, alarms behind properties. */
function refuseBrokenLines(text: string): void {
  if (!text.endsWith("\r\n")) throw new Error("the last line is not ended");
  if (/\r(?!\n)|(?<!\r)\n/.test(text)) throw new Error("a line ends by half of CRLF");
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)) throw new Error("a control character");
  if (Buffer.from(text, "utf8").toString("utf8") !== text) throw new Error("half of a surrogate pair");
  const lines = text.slice(0, -2).split("\r\n");
  const long = lines.find((line) => new TextEncoder().encode(line).length > 75);
  if (long !== undefined) throw new Error(`longer than 75 octets: ${long}`);
  const unfolded = text.slice(0, -2).replaceAll("\r\n ", "").split("\r\n");
  const open: string[] = [];
  let alarmsSeen = false;
  for (const line of unfolded) {
    const [, name = "", value = ""] = /^([A-Z][A-Z0-9-]*)(?:;[A-Z-]+=[^;:"]+)*:(.*)$/s.exec(line) ?? [];
    if (name === "") throw new Error(`no content line: ${line}`);
    if (name === "BEGIN") {
      open.push(value);
      alarmsSeen = value === "VALARM" || (value !== "VEVENT" && alarmsSeen);
    } else if (name === "END") {
      if (open.pop() !== value) throw new Error(`END:${value} ends nothing`);
    } else if (alarmsSeen && open.at(-1) === "VEVENT") throw new Error(`${name} behind an alarm`);
  }
  if (open.length > 0) throw new Error(`${open.join(", ")} does not end`);
}
