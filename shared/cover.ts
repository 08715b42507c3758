// Until when a component is covered: its own end, and later windows the user is entitled to as far as they join it.
import { addDays, type CalendarDay, daysBetween } from "./calendar-day.ts";
import { compareText } from "./compare-text.ts";
import type { Coverage, LifecycleEntry } from "./model/lifecycle.ts";

/**
 * Windows that count: the image or its user is entitled to them, their days are no mere upper bound, and they are not a
 * further source's word on a window already listed.
 */
function counted(entry: LifecycleEntry): Coverage[] {
  return entry.coverage.filter(
    (window) => window.entitled && window.estimate !== true && window.secondOpinion !== true,
  );
}

/**
 * Whether the image shows, or a record says, that an extended window is in use on a day although nobody has published until
 * when (Docker's ELS by its label): cover on that day, without a last day that could be counted on.
 */
function inUseUndated(entry: LifecycleEntry, on: CalendarDay): boolean {
  return entry.coverage.some(
    (window) => window.entitled && window.estimate === true && window.secondOpinion !== true && holds(window, on),
  );
}

/** A stretch of cover without a gap; `until` null = it goes on with no end set, `from` null = since ever. */
interface Stretch {
  readonly from: CalendarDay | null;
  readonly until: CalendarDay | null;
}

/** The windows that count, joined where one begins at the latest on the day after another ends, in order of time. */
function stretches(entry: LifecycleEntry): Stretch[] {
  const { eol } = entry.dates;
  const spans: Stretch[] = counted(entry).map(({ from, until }) => ({ from, until }));
  // The component's own end stands also where the source names no window.
  if (typeof eol === "string") spans.push({ from: null, until: eol });
  if (eol === false) spans.push({ from: null, until: null });
  spans.sort((a, b) => compareText(a.from ?? "", b.from ?? ""));
  const joined: Stretch[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    const joins =
      last !== undefined && (last.until === null || span.from === null || span.from <= addDays(last.until, 1));
    if (!joins) joined.push(span);
    else joined[joined.length - 1] = { from: last.from, until: laterEnd(last.until, span.until) };
  }
  return joined;
}

/** The later of two ends; null = none is set, which is later than every day. */
function laterEnd(a: CalendarDay | null, b: CalendarDay | null): CalendarDay | null {
  if (a === null || b === null) return null;
  return a > b ? a : b;
}

/**
 * The stretch that decides: the one that holds `on` where a window of cover does, else the first. Cover never leaps a gap: a
 * window that begins later is another stretch.
 */
function decisive(entry: LifecycleEntry, on: CalendarDay | undefined): Stretch | null {
  const all = stretches(entry);
  if (on === undefined) return all[0] ?? null;
  const now = all.find((stretch) => holds(stretch, on));
  return now ?? (inUseUndated(entry, on) ? { from: null, until: null } : (all[0] ?? null));
}

function holds({ from, until }: Stretch, on: CalendarDay): boolean {
  return (from === null || from <= on) && (until === null || on <= until);
}

/**
 * The last day of cover without a gap: the component's own end, and windows the user is entitled to as far as each begins
 * at the latest on the day after the one before. Null where cover goes on with no end set, and where none is dated (a
 * boolean of the source is no date). With `on`, a gap that lies before that day no longer matters when it is covered; where
 * only a window whose end nobody has published covers that day, there is no such day.
 */
export function lastCoveredDay(entry: LifecycleEntry, on?: CalendarDay): CalendarDay | null {
  return decisive(entry, on)?.until ?? null;
}

/**
 * Whether the component is covered on `on`: a window that counts, general support included, holds that day, or one in use
 * whose end is an estimate. This, not `entitled` alone, answers "are we covered": general support is open to everyone and
 * so is `entitled` as well.
 */
export function isCoveredOn(entry: LifecycleEntry, on: CalendarDay): boolean {
  return counted(entry).some((window) => holds(window, on)) || inUseUndated(entry, on);
}

/**
 * Whether a component has no cover `days` days after `on`. One whose end is not known never counts (unknown is said
 * elsewhere), nor does a distribution's package, which follows its operating system, nor cover that has no end.
 */
export function endsWithin(entry: LifecycleEntry, on: CalendarDay, days: number): boolean {
  if (entry.component.distroPackaged === true) return false;
  const stretch = decisive(entry, on);
  // Over without a day (`eol: true`): only a window that counts could still cover it, and that would be dated.
  if (stretch === null) return entry.status === "eol" || entry.status === "extended-only";
  return stretch.until !== null && daysBetween(on, stretch.until) < days;
}
