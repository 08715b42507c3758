// The calendar of support dates: placed images and the person's lead times to an iCalendar file, and what is to be remembered
// of it. The days come from lifecycle/, the names of events from data/; both faces and the pack of evidence call this.
import type { CalendarDay } from "../shared/calendar-day.ts";
import type { AuditRun } from "../shared/model/audit.ts";
import { type CalendarMemory, emptyCalendarMemory } from "../shared/model/calendar.ts";
import type { Language } from "../shared/model/phrase.ts";
import { displayName } from "../shared/reference.ts";
import { defaultSettings, type Settings } from "../shared/settings.ts";
import { uuid5 } from "./data/uuid5.ts";
import { leadsOfEnd } from "./lifecycle/calendar/end-leads.ts";
import { type CalendarImage, calendarEnds } from "./lifecycle/calendar/ends.ts";
import { eventsOf } from "./lifecycle/calendar/events.ts";
import { issueEvents } from "./lifecycle/calendar/issue.ts";
import { icsOf } from "./lifecycle/calendar/write-ics.ts";
import { nameOf, type PlacedImage } from "./portfolio.ts";

export interface CalendarOrder {
  readonly images: readonly CalendarImage[];
  /** False where some image could not be read: then nothing is called off. */
  readonly whole: boolean;
  readonly settings: Pick<Settings, "reminderLeads" | "componentLeads">;
  readonly memory: CalendarMemory;
  /** Which calendar it is: the absolute path of its file. */
  readonly calendar: string;
  readonly on: CalendarDay;
  /** The instant of writing, RFC 3339 in UTC. */
  readonly now: string;
  readonly language: Language;
  readonly toolVersion: string;
}

export interface MadeCalendar {
  readonly text: string;
  readonly memory: CalendarMemory;
  /** How many ends, days before them and called-off events it holds, and images of which no end is dated. */
  readonly counts: {
    readonly ends: number;
    readonly leads: number;
    readonly calledOff: number;
    readonly undated: number;
  };
  /** The first end that is today or to come. */
  readonly next: { readonly label: string; readonly day: CalendarDay } | null;
}

/** The file's text and the memory after it. Pure: the same order gives the same bytes. */
export function makeCalendar(order: CalendarOrder): MadeCalendar {
  const { images, settings, memory, calendar, on, now } = order;
  const ends = calendarEnds(images);
  const leads = { leads: settings.reminderLeads, componentLeads: settings.componentLeads };
  const events = ends.flatMap((end) => eventsOf(end, leadsOfEnd(end, leads), on, uuid5));
  const elsewhere = sequencesElsewhere(memory, calendar);
  const before = memory.calendars[calendar] ?? null;
  const { issued, after } = issueEvents(events, before, { on, now, whole: order.whole, elsewhere });
  const dated = new Set(ends.flatMap((end) => end.images));
  const next = ends.find(({ end }) => end >= on);
  const standing = issued.filter(({ cancelled }) => !cancelled);
  return {
    text: icsOf(issued, order),
    memory: { ...memory, calendars: { ...memory.calendars, [calendar]: after } },
    counts: {
      ends: standing.filter(({ event }) => event.lead === 0).length,
      leads: standing.filter(({ event }) => event.lead > 0).length,
      calledOff: issued.length - standing.length,
      undated: images.filter(({ name }) => !dated.has(name)).length,
    },
    next: next === undefined ? null : { label: next.label, day: next.end },
  };
}

/**
 * The calendar of a run's images for its pack of evidence: as of the run's day, with the lead times everybody has who chose
 * none, and without memory, so that the same run gives the same bytes on every machine.
 */
export function calendarOfRun(run: AuditRun, language: Language): string {
  const images = run.images.map(({ image, lifecycle }) => ({ name: displayName(image), entries: lifecycle }));
  return makeCalendar({
    images,
    whole: true,
    settings: defaultSettings,
    memory: emptyCalendarMemory,
    calendar: "",
    on: run.on,
    now: run.finishedAt,
    language,
    toolVersion: run.tool.version,
  }).text;
}

/** Placed images of kept audits as the calendar names them. */
export function calendarImages(placed: readonly PlacedImage[]): CalendarImage[] {
  return placed.map((image) => ({ name: nameOf(image), entries: image.entries }));
}

function sequencesElsewhere(memory: CalendarMemory, calendar: string): (uid: string) => number {
  const others = Object.entries(memory.calendars).flatMap(([name, { events }]) => (name === calendar ? [] : [events]));
  return (uid) => Math.max(0, ...others.map((events) => events[uid]?.sequence ?? 0));
}
