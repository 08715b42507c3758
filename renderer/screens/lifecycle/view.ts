// How the time line is shown, kept in the address: grouping, filters, search, the day. So it can be linked, and survives a
// look at an image.
import { useCallback, useMemo } from "react";
import { type CalendarDay, parseDay } from "../../../shared/calendar-day.ts";
import { navigate, placeIn, useHashQuery } from "../../hash-location.ts";
import { routes } from "../../routes.ts";

export const groupings = ["product", "image"] as const;
export type Grouping = (typeof groupings)[number];

export const lineFilters = ["uncovered", "bought", "unknown"] as const;
export type LineFilter = (typeof lineFilters)[number];

export const lowerParts = ["components", "cover"] as const;
export type LowerPart = (typeof lowerParts)[number];

/** The days that `ends within` can be set to. */
export const mostDays = 1825;

export interface LineView {
  readonly group: Grouping;
  /** Only what has no cover this many days on; null = everything. */
  readonly within: number | null;
  readonly filters: readonly LineFilter[];
  readonly search: string;
  /** What stands below the axis. */
  readonly part: LowerPart;
  /** null = today. */
  readonly on: CalendarDay | null;
}

/** Reads the query of an address; what it does not know, it leaves at its default. */
export function lineViewIn(query: string): LineView {
  const params = new URLSearchParams(query);
  const within = params.get("within");
  const shown = (params.get("show") ?? "").split(",");
  return {
    group: params.get("group") === "image" ? "image" : "product",
    within: within !== null && /^\d{1,4}$/.test(within) ? Math.min(mostDays, Number(within)) : null,
    filters: lineFilters.filter((filter) => shown.includes(filter)),
    search: (params.get("q") ?? "").slice(0, 200),
    part: params.get("part") === "cover" ? "cover" : "components",
    on: parseDay(params.get("on") ?? ""),
  };
}

/** The address of a view, without what is at its default. */
export function lineViewPlace(view: LineView): string {
  const params = new URLSearchParams();
  if (view.group !== "product") params.set("group", view.group);
  if (view.within !== null) params.set("within", String(view.within));
  if (view.filters.length > 0) params.set("show", view.filters.join(","));
  if (view.search !== "") params.set("q", view.search);
  if (view.part !== "components") params.set("part", view.part);
  if (view.on !== null) params.set("on", view.on);
  const query = params.toString();
  return query === "" ? routes.lifecycle : `${routes.lifecycle}?${query}`;
}

/** The view of the current address, and a way to change a part of it. */
export function useLineView(): readonly [LineView, (part: Partial<LineView>) => void] {
  const query = useHashQuery();
  const view = useMemo(() => lineViewIn(query), [query]);
  const change = useCallback((part: Partial<LineView>) => {
    const now = lineViewIn(placeIn(window.location.hash).query);
    navigate(lineViewPlace({ ...now, ...part }), { replace: true });
  }, []);
  return [view, change];
}
