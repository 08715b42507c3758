// The small signs on the time line, as path data (absolute M and L, Z) that SVG and PDF take alike: where phases end, where
// cover ends, what another source says, and the arrows towards what lies outside of the axis.
import type { PlacedEnd } from "./time-line.ts";

export interface Mark {
  readonly path: string;
  /** `ink` = filled; `paper` = filled with the ground and drawn round; `line` = drawn only. */
  readonly paint: "ink" | "paper" | "line";
  readonly stroke: number;
}

/**
 * An end: a post for the end of a phase (taller and thicker for the end of support), a filled diamond for the last covered
 * day, a hollow one for another source's day.
 */
export function endMark({ kind, x, y, height }: Omit<PlacedEnd, "day">): Mark {
  const reach = height / 4;
  switch (kind) {
    case "eoas":
      return { path: post(x, y, y + height), paint: "line", stroke: 1 };
    case "eol":
      return { path: post(x, y - reach, y + height + reach), paint: "line", stroke: 2 };
    case "eoes":
      return { path: post(x, y - reach, y + height + reach), paint: "line", stroke: 1 };
    case "cover":
      return { path: diamond(x, y + height / 2, height * 0.42), paint: "ink", stroke: 1 };
    case "opinion":
      return { path: diamond(x, y + height / 2, height * 0.34), paint: "paper", stroke: 1.2 };
  }
}

/** A head that points out of the axis on one side, `size` high, in the middle of the row. */
export function outsideMark(side: "before" | "after", width: number, middle: number, size: number): Mark {
  const [tip, base] = side === "before" ? [1, 1 + size * 0.6] : [width - 1, width - 1 - size * 0.6];
  const half = size / 2;
  return {
    path: `M${tip} ${middle} L${base} ${middle - half} L${base} ${middle + half} Z`,
    paint: "paper",
    stroke: 1.2,
  };
}

function post(x: number, from: number, to: number): string {
  return `M${x} ${from} L${x} ${to}`;
}

function diamond(x: number, y: number, radius: number): string {
  return `M${x} ${y - radius} L${x + radius} ${y} L${x} ${y + radius} L${x - radius} ${y} Z`;
}
