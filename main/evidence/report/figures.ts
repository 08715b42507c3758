// Numbers, days and digests as the report writes them.
import type { CalendarDay } from "../../../shared/calendar-day.ts";
import { daysBetween } from "../../../shared/calendar-day.ts";
import type { Language } from "../../../shared/model/phrase.ts";

const months: Readonly<Record<Language, string>> = {
  en: "January February March April May June July August September October November December",
  de: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
};

/** A day in prose: `24 November 2026`, `24. November 2026`. */
export function longDay(day: CalendarDay, language: Language): string {
  const [year = "", month = "", date = ""] = day.split("-");
  const name = months[language].split(" ")[Number(month) - 1] ?? month;
  return language === "de" ? `${Number(date)}. ${name} ${year}` : `${Number(date)} ${name} ${year}`;
}

/** How far a day lies from `on`: `in 41 days`, `41 days ago`, `today`. */
export function distance(on: CalendarDay, day: CalendarDay, language: Language): string {
  const days = daysBetween(on, day);
  const count = Math.abs(days);
  if (language === "de") {
    if (days === 0) return "heute";
    const word = count === 1 ? "Tag" : "Tagen";
    return days > 0 ? `in ${count} ${word}` : `vor ${count} ${word}`;
  }
  if (days === 0) return "today";
  const word = count === 1 ? "day" : "days";
  return days > 0 ? `in ${count} ${word}` : `${count} ${word} ago`;
}

/** A number of days: `1 day`, `41 Tage`. */
export function dayCount(days: number, language: Language): string {
  if (language === "de") return `${days} ${days === 1 ? "Tag" : "Tage"}`;
  return `${days} ${days === 1 ? "day" : "days"}`;
}

/** Bytes as docker prints them: decimal, three digits. */
export function sizeText(bytes: number, language: Language): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? 0 : value >= 10 ? 1 : 2;
  const number = value.toFixed(digits);
  return `${language === "de" ? number.replace(".", ",") : number} ${units[unit] ?? ""}`;
}

/** An instant to the second, in UTC, from RFC 3339 or a Date; text that is no instant is given back as it is. */
export function instantText(instant: string | Date): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return String(instant);
  return `${date.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

/** The beginning of a fingerprint, for places that only point to the whole. */
export function shortFingerprint(fingerprint: string): string {
  return fingerprint.split(":").slice(0, 8).join(":");
}

/** `sha256:` with the first twelve digits, for places that only point to the whole. */
export function shortDigest(digest: string): string {
  const [, hex] = /^sha256:([0-9a-f]{12})/.exec(digest) ?? [];
  return hex === undefined ? digest : `sha256:${hex}…`;
}
