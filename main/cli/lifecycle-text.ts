// What `plimsoll lifecycle` prints as text: a row a component with its cover, every window where that is asked for, the end of
// each image, and below what is unknown, in conflict, estimated or seen otherwise by another source.
import { type CalendarDay, daysBetween } from "../../shared/calendar-day.ts";
import type { AuditSummary } from "../../shared/model/audit.ts";
import type { Coverage, LifecycleEntry, SourceDate } from "../../shared/model/lifecycle.ts";
import type { Language } from "../../shared/model/phrase.ts";
import { plainText } from "../../shared/plain-text.ts";
import { ageOf, coverSaid, windowReason } from "../../shared/window-reason.ts";
import { say } from "../../shared/wording/say.ts";
import { coverWords, lifecycleWords } from "../../shared/wording/status.ts";
import { columns, nextWords, reasonWords, words } from "./lifecycle-words.ts";
import { textTable } from "./table.ts";

/** An image, or a product when `name` is empty, with what is known of its components. */
export interface Listed {
  readonly name: string;
  readonly entries: readonly LifecycleEntry[];
  /** Absent for a product. */
  readonly supportedUntil?: AuditSummary["supportedUntil"];
}

/** All parts but the line about the data. `withWindows` = a row a window as well. */
export function lifecycleText(
  listed: readonly Listed[],
  on: CalendarDay,
  language: Language,
  withWindows: boolean,
): string {
  const named = listed.some(({ name }) => name !== "");
  const head = (titles: readonly Record<Language, string>[]) => [
    ...(named ? [words.image[language]] : []),
    ...titles.map((title) => title[language]),
  ];
  const each = (rowsOf: (entry: LifecycleEntry) => string[][]) =>
    listed.flatMap(({ name, entries }) =>
      entries.flatMap(rowsOf).map((row) => [...(named ? [plainText(name, 40)] : []), ...row]),
    );
  const parts = [
    textTable(
      head(columns.components),
      each((entry) => [componentRow(entry, on, language)]),
    ),
  ];
  if (withWindows) {
    const rows = each((entry) => entry.coverage.map((window) => windowRow(window, entry, on, language)));
    if (rows.length > 0) parts.push(textTable(head(columns.windows), rows));
  }
  const ends = listed.flatMap((one) => endLine(one, on, language));
  if (ends.length > 0) parts.push(`${ends.join("\n")}\n`);
  const notes = each((entry) => entryNotes(entry, language));
  if (notes.length > 0)
    parts.push(`${words.notes[language]}\n${textTable(notes[0]?.map(() => "") ?? [], notes).replace(/^\s*\n/, "")}`);
  return parts.join("\n");
}

function componentRow(entry: LifecycleEntry, on: CalendarDay, language: Language): string[] {
  const { next } = entry;
  return [
    plainText(entry.component.label, 32),
    lifecycleWords[entry.status][language],
    dateText(entry.dates.eol, language),
    ...coverCells(entry, on, language),
    next === null ? "–" : `${next.date} (${next.days} d) ${nextWords[next.what]?.[language] ?? next.what}`,
  ];
}

/** By whom and until when; what is not covered says since when. Asked only where there is something that can be covered. */
function coverCells(entry: LifecycleEntry, on: CalendarDay, language: Language): [string, string] {
  if (entry.coverage.length === 0) return ["–", "–"];
  const { covered, by, until } = coverSaid(entry, on);
  if (covered) return [plainText(by.join(", "), 40), until ?? words.open[language]];
  return [coverWords["not-covered"][language], until === null ? "–" : `${words.ended[language]} ${until}`];
}

function windowRow(window: Coverage, entry: LifecycleEntry, on: CalendarDay, language: Language): string[] {
  const age = ageOf(window, on);
  return [
    plainText(entry.component.label, 32),
    plainText(window.phase, 36),
    plainText(window.provider, 28),
    window.from ?? "–",
    window.until === null ? words.open[language] : `${window.estimate === true ? "≤ " : ""}${window.until}`,
    reasonText(window, entry, language),
    age === null ? "–" : `${age} d`,
    sourceText(window),
  ];
}

/** The source; the contract at its end stands in a column of its own. */
function sourceText({ source, entitlement }: Coverage): string {
  const own = entitlement === undefined ? source : source.replace(`; contract ${entitlement.contract}`, "");
  return plainText(own.length > 72 ? `${own.slice(0, 71)}…` : own);
}

function reasonText(window: Coverage, entry: LifecycleEntry, language: Language): string {
  const reason = windowReason(window, entry);
  const word = reasonWords[reason][language];
  return reason === "contract" ? `${word} ${plainText(window.entitlement?.contract ?? "", 40)}` : word;
}

function endLine({ name, supportedUntil }: Listed, on: CalendarDay, language: Language): string[] {
  if (supportedUntil === undefined) return [];
  const image = plainText(name, 60);
  if (supportedUntil === null) return [`${image}: ${words.noEnd[language]}`];
  const { date, component } = supportedUntil;
  const days = daysBetween(on, date);
  const lead = days < 0 ? words.supportedUntilPast : words.supportedUntil;
  const span = (days < 0 ? words.daysAgo : words.days)[language].replace("{days}", String(Math.abs(days)));
  return [`${image}: ${lead[language]} ${date} (${span}), ${words.endsFirst[language]} ${plainText(component, 60)}`];
}

/** Component, kind of note, and the note; each once. */
function entryNotes({ component, phrase, coverage }: LifecycleEntry, language: Language): string[][] {
  const label = plainText(component.label, 32);
  return [
    ...(phrase === undefined ? [] : [[label, words.why[language], say(phrase, language)]]),
    ...(component.conflicts ?? []).map(({ evidence, version }) => [
      label,
      words.conflict[language],
      `${plainText(component.evidence, 60)} ${plainText(component.version ?? "–", 40)} ↔ ${plainText(evidence, 60)} ${plainText(version, 40)}`,
    ]),
    ...coverage
      .filter(({ estimate }) => estimate === true)
      .map((window) => [label, words.estimate[language], `${seller(window)}: ${bound(window, language)}`]),
    ...coverage
      .filter(({ secondOpinion }) => secondOpinion === true)
      .map((window) => [
        label,
        words.opinion[language],
        `${seller(window)}: ${window.until ?? words.open[language]} (${plainText(window.source, 60)})`,
      ]),
  ];
}

function seller({ provider, phase }: Coverage): string {
  return plainText(phase.includes(provider) ? phase : `${provider}, ${phase}`, 80);
}

function bound({ until }: Coverage, language: Language): string {
  return until === null ? words.noDay[language] : `${words.atMost[language]} ${until}`;
}

/** A date, or the source's word: over without a date, or open without one. */
function dateText(date: SourceDate | null, language: Language): string {
  if (date === null) return "–";
  if (date === true) return words.over[language];
  return date === false ? words.open[language] : date;
}
