// One line of the time line: a heading, or a component with its name, how many images hold it, and its bands.
// biome-ignore-all lint/a11y/useFocusableInteractive: the listbox holds the focus and names its active row (aria-activedescendant)
// biome-ignore-all lint/a11y/useKeyWithClickEvents: keys work on the listbox
import { type MouseEvent, memo } from "react";
import { useTranslation } from "react-i18next";
import type { PlacedItem, TimeLine } from "../../../shared/drawing/time-line.ts";
import { nameUnder } from "../../../shared/drawing/time-line-rows.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ImageText } from "../../parts/image-text.tsx";
import { RowBands } from "../../parts/time-line/row-bands.tsx";
import styles from "./chart.module.css";
import type { Line } from "./lines.ts";
import { sayReason } from "./say-line.ts";

export interface ChartRowProps {
  readonly id?: string;
  readonly said?: string;
  readonly at?: number;
  readonly count?: number;
  readonly patterns: string;
  readonly chart: TimeLine<Line>;
  readonly item: PlacedItem<Line>;
  readonly labelWidth: number;
  readonly isNarrow: boolean;
  readonly isActive: boolean;
  readonly onPoint: (key: string, event: MouseEvent) => void;
  readonly onPress: (line: Line) => void;
}

function DrawnChartRow(props: ChartRowProps) {
  const {
    id,
    said,
    at = 0,
    count = 0,
    patterns,
    chart,
    item,
    labelWidth,
    isNarrow,
    isActive,
    onPoint,
    onPress,
  } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const place = { height: item.height, transform: `translateY(${item.y}px)` };
  if (item.kind === "group") {
    return (
      <div aria-hidden className={`${styles["row"]} ${styles["group"]}`} style={place}>
        <span className={styles["label"]} style={{ width: labelWidth }}>
          <ImageText text={item.label} />
        </span>
        <RowBands id={patterns} line={chart} row={null} height={item.height} />
      </div>
    );
  }
  const { row } = item;
  const { entry, images } = row;
  const reason = entry.status === "unknown" || entry.status === "none" ? sayReason(entry, language) : null;
  return (
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      aria-label={said}
      aria-posinset={at + 1}
      aria-setsize={count}
      className={styles["row"]}
      data-active={isActive ? "" : undefined}
      style={place}
      onMouseMove={(event) => onPoint(row.key, event)}
      onClick={() => onPress(row)}
    >
      <span className={styles["label"]} style={{ width: labelWidth }}>
        <ImageText text={nameUnder(row.group, entry.component.label)} whole={entry.component.label} />
        {images.length > 1 && !isNarrow && (
          <span className={styles["count"]}>{t("images.count", { count: images.length })}</span>
        )}
      </span>
      <RowBands
        id={patterns}
        line={chart}
        row={row}
        height={item.height}
        note={reason === null ? undefined : plainText(reason, Math.max(20, Math.floor(chart.scale.width / 7)))}
      />
    </div>
  );
}
export const ChartRow = memo(DrawnChartRow);
