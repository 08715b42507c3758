// How many days before an end people are told. Leads are settings; a lead longer than a third of a short cycle would begin
// inside the cycle's own release, so that it is capped (reference lifecycle.md, section 4).
import { addDays, type CalendarDay } from "../../../shared/calendar-day.ts";
import type { ReminderSubject } from "../../../shared/model/reminder.ts";

export interface ReminderSettings {
  /** Days before an end; 0 = on the last day. */
  readonly leads: readonly number[];
  /** Other leads by the id of a subject, or by product for all of its ends; an empty list = no reminders. */
  readonly componentLeads: Readonly<Record<string, readonly number[]>>;
}

/** Leads in days, longest first, each once: none is longer than a third of `cycleDays` where that is known. */
export function cappedLeads(leads: readonly number[], cycleDays: number | undefined): number[] {
  const longest = cycleDays === undefined ? Number.POSITIVE_INFINITY : Math.floor(cycleDays / 3);
  return [...new Set(leads.map((lead) => Math.min(lead, longest)))].sort((a, b) => b - a);
}

/**
 * The leads of a subject, longest first. An old audit is told of once, on the last day on which it is fresh: that it will be
 * old in a week is no news.
 */
export function leadsOf({ id, kind, cycleDays }: ReminderSubject, settings: ReminderSettings): number[] {
  const own = ownLeads(settings.componentLeads, id) ?? ownLeads(settings.componentLeads, productOf(id));
  return cappedLeads(own ?? (kind === "stale-audit" ? [0] : settings.leads), cycleDays);
}

/** The day on which a reminder with this lead comes due. */
export function dueDay(end: CalendarDay, lead: number): CalendarDay {
  return lead === 0 ? end : addDays(end, -lead);
}

function ownLeads(by: ReminderSettings["componentLeads"], key: string | null): readonly number[] | undefined {
  return key !== null && Object.hasOwn(by, key) ? by[key] : undefined;
}

/** `debian` of `support:debian:12`; null where the subject is no product's. */
function productOf(id: string): string | null {
  return /^(?:support|cover):([^:]+):/.exec(id)?.[1] ?? null;
}
