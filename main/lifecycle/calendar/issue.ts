// What a calendar says of its events beside their content: how often each was revised, and which are called off. RFC 5545,
// sections 3.8.7.3 and 3.8.7.4: SEQUENCE rises with every revision that matters, LAST-MODIFIED with every one.
import { type CalendarDay, daysBetween } from "../../../shared/calendar-day.ts";
import { canonicalJson } from "../../../shared/canonical-json.ts";
import { compareText } from "../../../shared/compare-text.ts";
import type { CalendarEvent, RememberedCalendar, RememberedEvent } from "../../../shared/model/calendar.ts";

export interface IssuedEvent extends Omit<RememberedEvent, "cancelled"> {
  readonly cancelled: boolean;
}

export interface IssueMoment {
  readonly on: CalendarDay;
  /** The instant of writing, RFC 3339 in UTC. */
  readonly now: string;
  /** All images were read: what is not among the events is gone. Otherwise it stays as it was. */
  readonly whole: boolean;
  /** The highest SEQUENCE that another calendar gave this UID; a calendar that begins goes on from there. */
  readonly elsewhere: (uid: string) => number;
}

/** How long an event is called off, and how long what passed is remembered, in case a clock is set back; in days. */
const calledOffFor = 90;
const rememberedFor = 400;

/** The events to be written, by day, with what is to be remembered of them. `before` is null for a calendar that begins. */
export function issueEvents(
  events: readonly CalendarEvent[],
  before: RememberedCalendar | null,
  moment: IssueMoment,
): { issued: IssuedEvent[]; after: RememberedCalendar } {
  const after: Record<string, RememberedEvent> = {};
  const written = new Set<string>();
  for (const event of events) {
    after[event.uid] = revised(event, before?.events[event.uid], moment);
    written.add(event.uid);
  }
  for (const [uid, known] of Object.entries(before?.events ?? {})) {
    if (after[uid] !== undefined) continue;
    const fate = fateOf(known, moment);
    if (fate === null) continue;
    after[uid] = fate.remembered;
    if (fate.written) written.add(uid);
  }
  const issued = Object.entries(after)
    .filter(([uid]) => written.has(uid))
    .map(([, { cancelled, ...rest }]) => ({ ...rest, cancelled: cancelled !== undefined }))
    .sort((a, b) => compareText(a.event.day, b.event.day) || compareText(a.event.uid, b.event.uid));
  return { issued, after: { used: moment.on, events: after } };
}

function revised(event: CalendarEvent, known: RememberedEvent | undefined, moment: IssueMoment): RememberedEvent {
  const { now, elsewhere } = moment;
  if (known === undefined) return { event, sequence: elsewhere(event.uid), modified: now };
  const changed = known.cancelled !== undefined || canonicalJson(known.event) !== canonicalJson(event);
  const matters = changed && (known.cancelled !== undefined || weighty(known.event) !== weighty(event));
  return {
    event,
    sequence: matters ? known.sequence + 1 : known.sequence,
    modified: changed && now > known.modified ? now : known.modified,
  };
}

/** All but where the day comes from: a newer state of the source that says the same revises nothing. */
function weighty({ source: _source, asOf: _asOf, ...rest }: CalendarEvent): string {
  return canonicalJson({ ...rest, others: rest.others.map(({ until }) => until) });
}

/** What becomes of a remembered event that is no longer among the events; null = it is forgotten. */
function fateOf(
  known: RememberedEvent,
  { on, now, whole }: IssueMoment,
): { remembered: RememberedEvent; written: boolean } | null {
  const { event, sequence, modified, cancelled } = known;
  if (cancelled !== undefined) {
    return daysBetween(cancelled, on) > calledOffFor ? null : { remembered: known, written: true };
  }
  // Its day has come and gone: that is no reason to call it off.
  const passed = event.lead > 0 && event.day < on;
  if (passed) return daysBetween(event.day, on) > rememberedFor ? null : { remembered: known, written: false };
  if (!whole) return { remembered: known, written: true };
  const calledOff = { event, sequence: sequence + 1, modified: now > modified ? now : modified, cancelled: on };
  return { remembered: calledOff, written: true };
}
