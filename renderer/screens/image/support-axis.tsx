// The time axis of an image's components: patterns say the state, a line says today. The table below holds the same for
// keyboard and screen reader.
import { useElementSize } from "@mantine/hooks";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { addDays, type CalendarDay } from "../../../shared/calendar-day.ts";
import { supportStretches, type WindowLook, type WindowStretch } from "../../../shared/drawing/support-windows.ts";
import type { LifecycleEntry } from "../../../shared/model/lifecycle.ts";
import { plainText } from "../../../shared/plain-text.ts";
import styles from "./support.module.css";
import { type Axis, supportAxis } from "./support-scale.ts";

const labelWidth = 176;
const rowHeight = 28;
const barHeight = 12;
const headHeight = 24;

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
  const axis = supportAxis(entries, today);
  const height = headHeight + entries.length * rowHeight + 4;
  const x = (at: number) => labelWidth + at * Math.max(0, width - labelWidth - 8);
  const todayX = x(axis.at(today));
  return (
    <div ref={ref} className={styles["axis"]}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={t("support.axis")}>
          <Patterns id={id} />
          {axis.ticks.map(({ year, at }) => (
            <g key={year}>
              <line x1={x(at)} x2={x(at)} y1={headHeight - 4} y2={height} stroke="var(--line-faint)" />
              <text x={x(at) + 4} y={12} className={styles["tick"]}>
                {year}
              </text>
            </g>
          ))}
          {entries.map((entry, row) => {
            const y = headHeight + row * rowHeight;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: two components may share a label; their order is fixed
              <g key={`${row} ${entry.component.label}`}>
                <text x={0} y={y + 18} className={styles["label"]}>
                  {plainText(entry.component.label, 24)}
                </text>
                {supportStretches(entry, axis.from, axis.last).map((stretch) => (
                  <Bar
                    key={stretch.from}
                    id={id}
                    stretch={stretch}
                    axis={axis}
                    x={x}
                    y={y + (rowHeight - barHeight) / 2}
                  />
                ))}
              </g>
            );
          })}
          <line x1={todayX} x2={todayX} y1={headHeight - 8} y2={height} stroke="var(--accent)" strokeWidth="2" />
          <text x={todayX + 4} y={headHeight + 2} className={styles["today"]}>
            {t("support.today")}
          </text>
        </svg>
      )}
    </div>
  );
}

interface BarProps {
  readonly id: string;
  readonly stretch: WindowStretch;
  readonly axis: Axis;
  readonly x: (at: number) => number;
  readonly y: number;
}

function Bar({ id, stretch: { look, from, to }, axis, x, y }: BarProps) {
  const left = x(axis.at(from));
  return (
    <rect
      x={left}
      y={y}
      width={Math.max(0, x(axis.at(addDays(to, 1))) - left)}
      height={barHeight}
      fill={fillOf(look, id)}
      stroke={look === "after" ? "var(--fail)" : look === "unknown" ? "var(--ink-soft)" : "var(--pass)"}
      {...(look === "unknown" ? { strokeDasharray: "3 3" } : {})}
    />
  );
}

function fillOf(look: WindowLook, id: string): string {
  if (look === "supported") return "var(--pass)";
  if (look === "extended-open" || look === "unknown") return "none";
  return `url(#${id}-${look})`;
}

function Patterns({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern
        id={`${id}-security-only`}
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="5" height="5" fill="var(--pass)" />
        <line x1="0" x2="0" y1="0" y2="5" stroke="var(--paper)" strokeWidth="2.4" />
      </pattern>
      <pattern id={`${id}-extended-covered`} width="5" height="5" patternUnits="userSpaceOnUse">
        <circle cx="2.5" cy="2.5" r="1.1" fill="var(--pass)" />
      </pattern>
      <pattern id={`${id}-after`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0 H6 M0 0 V6" stroke="var(--fail)" strokeWidth="1.4" />
      </pattern>
    </defs>
  );
}
