// A plain virtual table: many rows, a few columns, sortable by a click on the head. For facts that are read, not acted on.
// biome-ignore-all lint/a11y/useSemanticElements: a virtual list places its rows by itself, which table elements do not allow; roles say what they are
// biome-ignore-all lint/a11y/useFocusableInteractive: rows and cells of this table are read, not acted on
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { useSettings } from "../bridge/use-settings.ts";
import styles from "./data-table.module.css";
import { Icon } from "./icon.tsx";

export interface DataColumn<Row> {
  readonly key: string;
  readonly title: string;
  /** As a track of `grid-template-columns`. */
  readonly width: string;
  readonly cell: (row: Row) => ReactNode;
  readonly sortBy?: (row: Row) => string | number;
  readonly isNumber?: boolean;
}

export interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, index: number) => string;
}

const collator = new Intl.Collator("en", { numeric: true });

export function DataTable<Row>({ label, columns, rows, rowKey }: DataTableProps<Row>) {
  const { settings } = useSettings();
  const rowHeight = settings.density === "compact" ? 24 : 32;
  const scroller = useRef<HTMLDivElement>(null);
  const [sort, setSort] = useState<{ key: string; descending: boolean } | null>(null);
  const sorted = useMemo(() => {
    const by = columns.find(({ key }) => key === sort?.key)?.sortBy;
    if (by === undefined) return rows;
    const sign = sort?.descending === true ? -1 : 1;
    return [...rows].sort((a, b) => {
      const [left, right] = [by(a), by(b)];
      if (typeof left === "number" && typeof right === "number") return sign * (left - right);
      return sign * collator.compare(String(left), String(right));
    });
  }, [columns, rows, sort]);
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    useFlushSync: false,
  });
  const tracks = { gridTemplateColumns: columns.map(({ width }) => width).join(" ") };
  return (
    <div
      ref={scroller}
      role="table"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
      tabIndex={0}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      className={styles["table"]}
    >
      <div role="rowgroup" className={styles["head"]}>
        <div role="row" aria-rowindex={1} className={styles["row"]} style={tracks}>
          {columns.map(({ key, title, sortBy, isNumber }) => {
            const isSorted = sort?.key === key;
            return (
              <div
                key={key}
                role="columnheader"
                aria-sort={isSorted ? (sort.descending ? "descending" : "ascending") : "none"}
                className={isNumber === true ? styles["number"] : undefined}
              >
                {sortBy === undefined ? (
                  title
                ) : (
                  <button
                    type="button"
                    className={styles["sort"]}
                    onClick={() => setSort({ key, descending: isSorted && !sort.descending })}
                  >
                    <span>{title}</span>
                    {isSorted && <Icon name={sort.descending ? "down" : "up"} size={12} />}
                  </button>
                )}
              </div>
            );
          })}
        </div>
      </div>
      <div role="rowgroup" className={styles["body"]} style={{ height: sorted.length * rowHeight }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = sorted[index];
          return row === undefined ? null : (
            <div
              key={rowKey(row, index)}
              role="row"
              aria-rowindex={index + 2}
              className={`${styles["row"]} ${styles["bodyRow"]}`}
              style={{ ...tracks, height: rowHeight, transform: `translateY(${start}px)` }}
            >
              {columns.map(({ key, cell, isNumber }) => (
                <div key={key} role="cell" className={isNumber === true ? styles["number"] : undefined}>
                  {cell(row)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
