// A window of extended support cut into the parts that are under contract and the rest, which stays on offer.
import { addDays, type CalendarDay } from "../../shared/calendar-day.ts";
import type { Entitlement } from "../../shared/model/entitlement.ts";
import type { Coverage } from "../../shared/model/lifecycle.ts";

/** The part of a window that a contract covers; `from` null = from its beginning, whenever that is. */
export interface Piece {
  readonly from: CalendarDay | null;
  readonly until: CalendarDay;
  readonly entitlement: Entitlement;
}

/** The later of two first days; null = no bound. */
export function laterDay(a: CalendarDay | null, b: CalendarDay | null): CalendarDay | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

/**
 * The window's parts in order of time: those under contract count and name it, what lies between and before them stays as it
 * was, what comes after the last contract counts no longer, even where the image shows that the support is in use.
 */
export function splitByPieces(window: Coverage, pieces: readonly Piece[]): Coverage[] {
  if (pieces.length === 0) return [window];
  const parts: Coverage[] = [];
  // The first day that no part holds yet; null = the beginning of the window, which no day is known for.
  let open = window.from;
  let isBeginning = true;
  const sorted = [...pieces].sort((a, b) =>
    (a.from ?? "") < (b.from ?? "") || (a.from === b.from && a.until > b.until) ? -1 : 1,
  );
  for (const { from, until, entitlement } of sorted) {
    // Another contract, or the same one by another way, already covers all of it.
    if (!isBeginning && open !== null && until < open) continue;
    const hasGap = from !== null && (isBeginning ? open === null || open < from : open !== null && open < from);
    if (hasGap) parts.push({ ...window, from: open, until: addDays(from, -1) });
    parts.push(under(window, from, until, entitlement));
    const next = addDays(until, 1);
    open = isBeginning || open === null || next > open ? next : open;
    isBeginning = false;
  }
  if (open !== null && (window.until === null || open <= window.until)) {
    const { entitled: _, ...rest } = window;
    parts.push({ ...rest, from: open, entitled: false });
  }
  return parts;
}

/** A part under contract: its days are the contract's, so they are no estimate any more. */
function under(window: Coverage, from: CalendarDay | null, until: CalendarDay, entitlement: Entitlement): Coverage {
  const { estimate: _, ...rest } = window;
  const { id, contract } = entitlement;
  return {
    ...rest,
    from,
    until,
    entitled: true,
    source: `${window.source}; contract ${contract}`,
    entitlement: { id, contract },
  };
}
