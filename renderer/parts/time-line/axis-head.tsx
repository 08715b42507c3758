// The axis above a time line: years, the quarters or months of the zoom, and today.
import { useTranslation } from "react-i18next";
import type { TimeLine, TimeLineInputRow } from "../../../shared/drawing/time-line.ts";
import type { Tick } from "../../../shared/drawing/time-scale.ts";
import type { Language } from "../../../shared/model/phrase.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import styles from "./time-line.module.css";

export const axisHeadHeight = 46;

export interface AxisHeadProps<Row extends TimeLineInputRow> {
  readonly line: TimeLine<Row>;
  /** What the line of today is called; another day is said by its date. */
  readonly todayLabel: string;
}

export function AxisHead<Row extends TimeLineInputRow>({ line, todayLabel }: AxisHeadProps<Row>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scale, ticks, todayX, pastWidth } = line;
  // The word turns to the left of its line where it would leave the axis.
  const turned = todayX !== null && todayX > scale.width - todayLabel.length * 7 - 12;
  const textOf = ({ kind, value }: Tick) =>
    kind === "year"
      ? String(value)
      : kind === "quarter"
        ? t("lifecycle.quarter", { number: value })
        : monthName(value, language);
  return (
    <svg width={scale.width} height={axisHeadHeight} aria-hidden className={styles["head"]}>
      {pastWidth > 0 && <rect width={pastWidth} height={axisHeadHeight} className={styles["past"]} />}
      {[...ticks.parts, ...ticks.years].map((tick) => (
        <g key={`${tick.kind} ${tick.day}`}>
          {tick.x > 0 && (
            <path
              d={`M${Math.round(tick.x) + 0.5} ${tick.kind === "year" ? 2 : 18} V${axisHeadHeight}`}
              className={tick.kind === "year" ? styles["yearLine"] : styles["partLine"]}
            />
          )}
          {tick.labelX !== null && (
            <text
              x={tick.labelX + 1}
              y={tick.kind === "year" ? 13 : 28}
              className={tick.kind === "year" ? styles["year"] : styles["part"]}
            >
              {textOf(tick)}
            </text>
          )}
        </g>
      ))}
      {todayX !== null && (
        <>
          <path d={`M${Math.round(todayX) + 0.5} 31 V${axisHeadHeight}`} className={styles["todayLine"]} />
          <text x={todayX + (turned ? -4 : 5)} y={42} textAnchor={turned ? "end" : "start"} className={styles["today"]}>
            {todayLabel}
          </text>
        </>
      )}
    </svg>
  );
}

function monthName(month: number, language: Language): string {
  const day = new Date(Date.UTC(2000, month - 1, 15));
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : "de", { month: "short", timeZone: "UTC" }).format(day);
}
