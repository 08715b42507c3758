// The list of reminders as the terminal shows it, with what nothing reminds of said below it.
import { type CalendarDay, daysBetween } from "../../shared/calendar-day.ts";
import type { Language } from "../../shared/model/phrase.ts";
import type { DateCorrection, Reminder } from "../../shared/model/reminder.ts";
import { plainText } from "../../shared/plain-text.ts";
import { reminderKindWords, reminderStateWords, sayDistance, sayEnd } from "../../shared/wording/reminders.ts";
import { textTable } from "./table.ts";

export interface ListedReminders {
  readonly on: CalendarDay;
  readonly data: { readonly source: string; readonly date: CalendarDay };
  readonly images: number;
  readonly undated: readonly string[];
  readonly corrections: readonly DateCorrection[];
  readonly unread: readonly unknown[];
}

/** What to say, and to do, where no image is known. */
export const noAudit: Readonly<Record<Language, string>> = {
  en: "No audit of images of yours is kept, so nothing is known of their ends; plimsoll audit makes the first.",
  de: "Es ist keine Prüfung eigener Images aufbewahrt, über deren Enden ist also nichts bekannt; plimsoll audit macht die erste.",
};

/** Whether nothing can be said of any image because none was audited. */
export function knowsNoImage({ images, unread }: Pick<ListedReminders, "images" | "unread">): boolean {
  return images === 0 && unread.length === 0;
}

/** Corrections that stand below the list; all of them are in the JSON. */
const shownCorrections = 10;

/**
 * A table of `shown`, then what it does not hold. `next` shows of what is to come the next of each subject alone; `due` is
 * for cron, which mails whatever is printed, and prints nothing where nothing is due.
 */
export function reminderText(
  known: ListedReminders,
  shown: readonly Reminder[],
  view: "next" | "all" | "due" | "changed",
  language: Language,
): string {
  const rows = ordered(view === "next" ? nextOf(shown) : shown);
  const table =
    rows.length === 0
      ? ""
      : textTable(
          head[language],
          rows.map((row) => cells(row, known.on, language)),
        );
  if (view === "due" || view === "changed") return table;
  const lines = [
    knowsNoImage(known) ? noAudit[language] : "",
    rows.length === 0 && known.images > 0 ? words.nothing[language] : "",
    ...known.corrections
      .slice(0, shownCorrections)
      .map(({ label, from, to, on }) => `${words.moved[language]}: ${plainText(label, 80)} ${from} -> ${to} (${on})`),
    undatedText(known.undated, language),
    dataText(known, language),
  ];
  return `${table}${lines.filter(Boolean).join("\n")}\n`;
}

const stateOrder: readonly Reminder["state"][] = ["due", "snoozed", "upcoming", "done", "passed"];

/** Everything that somebody has to know now, and of what is to come the next of each subject. */
function nextOf(reminders: readonly Reminder[]): Reminder[] {
  const seen = new Set<string>();
  return reminders.filter(({ state, subject }) => {
    if (state === "done" || state === "passed") return false;
    if (state !== "upcoming") return true;
    if (seen.has(subject.id)) return false;
    seen.add(subject.id);
    return true;
  });
}

/** By state, what is due with the earliest end first, what is to come by the day it becomes due. */
function ordered(reminders: readonly Reminder[]): Reminder[] {
  const key = ({ state, subject, due }: Reminder): string =>
    `${stateOrder.indexOf(state)} ${state === "upcoming" ? due : subject.end} ${subject.label} ${subject.id} ${due}`;
  return [...reminders].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function cells(
  { id, subject, due, state, snoozedUntil, done }: Reminder,
  on: CalendarDay,
  language: Language,
): string[] {
  const day = state === "upcoming" || state === "passed" ? due : (snoozedUntil ?? done);
  return [
    id.slice(0, 8),
    `${reminderStateWords[state][language]}${day === undefined ? "" : ` ${day}`}`,
    reminderKindWords[subject.kind][language],
    plainText(subject.label, 50),
    sayEnd(subject, language),
    sayDistance(subject.end, on, language),
    namesText(subject.images, language),
    plainText(subject.source ?? "–", 60),
  ];
}

function namesText(images: readonly string[], language: Language): string {
  const [first] = images;
  if (first === undefined) return "–";
  const more = images.length - 1;
  const name = plainText(first, 50);
  return more === 0 ? name : `${name} ${language === "de" ? `und ${more} weitere` : `and ${more} more`}`;
}

function undatedText(undated: readonly string[], language: Language): string {
  if (undated.length === 0) return "";
  const names = undated.slice(0, 5).join(", ") + (undated.length > 5 ? ", ..." : "");
  return words.undated[language].replace("{n}", () => String(undated.length)).replace("{names}", () => names);
}

/** The source with its day and its age, which is none on days before it. */
function dataText({ data, on }: ListedReminders, language: Language): string {
  const days = daysBetween(data.date, on);
  const age = days <= 0 ? "" : words.age[language].replace("{n}", () => String(days));
  return `${data.source}, ${data.date}${age}`;
}

const words = {
  age: { en: ", {n} days old", de: ", {n} Tage alt" },
  nothing: {
    en: "Nothing is due, and nothing dated is to come.",
    de: "Nichts ist fällig, und nichts Datiertes kommt noch.",
  },
  moved: { en: "date moved", de: "Datum verschoben" },
  undated: {
    en: "Without a dated end, so that nothing reminds of them: {n} ({names})",
    de: "Ohne datiertes Ende, daran erinnert also nichts: {n} ({names})",
  },
} as const satisfies Record<string, Record<Language, string>>;

const head: Readonly<Record<Language, readonly string[]>> = {
  en: ["id", "state", "what", "of", "last day", "when", "images", "source"],
  de: ["ID", "Stand", "was", "wovon", "letzter Tag", "wann", "Images", "Quelle"],
};
