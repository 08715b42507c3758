// Joins advice with what it needs of lifecycle and data: from a judged image to the moves that help it.
import type { CalendarDay } from "../shared/calendar-day.ts";
import type { LifecycleData, LifecycleEntry } from "../shared/model/lifecycle.ts";
import type { Recommendation } from "../shared/model/move.ts";
import type { Judged } from "./advice/recommend/knowledge.ts";
import { recommend } from "./advice/recommend/recommend.ts";
import type { HardenedCatalogue } from "./data/hardened-catalogue.ts";
import { productLifecycle } from "./lifecycle/product-lifecycle.ts";

export interface AdviceData {
  readonly lifecycle: LifecycleData;
  readonly hardened: HardenedCatalogue;
  readonly on: CalendarDay;
}

/** The recommendation for an image as it was judged with the same data on the same day. Pure. */
export function recommendFor(audit: Judged, { lifecycle, hardened, on }: AdviceData): Recommendation {
  const placed = new Map<string, readonly LifecycleEntry[] | null>();
  const cyclesOf = (product: string) => {
    const known = placed.get(product);
    if (known !== undefined) return known;
    const entries = productLifecycle(lifecycle, product, null, on)?.entries ?? null;
    placed.set(product, entries);
    return entries;
  };
  const { source, date } = lifecycle;
  return recommend(audit, { hardened, cyclesOf, lifecycle: { source, date }, on });
}
