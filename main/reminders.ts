// Everything that ends and that people are reminded of, in one place: own images as they stand today, waivers, certificates of
// signing keys, audits that grow old. Joins the rooms; what is due when is lifecycle/reminders.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type CalendarDay, dayOf, daysBetween } from "../shared/calendar-day.ts";
import type { EntitlementSet } from "../shared/model/entitlement.ts";
import { type Failure, failureOf } from "../shared/model/failure.ts";
import type { LifecycleData } from "../shared/model/lifecycle.ts";
import {
  type DateCorrection,
  noReminderMemory,
  type Reminder,
  type ReminderMemory,
  type ReminderNotice,
  type ReminderSubject,
} from "../shared/model/reminder.ts";
import { longestMaximumDays, type Waiver, type WaiverSet } from "../shared/model/waiver.ts";
import { plainText } from "../shared/plain-text.ts";
import type { Settings } from "../shared/settings.ts";
import { type LoadedRules, periodsOf, standingOf, type WaiverPeriod } from "./control/waiver-state.ts";
import { describeIdentity } from "./evidence/signing/local-identity.ts";
import { isMissing } from "./file-error.ts";
import { summariseNews } from "./lifecycle/reminders/notices.ts";
import { planReminders, type ReminderPlan } from "./lifecycle/reminders/plan.ts";
import { imageSubjects, undatedComponents } from "./lifecycle/reminders/subjects.ts";
import { nameOf, ownedImages, placeImages } from "./portfolio.ts";
import type { AuditStore } from "./store/audits.ts";
import type { ReminderMemoryStore } from "./store/reminder-memory.ts";

export interface Certificate {
  /** The identity's name. */
  readonly label: string;
  readonly fingerprint: string;
  /** The last whole day on which it can sign. */
  readonly notAfter: CalendarDay;
}

export interface ReminderWorld {
  readonly store: Pick<AuditStore, "runs" | "lifecycleFacts">;
  readonly data: LifecycleData;
  readonly entitlements: EntitlementSet | null;
  readonly waivers: WaiverSet | null;
  readonly rules: LoadedRules;
  /** Of the signing keys: one, several or none. */
  readonly certificate: Certificate | readonly Certificate[] | null;
  readonly settings: Pick<Settings, "reminderLeads" | "componentLeads" | "auditAgeDays">;
  readonly memory: ReminderMemoryStore;
  readonly on: CalendarDay;
  /** False = look only: neither moved dates nor the day of this plan are kept. Absent = they are. */
  readonly record?: boolean;
}

export interface GatheredReminders {
  readonly reminders: readonly Reminder[];
  readonly news: readonly Reminder[];
  /** `news` as notifications: to be shown one each, their `ids` marked as notified. */
  readonly notices: readonly ReminderNotice[];
  /** Dates that moved, those of this plan included, newest first. */
  readonly corrections: readonly DateCorrection[];
  /** Own images that could be looked at; 0 with nothing in `unread` = no audit of any is kept. */
  readonly images: number;
  /** Components of these that no source dates: nothing reminds of them. */
  readonly undated: readonly string[];
  /** Images of which what is kept cannot be read: nothing reminds of these either. */
  readonly unread: readonly { readonly image: string; readonly failure: Failure }[];
  /** Where a broken memory was put; null = it was fine. */
  readonly setAside: string | null;
}

/** Plans all reminders for a day. Throws FailureError `state-unusable` and, where it records, `not-writable`. */
export async function gatherReminders(world: ReminderWorld): Promise<GatheredReminders> {
  const { store, settings, memory, on } = world;
  const owned = ownedImages(await store.runs());
  const unread: { image: string; failure: Failure }[] = [];
  const placed = await placeImages(owned, store.lifecycleFacts, world.data, world.entitlements, on, (image, error) =>
    unread.push({ image: nameOf(image), failure: failureOf(error) }),
  );
  const images = placed.map((image) => ({
    name: nameOf(image),
    audited: image.on,
    id: image.kept.ids[0] ?? image.kept.audit,
    entries: image.entries,
  }));
  const subjects = [
    ...imageSubjects(images, on, settings.auditAgeDays),
    ...waiverSubjects(world.waivers, world.rules, on),
    ...[world.certificate ?? []].flat().map(certificateSubject),
  ];
  const leads = { leads: settings.reminderLeads, componentLeads: settings.componentLeads };
  let before = noReminderMemory;
  const plan = (kept: ReminderMemory): ReminderPlan => {
    before = kept;
    return planReminders(subjects, leads, kept, on);
  };
  if (world.record === false) plan(await memory.read());
  else await memory.change((kept) => plan(kept).memory);
  const { reminders, news, memory: after } = plan(before);
  return {
    reminders,
    news,
    notices: summariseNews(news, before, on),
    corrections: [...after.corrections].reverse(),
    images: images.length,
    undated: undatedComponents(images),
    unread,
    setAside: memory.setAside(),
  };
}

/** The certificates of all keys in the folder of keys, no passphrase asked; what cannot be read is told. */
export async function signingCertificates(
  keys: string,
): Promise<{ readonly certificates: readonly Certificate[]; readonly failures: readonly Failure[] }> {
  const certificates: Certificate[] = [];
  const failures: Failure[] = [];
  for (const name of await foldersIn(keys, failures)) {
    try {
      const identity = await describeIdentity(join(keys, name));
      if (identity !== null) {
        const { fingerprint, notAfter } = identity;
        certificates.push({ label: name, fingerprint, notAfter: lastWholeDay(new Date(notAfter)) });
      }
    } catch (error) {
      failures.push(failureOf(error));
    }
  }
  return { certificates, failures };
}

async function foldersIn(folder: string, failures: Failure[]): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    // A name with a dot before it is a key that is just being written.
    return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map(({ name }) => name);
  } catch (error) {
    if (!isMissing(error)) failures.push(failureOf(error));
    return [];
  }
}

/** The last day that lies in whole before the end of an instant's second, in the zone of this machine. */
function lastWholeDay(end: Date): CalendarDay {
  return dayOf(new Date(end.getTime() - (24 * 3600 - 1) * 1000));
}

function certificateSubject({ label, fingerprint, notAfter }: Certificate): ReminderSubject {
  return { id: `certificate:${fingerprint}`, kind: "certificate-expiry", label, end: notAfter, images: [] };
}

function waiverSubjects(set: WaiverSet | null, rules: LoadedRules, on: CalendarDay): ReminderSubject[] {
  return (set?.waivers ?? []).flatMap((waiver) => {
    const period = set === null ? null : lastHeld(waiver, set, rules, on);
    if (period === null) return [];
    const days = daysBetween(period.from, period.until) + 1;
    const label = plainText(`${waiver.control} (${waiver.ticket ?? waiver.id.slice(0, 13)})`, 200);
    return [
      {
        id: `waiver:${waiver.id}`,
        kind: "waiver-expiry" as const,
        label,
        end: period.until,
        ...(days > 0 ? { cycleDays: days } : {}),
        images: [],
      },
    ];
  });
}

/**
 * The stretch in which a waiver holds, or held until it ran out less than a year ago: that it did must not go unnoticed on a
 * machine that was off. Null for one that was taken back, or never held.
 */
function lastHeld(waiver: Waiver, set: WaiverSet, rules: LoadedRules, on: CalendarDay): WaiverPeriod | null {
  const standing = standingOf(waiver, set, rules, on);
  if (standing.state === "applies") return standing.period;
  if (standing.state === "revoked") return null;
  for (const { until } of periodsOf(waiver)) {
    if (until >= on || daysBetween(until, on) > longestMaximumDays) continue;
    const then = standingOf(waiver, set, rules, until);
    if (then.state === "applies") return then.period;
  }
  return null;
}
