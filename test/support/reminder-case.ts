// Subjects, components and a memory for tests of reminders.

import type { ReminderSettings } from "../../main/lifecycle/reminders/leads.ts";
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { Coverage, LifecycleEntry } from "../../shared/model/lifecycle.ts";
import type { ReminderSubject } from "../../shared/model/reminder.ts";

export const day = (text: string): CalendarDay => text as CalendarDay;

export const usual: ReminderSettings = { leads: [180, 90, 30, 7, 0], componentLeads: {} };

export function subject(end: string, change: Partial<ReminderSubject> = {}): ReminderSubject {
  return {
    id: "support:debian:12",
    kind: "support-end",
    label: "Debian 12",
    end: day(end),
    images: ["shop:1"],
    ...change,
  };
}

/** Debian 12 as a source would have it, general support alone. */
export function entry(change: Partial<LifecycleEntry> = {}): LifecycleEntry {
  const dates = { release: day("2023-06-10"), eoas: null, eol: day("2026-07-11"), eoes: day("2028-06-30") };
  return {
    component: {
      kind: "os",
      product: "debian",
      cycle: "12",
      version: "12.5",
      label: "Debian 12",
      evidence: "os-release",
    },
    status: "supported",
    dates,
    coverage: [
      window({ from: dates.release, until: dates.eol, entitled: true, phase: "Security support", provider: "Debian" }),
    ],
    next: null,
    ...change,
  };
}

export function window(change: Partial<Coverage> = {}): Coverage {
  return {
    phase: "LTS",
    provider: "Debian LTS team",
    from: day("2026-07-12"),
    until: day("2028-06-30"),
    entitled: false,
    source: "endoflife.date 2026-08-22",
    ...change,
  };
}
