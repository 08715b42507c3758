// Which images the list shows: the chips and the search text.
import { addDays, type CalendarDay } from "../../../shared/calendar-day.ts";
import type { ImageLine } from "./image-line.ts";

export const filters = ["failing", "ending", "unread", "unused"] as const;
export type Filter = (typeof filters)[number];

/** `ends within`: days from today, ended ones included. */
export const endingWithinDays = 90;

export function isShownBy(filter: Filter, line: ImageLine, today: CalendarDay): boolean {
  switch (filter) {
    case "failing":
      return (line.last?.summary.byStatus.fail ?? 0) > 0;
    case "ending": {
      if (line.isFirst) return false;
      if (line.last?.summary.lifecycle === "eol") return true;
      const until = line.last?.summary.supportedUntil?.date;
      return until !== undefined && until <= addDays(today, endingWithinDays);
    }
    case "unread":
      return line.last === null || line.isFirst || line.progress?.kind === "failed";
    case "unused":
      return line.listed.usedBy.running === 0 && line.listed.usedBy.stopped === 0;
  }
}

/** Every word of `search` must stand in a name, digest, platform or system of the image. */
export function matchesSearch(line: ImageLine, search: string): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const { listed, last } = line;
  const text = [...listed.references, ...listed.repoDigests, listed.id, listed.platform ?? "", last?.os ?? ""]
    .join("\n")
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Lines that pass every chip that is on and the search. */
export function filterLines(
  lines: readonly ImageLine[],
  on: readonly Filter[],
  search: string,
  today: CalendarDay,
): ImageLine[] {
  return lines.filter((line) => on.every((filter) => isShownBy(filter, line, today)) && matchesSearch(line, search));
}
