// The time axis of an image's components: patterns say the state, a line says today. The table below holds the same for
// keyboard and screen reader.
import { useElementSize } from "@mantine/hooks";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDay } from "../../../shared/calendar-day.ts";
import { endDays, layOutTimeLine } from "../../../shared/drawing/time-line.ts";
import { wholeYears } from "../../../shared/drawing/time-scale.ts";
import type { LifecycleEntry } from "../../../shared/model/lifecycle.ts";
import { ImageText } from "../../parts/image-text.tsx";
import { AxisHead } from "../../parts/time-line/axis-head.tsx";
import { timeLineMeasures } from "../../parts/time-line/measures.ts";
import { TimeLinePatterns } from "../../parts/time-line/patterns.tsx";
import { RowBands } from "../../parts/time-line/row-bands.tsx";
import styles from "./support.module.css";

const labelWidth = 176;

export function SupportAxis({
  entries,
  today,
}: {
  readonly entries: readonly LifecycleEntry[];
  readonly today: CalendarDay;
}) {
  const { t } = useTranslation();
  const id = useId();
  const { ref, width } = useElementSize();
  const line =
    width <= labelWidth
      ? null
      : layOutTimeLine({
          rows: entries.map((entry) => ({ entry, group: null })),
          ...wholeYears(endDays(entries, today), today),
          today,
          width: width - labelWidth,
          measures: timeLineMeasures("comfortable"),
        });
  return (
    <div ref={ref} className={styles["axis"]}>
      {line !== null && (
        <div role="img" aria-label={t("support.axis")}>
          <TimeLinePatterns id={id} />
          <div className={styles["axisRow"]} style={{ paddingLeft: labelWidth }}>
            <AxisHead line={line} todayLabel={t("support.today")} />
          </div>
          {line.items.map((item) =>
            item.kind === "row" ? (
              <div key={item.y} className={styles["axisRow"]}>
                <span className={styles["label"]} style={{ width: labelWidth }}>
                  <ImageText text={item.row.entry.component.label} />
                </span>
                <RowBands id={id} line={line} row={item.row} height={item.height} />
              </div>
            ) : null,
          )}
        </div>
      )}
    </div>
  );
}
