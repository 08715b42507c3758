// How long before an end people want to be told: as reminders have it, by the same settings and with the same cap.
import type { ReminderSubject } from "../../../shared/model/reminder.ts";
import { leadsOf, type ReminderSettings } from "../reminders/leads.ts";
import { namePart } from "../reminders/reminder-id.ts";
import type { CalendarEnd } from "./ends.ts";

/** The leads of an end in days, longest first; at most a third of its cycle. */
export function leadsOfEnd(end: CalendarEnd, settings: ReminderSettings): number[] {
  const { product, cycle, phase, label, images, cycleDays } = end;
  const isSupport = phase === "eol" || phase === "stated";
  const component = product === null ? ["line", namePart(label)] : [product, cycle ?? "-"];
  const subject: ReminderSubject = {
    id: [
      isSupport ? "support" : "cover",
      ...component,
      ...(isSupport ? [] : [end.offer ?? namePart(end.provider)]),
    ].join(":"),
    kind: isSupport ? "support-end" : "cover-end",
    label,
    end: end.end,
    images: [...images],
    ...(cycleDays === null ? {} : { cycleDays }),
  };
  return leadsOf(subject, settings);
}
