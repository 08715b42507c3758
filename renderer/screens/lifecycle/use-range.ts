// Which stretch of time is in view: everything at first, then what zoom and pan make of it.
import { useCallback, useMemo, useState } from "react";
import { addDays, type CalendarDay, daysBetween } from "../../../shared/calendar-day.ts";

const fewestDays = 120;
const mostDays = 40 * 365;

export interface Range {
  /** Days from the anchor to the first day in view; may be broken, so that small steps add up. */
  readonly start: number;
  readonly span: number;
}

export interface RangeHook {
  readonly first: CalendarDay;
  readonly last: CalendarDay;
  readonly isWhole: boolean;
  readonly canZoomIn: boolean;
  readonly canZoomOut: boolean;
  /** `factor` over 1 shows more days; `at` = the place that stays where it is, 0 to 1. */
  readonly zoom: (factor: number, at?: number) => void;
  /** By a part of what is in view; positive = later days. */
  readonly pan: (part: number) => void;
  readonly showAll: () => void;
}

/** Zooms a range about a place in it, within the bounds. */
export function zoomed({ start, span }: Range, factor: number, at: number): Range {
  const next = Math.min(mostDays, Math.max(fewestDays, span * factor));
  return bounded({ start: start + (span - next) * at, span: next });
}

/** Moves a range by a part of its length, within the bounds. */
export function panned({ start, span }: Range, part: number): Range {
  return bounded({ start: start + span * part, span });
}

function bounded({ start, span }: Range): Range {
  return { start: Math.min(mostDays - span / 2, Math.max(-mostDays + span / 2, start)), span };
}

/** `whole`: the axis that shows everything; `anchor`: the day that ranges are counted from. */
export function useRange(
  whole: { readonly first: CalendarDay; readonly last: CalendarDay },
  anchor: CalendarDay,
): RangeHook {
  const [moved, setMoved] = useState<Range | null>(null);
  const all = useMemo<Range>(
    () => ({ start: daysBetween(anchor, whole.first), span: daysBetween(whole.first, whole.last) + 1 }),
    [anchor, whole.first, whole.last],
  );
  const range = moved ?? all;
  const first = moved === null ? whole.first : addDays(anchor, Math.round(range.start));
  const last = moved === null ? whole.last : addDays(first, Math.round(range.span) - 1);
  return {
    first,
    last,
    isWhole: moved === null,
    canZoomIn: range.span > fewestDays,
    canZoomOut: range.span < mostDays,
    zoom: useCallback((factor, at = 0.5) => setMoved((now) => zoomed(now ?? all, factor, at)), [all]),
    pan: useCallback((part) => setMoved((now) => panned(now ?? all, part)), [all]),
    showAll: useCallback(() => setMoved(null), []),
  };
}
