// From own images, placed on a day, to what people are reminded of: ends of support and of cover, one subject for all images
// that share a component, and audits that grow old. What a distribution packages follows its operating system.
import { addDays, type CalendarDay, daysBetween } from "../../../shared/calendar-day.ts";
import type { Component, Coverage, LifecycleEntry } from "../../../shared/model/lifecycle.ts";
import type { ReminderKind, ReminderSubject } from "../../../shared/model/reminder.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { type ComponentEnd, coverEnds, supportEnds } from "./ends.ts";
import { namePart } from "./reminder-id.ts";

export interface SubjectImage {
  readonly name: string;
  /** The day of its newest audit. */
  readonly audited: CalendarDay;
  readonly id: string;
  readonly entries: readonly LifecycleEntry[];
}

/**
 * The subjects of these images as they stand on `on`: per component its end of security support and of the cover that it is
 * entitled to, and, unless `auditAgeDays` is null, per image the last day on which its audit is fresh. Grouped over images by
 * component; of different days under one name the earlier counts.
 */
export function imageSubjects(
  images: readonly SubjectImage[],
  on: CalendarDay,
  auditAgeDays: number | null,
): ReminderSubject[] {
  const found = new Map<string, { subject: ReminderSubject; images: Set<string> }>();
  const add = (subject: ReminderSubject, image: string): void => {
    const known = found.get(subject.id);
    if (known === undefined) found.set(subject.id, { subject, images: new Set([image]) });
    else {
      known.images.add(image);
      if (subject.end < known.subject.end) known.subject = subject;
    }
  };
  for (const image of images) {
    const name = plainText(image.name, 200);
    for (const { component, ...rest } of image.entries) {
      if (component.distroPackaged === true) continue;
      const entry = { component, ...rest };
      for (const support of supportEnds(entry)) add(subjectOf("support-end", component, support, []), name);
      for (const cover of coverEnds(entry))
        add(subjectOf("cover-end", component, cover, coverName(cover.window)), name);
    }
    // An audit as of a later day than today is no older than today's.
    if (auditAgeDays !== null) {
      const end = addDays(image.audited < on ? image.audited : on, auditAgeDays);
      add({ id: `audit:${image.id}`, kind: "stale-audit", label: name, end, images: [] }, name);
    }
  }
  return [...found.values()].map(({ subject, images: names }) => ({ ...subject, images: [...names].sort() }));
}

/** Names of the components of which no source says a day on which support ends, sorted: nothing reminds of them. */
export function undatedComponents(images: readonly Pick<SubjectImage, "entries">[]): string[] {
  const undated = images.flatMap(({ entries }) =>
    entries
      .filter((entry) => entry.component.distroPackaged !== true && entry.status !== "none")
      .filter((entry) => supportEnds(entry).length === 0 && coverEnds(entry).length === 0)
      .map(({ component }) => plainText(component.label, 100)),
  );
  return [...new Set(undated)].sort();
}

function subjectOf(
  kind: ReminderKind,
  component: Component,
  { end, from, source, isClaim, isEstimate }: ComponentEnd,
  more: readonly string[],
): ReminderSubject {
  const days = from === null ? 0 : daysBetween(from, end);
  const parts = [kind === "support-end" ? "support" : "cover", ...componentName(component), ...more];
  return {
    id: [...parts, ...(isClaim ? [end] : [])].join(":"),
    kind,
    label: plainText(component.label, 100),
    end,
    ...(isEstimate ? { estimate: true as const } : {}),
    ...(days > 0 ? { cycleDays: days } : {}),
    images: [],
    source: plainText(source, 300),
  };
}

/** Product and cycle; a line that only its image names is called by its label. */
function componentName({ product, cycle, kind, label }: Component): string[] {
  return product === null ? [kind, namePart(label)] : [product, cycle ?? "-"];
}

function coverName({ offer, provider, entitlement }: Coverage): string[] {
  return [offer ?? namePart(provider), ...(entitlement === undefined ? [] : [entitlement.id])];
}
