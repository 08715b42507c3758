// The words for reminders, on the command line and in notifications of the operating system.
import { addDays, type CalendarDay, daysBetween } from "../calendar-day.ts";
import type { Language } from "../model/phrase.ts";
import type { Reminder, ReminderKind, ReminderNotice, ReminderSubject } from "../model/reminder.ts";

type Words<K extends string> = Readonly<Record<K, Readonly<Record<Language, string>>>>;

export const reminderKindWords: Words<ReminderKind> = {
  "support-end": { en: "end of support", de: "Ende des Supports" },
  "cover-end": { en: "end of cover", de: "Ende der Abdeckung" },
  "waiver-expiry": { en: "waiver runs out", de: "Ausnahme läuft ab" },
  "certificate-expiry": { en: "signing key runs out", de: "Signaturschlüssel läuft ab" },
  "stale-audit": { en: "audit grows old", de: "Prüfung veraltet" },
};

export const reminderStateWords: Words<Reminder["state"]> = {
  due: { en: "due", de: "fällig" },
  snoozed: { en: "snoozed", de: "zurückgestellt" },
  upcoming: { en: "upcoming", de: "kommt noch" },
  done: { en: "done", de: "erledigt" },
  passed: { en: "passed", de: "überholt" },
};

/** What becomes of it: before the last day (`{when}`), on that day, and after it (`{day}`). */
const events: Readonly<Record<ReminderKind, Words<"before" | "last" | "after">>> = {
  "support-end": {
    before: { en: "support ends {when}", de: "Support endet {when}" },
    last: { en: "today is the last day of support", de: "heute ist der letzte Tag mit Support" },
    after: { en: "support ended on {day}", de: "Support endete am {day}" },
  },
  "cover-end": {
    before: { en: "extended cover ends {when}", de: "erweiterte Abdeckung endet {when}" },
    last: { en: "today is the last day of extended cover", de: "heute ist der letzte Tag der erweiterten Abdeckung" },
    after: { en: "extended cover ended on {day}", de: "erweiterte Abdeckung endete am {day}" },
  },
  "waiver-expiry": {
    before: { en: "waiver runs out {when}", de: "Ausnahme läuft {when} ab" },
    last: { en: "today is the last day of the waiver", de: "heute ist der letzte Tag der Ausnahme" },
    after: { en: "waiver ran out on {day}", de: "Ausnahme lief am {day} ab" },
  },
  "certificate-expiry": {
    before: { en: "signing certificate runs out {when}", de: "Signaturzertifikat läuft {when} ab" },
    last: {
      en: "today is the last whole day of the signing certificate",
      de: "heute ist der letzte volle Tag des Signaturzertifikats",
    },
    after: { en: "signing certificate ran out after {day}", de: "Signaturzertifikat lief nach dem {day} ab" },
  },
  "stale-audit": {
    before: { en: "audit is to be repeated {when}", de: "Prüfung ist {when} zu wiederholen" },
    last: { en: "audit is to be repeated today", de: "Prüfung ist heute zu wiederholen" },
    after: { en: "audit was to be repeated by {day}", de: "Prüfung war bis {day} zu wiederholen" },
  },
};

/** How several subjects of a kind are counted. */
const counted: Readonly<Record<ReminderKind, Words<"many">>> = {
  "support-end": { many: { en: "{n} components", de: "{n} Komponenten" } },
  "cover-end": { many: { en: "{n} components", de: "{n} Komponenten" } },
  "waiver-expiry": { many: { en: "{n} waivers", de: "{n} Ausnahmen" } },
  "certificate-expiry": { many: { en: "{n} signing keys", de: "{n} Signaturschlüssel" } },
  "stale-audit": { many: { en: "{n} images", de: "{n} Images" } },
};

/** What happens to the subject of a reminder, seen from `on`: `support ends in 30 days`. */
export function sayReminder({ subject }: Pick<Reminder, "subject">, on: CalendarDay, language: Language): string {
  return sayEvent(subject.kind, subject.end, on, language);
}

/** The last day, and that it is an estimate where it is one. */
export function sayEnd({ end, estimate }: ReminderSubject, language: Language): string {
  return estimate === true ? `${end} (${language === "de" ? "geschätzt" : "estimate"})` : end;
}

/** How far an end is from `on`: `in 30 days`, `last day`, `3 days over`. */
export function sayDistance(end: CalendarDay, on: CalendarDay, language: Language): string {
  const days = daysBetween(on, end);
  if (days > 0) return sayDays(days, language);
  if (days === 0) return language === "de" ? "letzter Tag" : "last day";
  if (days === -1) return language === "de" ? "seit 1 Tag vorbei" : "1 day over";
  return language === "de" ? `seit ${-days} Tagen vorbei` : `${-days} days over`;
}

/** A notification on `on`: one line, and what it is about. Plain text; whoever shows it cuts it to what there is room for. */
export function sayNotice(
  notice: ReminderNotice,
  on: CalendarDay,
  language: Language,
): { readonly title: string; readonly body: string } {
  const { kind, labels, subjects, images, ids, end } = notice;
  if (kind === null) {
    const title = language === "de" ? `${ids.length} Erinnerungen sind fällig` : `${ids.length} reminders are due`;
    const first = language === "de" ? `das früheste Ende am ${end}` : `the earliest end on ${end}`;
    return { title, body: [listed(labels, labels.length, language), first].join("; ") };
  }
  if (subjects === 1) {
    const title = `${labels[0] ?? ""}: ${sayEvent(kind, end, on, language)}`;
    return { title, body: kind === "stale-audit" ? advice[language] : imagesText(images, language) };
  }
  const what = counted[kind].many[language].replace("{n}", () => String(subjects));
  const body = [listed(labels, subjects, language), kind === "stale-audit" ? "" : imagesText(images, language)];
  return { title: `${what}: ${sayEvents(notice, kind, on, language)}`, body: body.filter(Boolean).join("; ") };
}

const advice: Readonly<Record<Language, string>> = {
  en: "Audit it again, so that what is known of it is of today.",
  de: "Erneut prüfen, damit der Befund von heute ist.",
};

function sayEvent(kind: ReminderKind, end: CalendarDay, on: CalendarDay, language: Language): string {
  const days = daysBetween(on, end);
  const { before, last, after } = events[kind];
  if (days < 0) return after[language].replace("{day}", () => end);
  return days === 0 ? last[language] : before[language].replace("{when}", () => sayDays(days, language));
}

/** Of several ends: all lie within the lead; those that are over ended on different days. */
function sayEvents(notice: ReminderNotice, kind: ReminderKind, on: CalendarDay, language: Language): string {
  const { before, after } = events[kind];
  if (notice.ended) {
    const since = language === "de" ? `${notice.end} oder später` : `${notice.end} or later`;
    return after[language].replace("{day}", () => since);
  }
  if (notice.lead === null || notice.lead === 0) return sayEvent(kind, on, on, language);
  const by = addDays(on, notice.lead);
  const when = language === "de" ? `bis ${by}` : `by ${by}`;
  return before[language].replace("{when}", () => when);
}

function sayDays(days: number, language: Language): string {
  if (days === 1) return language === "de" ? "morgen" : "tomorrow";
  return language === "de" ? `in ${days} Tagen` : `in ${days} days`;
}

function imagesText(images: readonly string[], language: Language): string {
  if (images.length === 0) return "";
  const count = images.length === 1 ? "1 Image" : `${images.length} Images`;
  return `${language === "de" ? count : count.toLowerCase()}: ${listed(images, images.length, language)}`;
}

/** The first three, and how many more there are. */
function listed(names: readonly string[], total: number, language: Language): string {
  const shown = names.slice(0, 3);
  const more = total - shown.length;
  if (more <= 0) return shown.join(", ");
  return `${shown.join(", ")} ${language === "de" ? `und ${more} weitere` : `and ${more} more`}`;
}
