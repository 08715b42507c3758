// Windows of extended support that vendors give or sell beside what the main source lists of a cycle (lifecycle.md, section
// 2). Being on offer is no cover: none of them counts until somebody has bought it or the image proves it.
import { addDays, type CalendarDay } from "../../shared/calendar-day.ts";
import type { Coverage, Cycle, Offer, Product } from "../../shared/model/lifecycle.ts";

/**
 * The offers for a cycle as windows, in the data's order. One without days of its own lasts as long as a contract says; one
 * for a cycle whose general support has no end yet has nothing to extend and is left out, as is one that would already be
 * over when it begins.
 */
export function offerWindows(product: Product, cycle: Cycle, offers: readonly Offer[] = []): Coverage[] {
  const { eol, eoes } = cycle;
  if (typeof eol !== "string" && eol !== true) return [];
  const afterEol = typeof eol === "string" ? addDays(eol, 1) : null;
  const afterExtended = typeof eoes === "string" ? addDays(eoes, 1) : afterEol;
  const windows: Coverage[] = [];
  for (const offer of offers) {
    if (offer.product !== product.id || offer.eoes === true) continue;
    const own = offer.cycles?.find((each) => each.cycle === cycle.cycle);
    if (offer.cycles !== undefined && own === undefined) continue;
    const from: CalendarDay | null = own?.from ?? (offer.follows === "eoes" ? afterExtended : afterEol);
    const until = own?.until ?? null;
    if (from !== null && until !== null && until < from) continue;
    windows.push(windowOf(offer, from, until, own?.estimate === true));
  }
  return windows;
}

/** An offer as a window that nobody is entitled to yet. */
export function windowOf(
  offer: Offer,
  from: CalendarDay | null,
  until: CalendarDay | null,
  isEstimate: boolean,
): Coverage {
  return {
    phase: offer.programme,
    provider: offer.provider,
    from,
    until,
    entitled: false,
    source: offer.source,
    asOf: offer.asOf,
    offer: offer.id,
    ...(isEstimate ? { estimate: true } : {}),
  };
}
