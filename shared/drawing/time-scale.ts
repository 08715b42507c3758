// Days along a line: where a day lies on an axis, and which years, quarters and months are marked at its zoom. Lengths are in
// the unit of the canvas (pixels of the window, points of the page); labels never run into one another.
import { addDays, type CalendarDay, daysBetween } from "../calendar-day.ts";

export interface TimeScale {
  readonly first: CalendarDay;
  readonly last: CalendarDay;
  readonly width: number;
  /** Whole days, both ends counted. */
  readonly days: number;
  /** Where a day begins; outside of 0 to `width` for days outside of the axis. */
  readonly xOf: (day: CalendarDay) => number;
}

/** How wide the labels of ticks are at most, a little air included. */
export interface TickMeasures {
  readonly yearLabel: number;
  readonly quarterLabel: number;
  readonly monthLabel: number;
}

export interface Tick {
  readonly kind: "year" | "quarter" | "month";
  /** The first day of it. */
  readonly day: CalendarDay;
  readonly x: number;
  /** The year, the quarter (1 to 4) or the month (1 to 12). */
  readonly value: number;
  /** Where its label begins; null = there is no room for one. */
  readonly labelX: number | null;
}

export interface Ticks {
  readonly years: readonly Tick[];
  /** Quarters or months within the years; none where they would be too dense. */
  readonly parts: readonly Tick[];
}

const labelInset = 3;

/** The axis from `first` to `last`, both within it. Throws RangeError where it has no day or no width. */
export function timeScale(first: CalendarDay, last: CalendarDay, width: number): TimeScale {
  const days = daysBetween(first, last) + 1;
  if (days < 1 || !(width > 0)) throw new RangeError("an axis needs a day and a width");
  return { first, last, width, days, xOf: (day) => (daysBetween(first, day) / days) * width };
}

/** The ticks of a scale: years always, quarters and months as soon as their labels have room. */
export function ticksOf(scale: TimeScale, measures: TickMeasures): Ticks {
  const perYear = (scale.width / scale.days) * 365.25;
  const step = [1, 2, 5, 10, 20, 50].find((years) => years * perYear >= measures.yearLabel) ?? 100;
  const firstYear = yearOf(scale.first);
  const years: Tick[] = [];
  for (let year = Math.ceil(firstYear / step) * step; year <= yearOf(scale.last); year += step) {
    const day = dayIn(year, 1);
    if (day < scale.first) continue;
    years.push(tick(scale, "year", day, year, measures.yearLabel));
  }
  return { years: withYearBefore(scale, years, firstYear, measures), parts: partsOf(scale, perYear, measures) };
}

/** The year that runs when the axis begins is named at its edge, where the next year leaves room. */
function withYearBefore(
  scale: TimeScale,
  years: readonly Tick[],
  year: number,
  { yearLabel }: TickMeasures,
): readonly Tick[] {
  const next = years[0]?.x ?? scale.width;
  if (next < yearLabel + labelInset || years[0]?.value === year) return years;
  return [{ kind: "year", day: scale.first, x: 0, value: year, labelX: labelInset }, ...years];
}

function partsOf(scale: TimeScale, perYear: number, { quarterLabel, monthLabel }: TickMeasures): Tick[] {
  const isMonths = perYear / 12.2 >= monthLabel;
  if (!isMonths && perYear / 4.1 < quarterLabel) return [];
  const ticks: Tick[] = [];
  for (let year = yearOf(scale.first); year <= yearOf(scale.last); year += 1) {
    for (let month = 1; month <= 12; month += isMonths ? 1 : 3) {
      const day = dayIn(year, month);
      if (day < scale.first || day > scale.last) continue;
      ticks.push(
        isMonths
          ? tick(scale, "month", day, month, monthLabel)
          : tick(scale, "quarter", day, Math.ceil(month / 3), quarterLabel),
      );
    }
  }
  return ticks;
}

function tick(scale: TimeScale, kind: Tick["kind"], day: CalendarDay, value: number, label: number): Tick {
  const x = scale.xOf(day);
  return { kind, day, x, value, labelX: x + label <= scale.width ? x + labelInset : null };
}

/**
 * Whole years around today that hold every one of `days`; what lies more than 8 years back or 12 ahead is cut, whatever an
 * image claims. Two years back and three ahead at least.
 */
export function wholeYears(
  days: readonly CalendarDay[],
  today: CalendarDay,
): { first: CalendarDay; last: CalendarDay } {
  const now = yearOf(today);
  let [first, last] = [now - 2, now + 3];
  for (const day of days) {
    first = Math.min(first, yearOf(day) - 1);
    last = Math.max(last, yearOf(day) + 2);
  }
  first = Math.max(now - 8, first);
  last = Math.min(now + 12, last);
  return { first: dayIn(first, 1), last: addDays(dayIn(last, 1), -1) };
}

function yearOf(day: CalendarDay): number {
  return Number(day.slice(0, 4));
}

function dayIn(year: number, month: number): CalendarDay {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01` as CalendarDay;
}
