// One row of a time line: past, grid, bands, ends, arrows and the line of today, as placed by shared/drawing/time-line.ts.
// A picture only: the row's words stand beside it.
import { memo } from "react";
import type { PlacedBand, TimeLine, TimeLineInputRow } from "../../../shared/drawing/time-line.ts";
import { endMark, type Mark, outsideMark } from "../../../shared/drawing/time-line-marks.ts";
import { paintOf } from "./patterns.tsx";
import styles from "./time-line.module.css";

export interface RowBandsProps<Row extends TimeLineInputRow> {
  readonly id: string;
  readonly line: TimeLine<Row>;
  /** null = a heading: the ground only. */
  readonly row: Row | null;
  readonly height: number;
  /** Why nothing is known, written into the band. */
  readonly note?: string | undefined;
}

function DrawnRow<Row extends TimeLineInputRow>({ id, line, row, height, note }: RowBandsProps<Row>) {
  const { scale, ticks, todayX, pastWidth } = line;
  const drawing = row === null ? null : line.draw(row);
  const grid = (marks: readonly { readonly x: number }[]) => marks.map(({ x }) => `M${round(x)} 0 V${height}`).join("");
  return (
    <svg width={scale.width} height={height} aria-hidden className={styles["bands"]}>
      {pastWidth > 0 && <rect width={pastWidth} height={height} className={styles["past"]} />}
      <path d={grid(ticks.parts)} className={styles["partLine"]} />
      <path d={grid(ticks.years.filter(({ x }) => x > 0))} className={styles["yearLine"]} />
      {drawing?.bands.map((band) => (
        <Band key={`${band.lane} ${band.look} ${band.from}`} id={id} band={band} isOver={band.from <= line.today} />
      ))}
      {note !== undefined && drawing?.bands[0] !== undefined && (
        <text x={20} y={drawing.middle + 4} className={styles["note"]}>
          {note}
        </text>
      )}
      {todayX !== null && <path d={`M${round(todayX)} 0 V${height}`} className={styles["todayLine"]} />}
      {drawing?.ends.map((end) => (
        <Sign key={`${end.kind} ${end.day}`} name={end.kind} mark={endMark(end)} />
      ))}
      {drawing?.before === true && <Sign name="before" mark={outsideMark("before", scale.width, drawing.middle, 9)} />}
      {drawing?.after === true && <Sign name="after" mark={outsideMark("after", scale.width, drawing.middle, 9)} />}
    </svg>
  );
}
export const RowBands = memo(DrawnRow) as typeof DrawnRow;

function Band({
  id,
  band: { lane, look, from, to, x, width, y, height },
  isOver,
}: {
  readonly id: string;
  readonly band: PlacedBand;
  readonly isOver: boolean;
}) {
  return (
    <>
      <rect
        data-look={look}
        data-lane={lane}
        data-from={from}
        data-to={to}
        x={x}
        y={y}
        width={Math.max(width, 1)}
        height={height}
        {...paintOf(look, id, isOver)}
      />
      {(look === "unknown" || (look === "estimate" && width > 12)) && (
        <text x={x + (look === "unknown" ? 8 : width / 2 - 3)} y={y + height / 2 + 4} className={styles["query"]}>
          ?
        </text>
      )}
    </>
  );
}

function Sign({ name, mark: { path, paint, stroke } }: { readonly name: string; readonly mark: Mark }) {
  return (
    <path
      data-sign={name}
      d={path}
      fill={paint === "ink" ? "var(--ink)" : paint === "paper" ? "var(--paper)" : "none"}
      stroke={paint === "ink" ? "var(--paper)" : "var(--ink)"}
      strokeWidth={stroke}
    />
  );
}

/** On a whole device pixel, so that hair lines stay sharp. */
function round(x: number): number {
  return Math.round(x) + 0.5;
}
