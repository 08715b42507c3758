// The time line itself: one axis for all rows, drawn only where in view. It keeps the focus and names the active row (ARIA
// listbox with aria-activedescendant), so rows may come and go; each row is said whole, since its bands are a picture.
import { type KeyboardEvent, type MouseEvent, useCallback, useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDay } from "../../../shared/calendar-day.ts";
import { layOutTimeLine } from "../../../shared/drawing/time-line.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { AxisHead, axisHeadHeight } from "../../parts/time-line/axis-head.tsx";
import { timeLineMeasures } from "../../parts/time-line/measures.ts";
import { movedBy } from "../images/grid-keys.ts";
import styles from "./chart.module.css";
import { ChartRow } from "./chart-row.tsx";
import type { Line } from "./lines.ts";
import { RowCard } from "./row-card.tsx";
import { sayLine } from "./say-line.ts";
import { usePanZoom } from "./use-pan-zoom.ts";
import type { RangeHook } from "./use-range.ts";
import { useViewport } from "./use-viewport.ts";
import { itemsInView } from "./visible.ts";

/** In CSS pixels; then names leave less room to say how many images there are. */
const narrowBelow = 720;

export interface ChartProps {
  readonly patterns: string;
  readonly lines: readonly Line[];
  readonly on: CalendarDay;
  readonly todayLabel: string;
  /** Whose dates these are, and of which day. */
  readonly source: string;
  readonly range: RangeHook;
  readonly density: "comfortable" | "compact";
  readonly onOpen: (line: Line) => void;
}

/** What the card is about, and how far from the left of the chart it stands. */
interface Pointed {
  readonly key: string;
  readonly x: number;
}

export function Chart({ patterns, lines, on, todayLabel, source, range, density, onOpen }: ChartProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const id = useId();
  const { scroller, top, width, height } = useViewport();
  const [activeAt, setActive] = useState(0);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const active = Math.min(activeAt, lines.length - 1);
  const isNarrow = width < narrowBelow;
  const labelWidth = isNarrow ? 132 : 248;
  const axisWidth = Math.max(0, width - labelWidth - 12);
  const { first, last } = range;
  const chart = useMemo(
    () =>
      axisWidth === 0
        ? null
        : layOutTimeLine({
            rows: lines,
            first,
            last,
            today: on,
            width: axisWidth,
            measures: timeLineMeasures(density),
          }),
    [lines, first, last, on, axisWidth, density],
  );
  const { wasDrag, isDragging } = usePanZoom(scroller, range, labelWidth, axisWidth);
  const { zoom, pan, showAll } = range;

  const itemAt = (index: number) => chart?.items.find((item) => item.kind === "row" && item.row === lines[index]);
  const reveal = (index: number) => {
    const item = itemAt(index);
    const view = scroller.current;
    if (item === undefined || view === null) return;
    const seen = view.clientHeight - axisHeadHeight;
    // The heading above the first row of all comes into view with it.
    const from = index === 0 ? 0 : item.y;
    if (from < view.scrollTop) view.scrollTo({ top: from });
    else if (item.y + item.height > view.scrollTop + seen) view.scrollTo({ top: item.y + item.height - seen });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(height / 40) - 2);
    const moved = movedBy(event.key, active, lines.length, page);
    const line = lines[active];
    if (moved !== null) {
      setActive(moved);
      reveal(moved);
      setPointed({ key: lines[moved]?.key ?? "", x: labelWidth });
    } else if (event.key === "ArrowLeft") pan(-0.1);
    else if (event.key === "ArrowRight") pan(0.1);
    else if (event.key === "+" || event.key === "=") zoom(1 / 1.5);
    else if (event.key === "-") zoom(1.5);
    else if (event.key === "0") showAll();
    else if (event.key === "Enter" && line !== undefined) onOpen(line);
    else if (event.key === "Escape" && pointed !== null) setPointed(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPoint = useCallback(
    (key: string, event: MouseEvent) => {
      if (isDragging()) setPointed(null);
      else setPointed({ key, x: event.clientX - (scroller.current?.getBoundingClientRect().left ?? 0) });
    },
    [isDragging, scroller],
  );
  const onPress = useCallback(
    (line: Line) => {
      if (wasDrag()) return;
      setActive(lines.indexOf(line));
      setPointed(null);
      onOpen(line);
    },
    [lines, onOpen, wasDrag],
  );

  const items = chart?.items ?? [];
  const { from, to } = itemsInView(items, top, height);
  const inView = items.slice(from, to);
  const activeItem = itemAt(active);
  // The active row stays in the page wherever the list is scrolled to, since the listbox refers to it.
  const drawn = activeItem === undefined || inView.includes(activeItem) ? inView : [...inView, activeItem];
  const pointedItem = items.find((item) => item.kind === "row" && item.row.key === pointed?.key);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaving the chart only takes away the card, which has no action
    <div className={styles["frame"]} onMouseLeave={() => setPointed(null)}>
      <div
        ref={scroller}
        role="listbox"
        tabIndex={0}
        aria-label={t("lifecycle.chart")}
        aria-describedby={`${id}-keys`}
        aria-activedescendant={active >= 0 ? `${id}-${lines[active]?.key}` : undefined}
        className={styles["chart"]}
        onKeyDown={onKeyDown}
        onBlur={() => setPointed(null)}
      >
        {chart !== null && (
          <>
            <div className={styles["head"]} role="presentation">
              <p className={styles["corner"]} style={{ width: labelWidth }}>
                {source}
              </p>
              <AxisHead line={chart} todayLabel={todayLabel} />
            </div>
            <div className={styles["body"]} role="presentation" style={{ height: chart.height }}>
              {drawn.map((item) => {
                const isActive = item.kind === "row" && item.row === lines[active];
                const at = item.kind === "row" ? lines.indexOf(item.row) : -1;
                return (
                  <ChartRow
                    key={item.kind === "row" ? item.row.key : `g${item.y}`}
                    {...(item.kind === "row"
                      ? {
                          id: `${id}-${item.row.key}`,
                          said: sayLine(item.row, on, t, language),
                          at,
                          count: lines.length,
                        }
                      : {})}
                    patterns={patterns}
                    chart={chart}
                    item={item}
                    labelWidth={labelWidth}
                    isNarrow={isNarrow}
                    isActive={isActive}
                    onPoint={onPoint}
                    onPress={onPress}
                  />
                );
              })}
            </div>
          </>
        )}
      </div>
      <span id={`${id}-keys`} className="unseen">
        {t("lifecycle.keys")}
      </span>
      {pointed !== null && pointedItem?.kind === "row" && (
        <RowCard
          patterns={patterns}
          line={pointedItem.row}
          on={on}
          x={pointed.x}
          above={axisHeadHeight + pointedItem.y - top}
          below={axisHeadHeight + pointedItem.y + pointedItem.height - top}
          width={width}
          height={height}
        />
      )}
    </div>
  );
}
