// The one layout of the time line, for the window (SVG) and the report (PDF vector) alike: where ticks, the line of today,
// rows, bands, ends and arrows stand. Numbers only; how a look is drawn is the canvas' business (patterns: support-windows.ts).
import { addDays, type CalendarDay } from "../calendar-day.ts";
import type { Coverage, LifecycleEntry } from "../model/lifecycle.ts";
import { supportStretches, type WindowLook } from "./support-windows.ts";
import { type TickMeasures, type Ticks, type TimeScale, ticksOf, timeScale } from "./time-scale.ts";
import { type EndKind, type Lanes, lanesOf, ownWindowOn } from "./window-lanes.ts";

/** Heights in the unit of the canvas. */
export interface TimeLineMeasures extends TickMeasures {
  /** The component's own phases. */
  readonly band: number;
  /** A lane below, and the gap above it. */
  readonly lane: number;
  readonly laneGap: number;
  /** Above and below the bands of a row, together. */
  readonly padding: number;
  readonly group: number;
}

export interface TimeLineInputRow {
  readonly entry: LifecycleEntry;
  /** Rows of one group stand together under its name; null = no heading. */
  readonly group: string | null;
}

export interface TimeLineInput<Row extends TimeLineInputRow> {
  readonly rows: readonly Row[];
  readonly first: CalendarDay;
  readonly last: CalendarDay;
  readonly today: CalendarDay;
  readonly width: number;
  readonly measures: TimeLineMeasures;
}

export type BandLook = WindowLook | "estimate";
export interface PlacedBand {
  /** 0 = the component's own phases. */
  readonly lane: number;
  readonly look: BandLook;
  /** The days drawn, both within the axis. */
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly x: number;
  readonly width: number;
  /** From the top of the row. */
  readonly y: number;
  readonly height: number;
  /** Whose support it is and what the phase is called; null where nobody is named. */
  readonly window: Coverage | null;
}

export interface PlacedEnd {
  readonly kind: EndKind;
  readonly day: CalendarDay;
  /** Where the last good day is over. */
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

export interface RowDrawing {
  readonly bands: readonly PlacedBand[];
  readonly ends: readonly PlacedEnd[];
  /** Ends that lie outside: there is something to see further left or right. */
  readonly before: boolean;
  readonly after: boolean;
  /** The middle of the component's own band. */
  readonly middle: number;
}

export type PlacedItem<Row> =
  | { readonly kind: "group"; readonly label: string; readonly y: number; readonly height: number }
  | { readonly kind: "row"; readonly row: Row; readonly y: number; readonly height: number };

export interface TimeLine<Row> {
  readonly today: CalendarDay;
  readonly scale: TimeScale;
  readonly ticks: Ticks;
  /** null where today is not on the axis. */
  readonly todayX: number | null;
  /** How far the past reaches, 0 to the axis' width. */
  readonly pastWidth: number;
  /** Headings and rows from top to bottom. */
  readonly items: readonly PlacedItem<Row>[];
  readonly height: number;
  /** What is drawn in a row; worked out when asked for, so that a thousand rows cost what those in view do. */
  readonly draw: (row: Row) => RowDrawing;
}

/** Places everything. Throws RangeError where the axis has no day or no width. */
export function layOutTimeLine<Row extends TimeLineInputRow>(input: TimeLineInput<Row>): TimeLine<Row> {
  const { rows, first, last, today, width, measures } = input;
  const scale = timeScale(first, last, width);
  const items: PlacedItem<Row>[] = [];
  const heights = new Map<LifecycleEntry, number>();
  let y = 0;
  let group: string | null = null;
  for (const row of rows) {
    if (row.group !== null && row.group !== group) {
      items.push({ kind: "group", label: row.group, y, height: measures.group });
      y += measures.group;
    }
    group = row.group;
    // Many images hold the same component.
    const height = heights.get(row.entry) ?? rowHeight(lanesOf(row.entry, today), measures);
    heights.set(row.entry, height);
    items.push({ kind: "row", row, y, height });
    y += height;
  }
  const now = scale.xOf(today);
  return {
    today,
    scale,
    ticks: ticksOf(scale, measures),
    todayX: now < 0 || now > width ? null : now,
    pastWidth: Math.min(width, Math.max(0, now)),
    items,
    height: y,
    draw: (row) => drawRow(row.entry, today, scale, measures),
  };
}

/** How high the row of a component is: its own band and the lanes below. */
export function rowHeight({ count }: Pick<Lanes, "count">, measures: TimeLineMeasures): number {
  return measures.padding + measures.band + count * (measures.lane + measures.laneGap);
}

function drawRow(entry: LifecycleEntry, today: CalendarDay, scale: TimeScale, measures: TimeLineMeasures): RowDrawing {
  const lanes = lanesOf(entry, today);
  const top = measures.padding / 2;
  const yOf = (lane: number) =>
    lane === 0 ? top : top + measures.band + lane * measures.laneGap + (lane - 1) * measures.lane;
  const place = (
    lane: number,
    look: BandLook,
    from: CalendarDay,
    to: CalendarDay,
    window: Coverage | null,
  ): PlacedBand => {
    const x = scale.xOf(from);
    const height = lane === 0 ? measures.band : measures.lane;
    return { lane, look, from, to, x, width: scale.xOf(addDays(to, 1)) - x, y: yOf(lane), height, window };
  };
  const bands = supportStretches(entry, scale.first, scale.last).map(({ look, from, to }) =>
    place(0, look, from, to, look === "after" || look === "unknown" ? null : ownWindowOn(entry, from)),
  );
  for (const { lane, look, from, until, window } of lanes.windows) {
    const begins = from === null || from < scale.first ? scale.first : from;
    const ends = until === null || until > scale.last ? scale.last : until;
    if (begins <= ends) bands.push(place(lane, look, begins, ends, window));
  }
  const ends = lanes.ends
    .filter(({ day }) => day >= scale.first && day <= scale.last)
    .map(({ kind, day }) => ({ kind, day, x: scale.xOf(addDays(day, 1)), y: top, height: measures.band }));
  const goesOn =
    entry.dates.eol === false || entry.status === "rolling" || lanes.windows.some(({ until }) => until === null);
  return {
    bands,
    ends,
    before: lanes.ends.some(({ day }) => day < scale.first),
    after: goesOn || lanes.ends.some(({ day }) => day > scale.last),
    middle: top + measures.band / 2,
  };
}

/** Every day on which something of these components ends: what an axis that shows all of them must hold. */
export function endDays(entries: readonly LifecycleEntry[], today: CalendarDay): CalendarDay[] {
  return entries.flatMap((entry) => lanesOf(entry, today).ends.map(({ day }) => day));
}
