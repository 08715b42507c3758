// The list of images as a virtual grid: a thousand rows cost what thirty do. Keys work on the grid, which keeps the focus
// and names the active row (ARIA grid pattern with aria-activedescendant), so rows may come and go.
// biome-ignore-all lint/a11y/useSemanticElements: a virtual list places its rows by itself, which table elements do not allow; roles say what they are
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names its active row (aria-activedescendant)
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDay } from "../../../shared/calendar-day.ts";
import { Icon } from "../../parts/icon.tsx";
import { columns } from "./columns.ts";
import { movedBy } from "./grid-keys.ts";
import styles from "./image-grid.module.css";
import type { ImageLine } from "./image-line.ts";
import { ImageGridRow } from "./image-row.tsx";
import { type Direction, firstDirection, type SortKey } from "./sort.ts";

export interface ImageGridProps {
  readonly lines: readonly ImageLine[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (keys: Iterable<string>) => void;
  readonly onToggle: (key: string) => void;
  readonly onOpen: (line: ImageLine) => void;
  readonly sort: SortKey;
  readonly direction: Direction;
  readonly onSort: (sort: SortKey, direction: Direction) => void;
  readonly rowHeight: number;
  readonly today: CalendarDay;
}

const headHeight = 32;

export function ImageGrid(props: ImageGridProps) {
  const { lines, selected, onSelect, onToggle, onOpen, rowHeight } = props;
  const { t } = useTranslation();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [activeAt, setActive] = useState(0);
  const active = Math.min(activeAt, lines.length - 1);
  const anchor = useRef(0);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 12,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    useFlushSync: false,
    // The active row stays in the page wherever the list is scrolled to, since the grid refers to it.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range);
      return active < 0 || seen.includes(active) ? seen : [...seen, active].sort((a, b) => a - b);
    },
  });

  const point = useCallback((index: number) => {
    anchor.current = index;
    setActive(index);
    scroller.current?.focus({ preventScroll: true });
  }, []);
  const toggle = useCallback(
    (index: number, extend: boolean) => {
      const line = lines[index];
      if (line === undefined) return;
      if (extend) {
        const [from, to] = [Math.min(anchor.current, index), Math.max(anchor.current, index)];
        onSelect([...selected, ...lines.slice(from, to + 1).map(({ key }) => key)]);
      } else {
        anchor.current = index;
        onToggle(line.key);
      }
      setActive(index);
    },
    [lines, onSelect, onToggle, selected],
  );

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const moved = movedBy(event.key, active, lines.length, page);
    const line = lines[active];
    if (moved !== null && !event.ctrlKey && !event.metaKey) {
      setActive(moved);
      virtual.scrollToIndex(moved, { align: "auto" });
      if (event.shiftKey) toggle(moved, true);
    } else if (event.key === "Enter" && line !== undefined) onOpen(line);
    else if (event.key === " ") toggle(active, event.shiftKey);
    else if (event.key === "Escape") onSelect([]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const isAllSelected = lines.length > 0 && lines.every(({ key }) => selected.has(key));
  return (
    <div
      ref={scroller}
      id="image-grid"
      role="grid"
      tabIndex={0}
      aria-label={t("images.title")}
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      aria-activedescendant={active >= 0 ? `${id}-${lines[active]?.key}` : undefined}
      className={styles["grid"]}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={styles["head"]}>
        <div role="row" aria-rowindex={1} className={styles["headRow"]} style={{ height: headHeight }}>
          <div role="columnheader" className={styles["check"]}>
            <input
              type="checkbox"
              aria-label={t("images.selectAll")}
              checked={isAllSelected}
              onChange={() => onSelect(isAllSelected ? [] : lines.map(({ key }) => key))}
            />
          </div>
          {columns.map(({ key, title, isNumber }) => {
            const isSorted = key === props.sort;
            const next =
              isSorted && props.direction === firstDirection[key]
                ? firstDirection[key] === "ascending"
                  ? "descending"
                  : "ascending"
                : firstDirection[key];
            return (
              <div
                key={key}
                role="columnheader"
                aria-sort={isSorted ? props.direction : "none"}
                className={isNumber === true ? styles["numberHead"] : undefined}
              >
                <button type="button" className={styles["sort"]} onClick={() => props.onSort(key, next)}>
                  <span>{t(title)}</span>
                  {isSorted && <Icon name={props.direction === "ascending" ? "up" : "down"} size={12} />}
                </button>
              </div>
            );
          })}
        </div>
      </div>
      <div role="rowgroup" className={styles["body"]} style={{ height: lines.length * rowHeight }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          return line === undefined ? null : (
            <ImageGridRow
              key={line.key}
              id={`${id}-${line.key}`}
              line={line}
              index={index}
              top={start - headHeight}
              height={rowHeight}
              isActive={index === active}
              isSelected={selected.has(line.key)}
              today={props.today}
              onPoint={point}
              onOpen={onOpen}
              onToggle={toggle}
            />
          );
        })}
      </div>
    </div>
  );
}
