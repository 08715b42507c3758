// Numbers, sizes and days as the window prints them: decimal units as docker does, days as YYYY-MM-DD in tables and in long
// form in prose.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { Language } from "../../shared/model/phrase.ts";

const units = ["B", "kB", "MB", "GB", "TB"] as const;

/** Bytes in decimal units with at most three significant digits: `212 MB`, `1.24 GB`. */
export function sayBytes(bytes: number, language: Language): string {
  let value = Math.max(0, bytes);
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 99.5 ? 0 : value >= 9.95 ? 1 : 2;
  return `${sayNumber(value, language, digits)}\u00a0${units[unit] ?? "B"}`;
}

export function sayNumber(value: number, language: Language, digits = 0): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: digits, minimumFractionDigits: 0 }).format(value);
}

/** A day in prose: `23 November 2026`, `23. November 2026`. */
export function sayDay(day: CalendarDay, language: Language): string {
  // Days have no zone: noon UTC printed in UTC is the same day everywhere.
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : "de", { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${day}T12:00:00Z`),
  );
}

/** An instant of RFC 3339, in the zone of this machine: `2026-11-23 14:02`. The text itself when it is no instant. */
export function sayInstant(text: string): string {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) return text;
  return new Intl.DateTimeFormat("sv", { dateStyle: "short", timeStyle: "short" }).format(instant);
}

/** Days from now in words: `in 41 days`, `3 days ago`, `vor 3 Tagen`. */
export function sayDaysFromNow(days: number, language: Language): string {
  return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(days, "day");
}

/** `sha256:3f9a1b22c4d5…c1`: enough to tell digests apart at a glance. Other text is returned as it is. */
export function shortDigest(digest: string): string {
  const match = /^(sha256:)([0-9a-f]{64})$/.exec(digest);
  const hex = match?.[2];
  return hex === undefined ? digest : `sha256:${hex.slice(0, 12)}…${hex.slice(-2)}`;
}
