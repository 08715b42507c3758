// What a recommendation is made from besides the image: two catalogues and a day, handed in by whoever joins the rooms.
import type { CalendarDay } from "../../../shared/calendar-day.ts";
import type { Audit } from "../../../shared/model/audit.ts";
import type { HardenedCatalogue, HardenedProduct } from "../../../shared/model/hardened-catalogue.ts";
import type { LifecycleEntry } from "../../../shared/model/lifecycle.ts";

export interface Knowledge {
  readonly hardened: HardenedCatalogue;
  /** Every cycle of a product of the lifecycle data as it stands on the day, newest first; null = no such product. */
  readonly cyclesOf: (product: string) => readonly LifecycleEntry[] | null;
  readonly lifecycle: { readonly source: string; readonly date: CalendarDay };
  readonly on: CalendarDay;
}

/** The parts of an audit that a recommendation reads. */
export type Judged = Pick<Audit, "image" | "facts" | "findings" | "lifecycle" | "hardened" | "summary">;

/** Support that ends within so many days is a reason to move; half a year is what most moves take to roll out. */
export const soonDays = 183;

/** The hardened product of this name that is an image; null = the catalogue has none. */
export function heldProduct(name: string, { hardened }: Knowledge): HardenedProduct | null {
  return hardened.products.find(({ product, kind }) => product === name && kind !== "helm-chart") ?? null;
}

/** How the hardened catalogue is named as a source, with its day. */
export const hardenedSource = ({ hardened }: Knowledge): string => `${hardened.source} ${hardened.date}`;

/** The same of the lifecycle data. */
export const lifecycleSource = ({ lifecycle }: Knowledge): string => `${lifecycle.source} ${lifecycle.date}`;
