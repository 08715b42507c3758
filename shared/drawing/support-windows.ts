// The windows of one component on a time axis, for the window and the PDF alike: from when to when each look holds. Days
// only; how a look is drawn is the canvas' business, so that it also reads in black and white.
import { addDays, type CalendarDay } from "../calendar-day.ts";
import { compareText } from "../compare-text.ts";
import type { LifecycleEntry } from "../model/lifecycle.ts";

/** The look of a stretch: solid, fine diagonal, dotted fill, edge only, cross-hatch, grey with a question mark. */
export type WindowLook = "supported" | "security-only" | "extended-covered" | "extended-open" | "after" | "unknown";

export interface WindowStretch {
  readonly look: WindowLook;
  /** First and last day, both within the axis. */
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** The stretches between `first` and `last`, in order and without overlap. A day that the source leaves open runs on. */
export function supportStretches(entry: LifecycleEntry, first: CalendarDay, last: CalendarDay): WindowStretch[] {
  const { release, eoas, eol, eoes } = entry.dates;
  const whole = (look: WindowLook): WindowStretch[] => [{ look, from: first, to: last }];
  if (entry.status === "unknown" || entry.status === "none") return whole("unknown");
  if (entry.status === "rolling") return whole("supported");
  if (eol === true) return whole(entry.status === "eol" ? "after" : "unknown");
  if (eol === null) return whole("unknown");

  const stretches: WindowStretch[] = [];
  let next = release ?? first;
  const until = (look: WindowLook, end: CalendarDay | null): void => {
    const from = next < first ? first : next;
    const to = end === null || end > last ? last : end;
    if (from <= to) stretches.push({ look, from, to });
    next = end === null ? addDays(last, 1) : addDays(end, 1);
  };
  const end = eol === false ? null : eol;
  if (eoas === true) {
    // Active support is over since a day nobody named: only what is left is known.
    until("security-only", end);
  } else {
    const activeEnd = typeof eoas === "string" && (end === null || eoas < end) ? eoas : end;
    until("supported", activeEnd);
    if (activeEnd !== end) until("security-only", end);
  }
  if (end !== null && eoes !== null && eoes !== true) {
    const opens = addDays(end, 1);
    const closes = eoes === false ? null : eoes;
    for (const { from, until: covered } of countedSpans(entry, opens)) {
      if (closes !== null && from > closes) break;
      if (from > next) until("extended-open", addDays(from, -1));
      if (covered !== null && covered < next) continue;
      until("extended-covered", closes === null || (covered !== null && covered < closes) ? covered : closes);
    }
    if (next <= last && (closes === null || next <= closes)) until("extended-open", closes);
  }
  if (next <= last) until("after", null);
  return stretches;
}

/** When windows that count hold past the end of general support, in order; `until` null = no end is set. */
function countedSpans(
  entry: LifecycleEntry,
  opens: CalendarDay,
): { readonly from: CalendarDay; readonly until: CalendarDay | null }[] {
  return entry.coverage
    .filter(({ entitled, estimate, until }) => entitled && estimate !== true && (until === null || until >= opens))
    .map(({ from, until }) => ({ from: from === null || from < opens ? opens : from, until }))
    .sort((a, b) => compareText(a.from, b.from));
}
