// How the list is shown, kept in the address: sort, chips, search. So it can be linked, and survives a look at an image.
import { useCallback, useMemo } from "react";
import { navigate, placeIn, useHashQuery } from "../../hash-location.ts";
import { routes } from "../../routes.ts";
import { type Filter, filters } from "./filter.ts";
import { type Direction, firstDirection, type SortKey, sortKeys } from "./sort.ts";

export interface ViewState {
  readonly sort: SortKey;
  readonly direction: Direction;
  readonly filters: readonly Filter[];
  readonly search: string;
}

/** Reads the query of an address; what it does not know, it leaves at its default. */
export function viewIn(query: string): ViewState {
  const params = new URLSearchParams(query);
  const sort = sortKeys.find((key) => key === params.get("sort")) ?? "image";
  const asked = params.get("dir");
  const on = (params.get("show") ?? "").split(",");
  return {
    sort,
    direction: asked === "ascending" || asked === "descending" ? asked : firstDirection[sort],
    filters: filters.filter((filter) => on.includes(filter)),
    search: params.get("q") ?? "",
  };
}

/** The address of a view, without what is at its default. */
export function viewPlace(view: ViewState): string {
  const params = new URLSearchParams();
  if (view.sort !== "image") params.set("sort", view.sort);
  if (view.direction !== firstDirection[view.sort]) params.set("dir", view.direction);
  if (view.filters.length > 0) params.set("show", view.filters.join(","));
  if (view.search !== "") params.set("q", view.search);
  const query = params.toString();
  return query === "" ? routes.images : `${routes.images}?${query}`;
}

/** The view of the current address, and a way to change a part of it. */
export function useViewState(): readonly [ViewState, (part: Partial<ViewState>) => void] {
  const query = useHashQuery();
  const view = useMemo(() => viewIn(query), [query]);
  const change = useCallback((part: Partial<ViewState>) => {
    const now = viewIn(placeIn(window.location.hash).query);
    navigate(viewPlace({ ...now, ...part }), { replace: true });
  }, []);
  return [view, change];
}
