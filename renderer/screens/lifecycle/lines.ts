// The rows of the time line: components that pass the filters, grouped by product or by the image that holds them.
import type { CalendarDay } from "../../../shared/calendar-day.ts";
import { compareText } from "../../../shared/compare-text.ts";
import { endsWithin, lastCoveredDay } from "../../../shared/cover.ts";
import { type CoverState, coverStateOn, endOrder } from "../../../shared/drawing/time-line-rows.ts";
import type { TimeLineAnswer, TimeLineImage, TimeLineRow } from "../../../shared/ipc/time-line.ts";
import type { LifecycleEntry } from "../../../shared/model/lifecycle.ts";
import { plainText } from "../../../shared/plain-text.ts";
import type { LineFilter, LineView } from "./view.ts";

export interface Line {
  readonly key: string;
  readonly entry: LifecycleEntry;
  /** The heading it stands under. */
  readonly group: string;
  readonly versions: readonly string[];
  /** One when grouped by image. */
  readonly images: readonly TimeLineImage[];
  readonly cover: CoverState;
  /** The last covered day; null where there is none, or where nobody knows one. */
  readonly until: CalendarDay | null;
}

/** Whether a chip lets a component through. */
export function isLetThrough(filter: LineFilter, entry: LifecycleEntry, on: CalendarDay): boolean {
  switch (filter) {
    case "uncovered":
      return coverStateOn(entry, on) === "not-covered";
    case "bought":
      return entry.coverage.some(({ entitlement }) => entitlement !== undefined);
    case "unknown":
      return coverStateOn(entry, on) === "unknown";
  }
}

/** The rows of a view, in its order. */
export function linesOf(answer: TimeLineAnswer, view: LineView): Line[] {
  const words = view.search.toLowerCase().split(/\s+/).filter(Boolean);
  const passing = answer.rows.flatMap((row, index): Placed[] => {
    const { entry } = row;
    if (view.within !== null && !endsWithin(entry, answer.on, view.within)) return [];
    // Chips of one kind widen what is shown: not covered or unknown.
    if (view.filters.length > 0 && !view.filters.some((filter) => isLetThrough(filter, entry, answer.on))) return [];
    const own = `${entry.component.label} ${row.product} ${entry.component.product ?? ""}`.toLowerCase();
    const images = row.images
      .map((at) => answer.images[at])
      .filter((image): image is TimeLineImage => image !== undefined)
      .filter(({ name }) => words.every((word) => own.includes(word) || name.toLowerCase().includes(word)));
    return images.length === 0 ? [] : [{ row, index, images }];
  });
  return view.group === "product"
    ? passing.map(({ row, index, images }) => lineOf(row, `c${index}`, row.product, images, answer.on))
    : byImage(passing, answer.on);
}

interface Placed {
  readonly row: TimeLineRow;
  readonly index: number;
  readonly images: readonly TimeLineImage[];
}

/** Images whose first end is nearest on top. */
function byImage(passing: readonly Placed[], on: CalendarDay): Line[] {
  const groups = new Map<TimeLineImage, Line[]>();
  for (const { row, index, images } of passing) {
    for (const image of images) {
      const lines = groups.get(image) ?? [];
      lines.push(lineOf(row, `${image.ids[0] ?? image.name} c${index}`, plainText(image.name, 200), [image], on));
      groups.set(image, lines);
    }
  }
  return [...groups.values()]
    .map((lines) => {
      const ordered = lines
        .map((line) => ({ line, end: endOrder(line.entry, on) }))
        .sort((a, b) => compareText(a.end, b.end));
      return { first: ordered[0]?.end ?? "", name: lines[0]?.group ?? "", lines: ordered.map(({ line }) => line) };
    })
    .sort((a, b) => compareText(a.first, b.first) || compareText(a.name, b.name))
    .flatMap(({ lines }) => lines);
}

function lineOf(
  { entry, versions }: TimeLineRow,
  key: string,
  group: string,
  images: readonly TimeLineImage[],
  on: CalendarDay,
): Line {
  return {
    key,
    entry,
    group: plainText(group, 120),
    versions,
    images,
    cover: coverStateOn(entry, on),
    until: untilOf(entry, on),
  };
}

function untilOf(entry: LifecycleEntry, on: CalendarDay): CalendarDay | null {
  return entry.status === "unknown" || entry.status === "none" ? null : lastCoveredDay(entry, on);
}
