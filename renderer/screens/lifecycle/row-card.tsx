// What a row of the time line says in words, beside the pointer or the active row: its windows, by whom, until when, whether
// they count, and who says so. The row's own label and the table say the same to a screen reader.
import { useTranslation } from "react-i18next";
import type { CalendarDay } from "../../../shared/calendar-day.ts";
import type { BandLook } from "../../../shared/drawing/time-line.ts";
import { isOpinion } from "../../../shared/drawing/window-lanes.ts";
import type { Coverage, LifecycleEntry } from "../../../shared/model/lifecycle.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { LifecycleBadge } from "../../parts/lifecycle-badge.tsx";
import { LookSwatch, SignSwatch } from "../../parts/time-line/legend.tsx";
import styles from "./chart.module.css";
import type { Line } from "./lines.ts";
import { sayCover, sayReason, sayWhen, sayWindow } from "./say-line.ts";

const cardWidth = 400;
const mostWindows = 8;

export interface RowCardProps {
  readonly patterns: string;
  readonly line: Line;
  readonly on: CalendarDay;
  /** Where the pointer is, from the left of the chart. */
  readonly x: number;
  /** The row's edges, from the top of the chart. */
  readonly above: number;
  readonly below: number;
  /** The chart's size. */
  readonly width: number;
  readonly height: number;
}

export function RowCard({ patterns, line, on, x, above, below, width, height }: RowCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { entry, versions, images } = line;
  const reason = sayReason(entry, language);
  const wide = Math.min(cardWidth, width - 24);
  // Beside the pointer, so that the way to the next row stays free.
  const left = x + 20 + wide > width ? Math.max(8, x - 20 - wide) : x + 20;
  const isLow = below > height * 0.55;
  const windows = entry.coverage.slice(0, mostWindows);
  const hidden = entry.coverage.length - windows.length;
  return (
    <div
      aria-hidden
      className={styles["card"]}
      style={
        isLow ? { left, width: wide, bottom: Math.max(8, height - above + 2) } : { left, width: wide, top: below + 2 }
      }
    >
      <p className={styles["cardTitle"]}>
        <bdi dir="ltr">{plainText(entry.component.label, 120)}</bdi>
        <LifecycleBadge status={entry.status} />
      </p>
      <p>
        {sayCover(line, t)}
        {" · "}
        {sayWhen(line, on, t, language)}
      </p>
      {reason !== null && <p className="soft">{plainText(reason, 240)}</p>}
      {windows.length > 0 && (
        <ul className={styles["windows"]}>
          {windows.map((window, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two sources may name one window; their order is fixed
            <li key={`${index} ${window.phase}`}>
              {isOpinion(window) ? (
                <SignSwatch kind="opinion" />
              ) : (
                <LookSwatch id={patterns} look={lookOf(window, entry)} />
              )}
              <span>
                {plainText(window.phase, 60)}, {plainText(window.provider, 60)}
              </span>
              <span className={styles["day"]}>{window.until ?? t("support.openEnd")}</span>
              <span className={styles["windowMore"]}>
                {sayWindow(window, t)} · {plainText(window.source, 90)}
                {window.asOf === undefined || window.source.includes(window.asOf) ? "" : `, ${window.asOf}`}
              </span>
            </li>
          ))}
          {hidden > 0 && <li className={styles["windowMore"]}>{t("lifecycle.moreWindows", { count: hidden })}</li>}
        </ul>
      )}
      <p className="soft">
        {images.length === 1
          ? plainText(images[0]?.name ?? "", 120)
          : t("lifecycle.inImages", { count: images.length })}
        {versions.length > 0 &&
          ` · ${t("lifecycle.versions", { versions: plainText(versions.slice(0, 6).join(", "), 120) })}`}
      </p>
    </div>
  );
}

/** As the band of the window is drawn. */
function lookOf(window: Coverage, { dates }: LifecycleEntry): BandLook {
  if (window.estimate === true) return "estimate";
  const isExtended = typeof dates.eol === "string" && (window.until === null || window.until > dates.eol);
  if (isExtended) return window.entitled ? "extended-covered" : "extended-open";
  if (!window.entitled) return "extended-open";
  const hasActive = dates.eoas !== null && dates.eoas !== dates.eol;
  return hasActive && window.until === dates.eol ? "security-only" : "supported";
}
