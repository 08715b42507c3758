// From images with their components to the rows of a time line: each distinct component once, with the images that hold it,
// what ends first on top. Two components are one when product, release, dates and cover are the same.
import type { CalendarDay } from "../calendar-day.ts";
import { compareText } from "../compare-text.ts";
import { isCoveredOn, lastCoveredDay } from "../cover.ts";
import type { LifecycleEntry } from "../model/lifecycle.ts";

export interface ComponentRow {
  readonly entry: LifecycleEntry;
  /** The product, as its releases call it: `Debian` for `Debian 12`. */
  readonly product: string;
  /** Exact versions found, sorted, at most twenty. */
  readonly versions: readonly string[];
  /** Indexes into the images given, ascending. */
  readonly images: readonly number[];
}

const mostVersions = 20;
/** Longer names are cut by most canvases. */
const longName = 26;

/**
 * One row a distinct component as of `on`, by product: the product whose first end is nearest on top, within it the nearest end.
 * A distribution's packages follow their system and have no row.
 */
export function componentRows(images: readonly (readonly LifecycleEntry[])[], on: CalendarDay): ComponentRow[] {
  const rows = new Map<string, { entry: LifecycleEntry; versions: Set<string>; images: Set<number> }>();
  for (const [index, entries] of images.entries()) {
    for (const entry of entries) {
      if (entry.component.distroPackaged === true) continue;
      const key = identityOf(entry);
      const row = rows.get(key) ?? { entry, versions: new Set(), images: new Set() };
      rows.set(key, row);
      row.images.add(index);
      const { version } = entry.component;
      if (version !== null && row.versions.size < mostVersions) row.versions.add(version);
    }
  }
  const found = [...rows.values()].map((row) => ({
    entry: row.entry,
    product: productOf(row.entry),
    versions: [...row.versions].sort(),
    images: [...row.images],
  }));
  return byProduct(found, on);
}

/** The rows in the order of their products; the products' order is that of their first end. */
export function byProduct<Row extends Pick<ComponentRow, "entry" | "product">>(
  rows: readonly Row[],
  on: CalendarDay,
): Row[] {
  const firstOf = new Map<string, string>();
  const keyed = rows.map((row) => ({ row, end: endOrder(row.entry, on) }));
  for (const { row, end } of keyed) {
    const known = firstOf.get(row.product);
    if (known === undefined || end < known) firstOf.set(row.product, end);
  }
  return keyed
    .sort(
      (a, b) =>
        compareText(firstOf.get(a.row.product) ?? "", firstOf.get(b.row.product) ?? "") ||
        compareText(a.row.product, b.row.product) ||
        compareText(a.end, b.end) ||
        compareText(a.row.entry.component.label, b.row.entry.component.label),
    )
    .map(({ row }) => row);
}

/** Sorts by the last covered day: over without a day first, then days, then what goes on, then what nobody knows. */
export function endOrder(entry: LifecycleEntry, on: CalendarDay): string {
  if (entry.status === "none") return "c";
  if (entry.status === "unknown") return "b";
  const last = lastCoveredDay(entry, on);
  if (last !== null) return last;
  const isOver = entry.status === "eol" || entry.status === "extended-only";
  return isOver && !isCoveredOn(entry, on) ? "0" : "a";
}

export type CoverState = "covered" | "not-covered" | "rolling" | "unknown";

/** Whether a component is covered on a day: a rolling one for as long as it is updated; what is unknown is never a yes. */
export function coverStateOn(entry: LifecycleEntry, on: CalendarDay): CoverState {
  if (entry.status === "unknown" || entry.status === "none") return "unknown";
  if (isCoveredOn(entry, on)) return "covered";
  return entry.status === "rolling" ? "rolling" : "not-covered";
}

/** A component's name under the heading of its product: a long one does not say the product again. */
export function nameUnder(product: string, label: string): string {
  const isLong = label.length > longName && label.startsWith(`${product} `);
  return isLong ? label.slice(product.length + 1) : label;
}

/** Everything but what differs from image to image: exact version, where it was found, weaker evidence. */
function identityOf({ component, ...rest }: LifecycleEntry): string {
  const { kind, product, cycle, label, base } = component;
  return JSON.stringify([kind, product, cycle, label, base, rest]);
}

function productOf({ component, status }: LifecycleEntry): string {
  const { label, cycle } = component;
  if (status === "none" || cycle === null) return label;
  const at = label.indexOf(` ${cycle}`);
  return at > 0 ? label.slice(0, at) : label;
}
