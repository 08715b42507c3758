// Why a window of support counts as cover, or why it does not: one word for each, the same in table, JSON and window.
import { z } from "zod";
import { CalendarDay, daysBetween } from "./calendar-day.ts";
import { compareText } from "./compare-text.ts";
import { isCoveredOn, lastCoveredDay } from "./cover.ts";
import type { Coverage, LifecycleEntry } from "./model/lifecycle.ts";

export const WindowReason = z.enum([
  /** General support, open to everyone. */
  "general",
  /** It was bought: an entitlement says so. */
  "contract",
  /** The image itself shows that it is in use. */
  "proof",
  /** It is given or sold, and nothing shows that it was taken up. */
  "not-recorded",
  /** In use as the image or a record shows, until a day that nobody has published: cover today, no day to count on. */
  "in-use",
  /** An upper bound or no published day: shown, never counted. */
  "estimate",
  /** Another source's day for a window that is listed already. */
  "second-opinion",
]);
export type WindowReason = z.infer<typeof WindowReason>;

/** The reason of one window of a component. */
export function windowReason(window: Coverage, { dates, component }: LifecycleEntry): WindowReason {
  if (window.secondOpinion === true) return "second-opinion";
  if (window.estimate === true) return window.entitled ? "in-use" : "estimate";
  if (!window.entitled) return "not-recorded";
  if (window.entitlement !== undefined) return "contract";
  if (component.kind === "line") return "general";
  // General support ends with the component's own end; what is counted beyond without a contract was proven.
  const isBeyond =
    dates.eol === true || (typeof dates.eol === "string" && window.from !== null && window.from > dates.eol);
  return isBeyond ? "proof" : "general";
}

/** Whether a window counts as cover on the days that it holds. */
export function countsAsCover(window: Coverage): boolean {
  return window.entitled && window.estimate !== true && window.secondOpinion !== true;
}

export const CoverSaid = z.object({
  covered: z.boolean(),
  /** Who gives the cover from the day judged on, in order of time. */
  by: z.array(z.string()),
  /** Last day of cover, also one that is past; null = none is dated. */
  until: CalendarDay.nullable(),
});
export type CoverSaid = z.infer<typeof CoverSaid>;

/** By whom and until when a component is covered, seen from a day. */
export function coverSaid(entry: LifecycleEntry, on: CalendarDay): CoverSaid {
  const until = lastCoveredDay(entry, on);
  const windows = entry.coverage
    .filter((window) => countsAsCover(window) || windowReason(window, entry) === "in-use")
    .filter((window) => window.until === null || window.until >= on)
    .filter(({ from }) => from === null || until === null || from <= until)
    .sort((a, b) => compareText(a.from ?? "", b.from ?? ""));
  const covered = isCoveredOn(entry, on);
  return { covered, by: covered ? [...new Set(windows.map(({ provider }) => provider))] : [], until };
}

/** How old what a window says is on a day, in whole days; null where its source has no date. */
export function ageOf({ asOf }: Pick<Coverage, "asOf">, on: CalendarDay): number | null {
  return asOf === undefined ? null : Math.max(0, daysBetween(asOf, on));
}
