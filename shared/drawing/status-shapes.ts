// The shapes of the six statuses on a 24 grid, for the window and the PDF alike: SVG path data (absolute M L A Z only).
// `fill` paths are filled with the status colour by the even-odd rule, so that a tick or cross is a hole; `stroke` paths are
// drawn 2 wide in the same colour; `dashed` = the first stroke is a broken line.
import type { Status } from "../model/finding.ts";

export interface StatusShape {
  readonly fill?: readonly string[];
  readonly stroke?: readonly string[];
  readonly dashed?: boolean;
}

/** A full circle as two arcs, since one arc cannot end where it began. */
const circle = (radius: number): string =>
  `M${12 - radius} 12 A${radius} ${radius} 0 1 1 ${12 + radius} 12 A${radius} ${radius} 0 1 1 ${12 - radius} 12 Z`;

const tick = "M5.68 13.32 L10.45 18.09 L18.37 9.27 L16.43 7.53 L10.35 14.31 L7.52 11.48 Z";
const cross =
  "M15.04 7.12 L16.88 8.96 L13.84 12 L16.88 15.04 L15.04 16.88 L12 13.84 L8.96 16.88 L7.12 15.04 L10.16 12 L7.12 8.96 " +
  "L8.96 7.12 L12 10.16 Z";

/** Stroke width and dash on the 24 grid. */
export const statusStroke = { width: 2, dash: [3.1, 2.6] } as const;

export const statusShapes: Readonly<Record<Status, StatusShape>> = {
  pass: { fill: [`${circle(10.5)} ${tick}`] },
  fail: { fill: [`M2.5 2.5 L21.5 2.5 L21.5 21.5 L2.5 21.5 Z ${cross}`] },
  manual: { fill: ["M12 2 A10 10 0 0 1 12 22 Z"], stroke: [circle(9.5)] },
  "not-assessed": {
    fill: ["M10.7 16 L13.3 16 L13.3 18.6 L10.7 18.6 Z"],
    stroke: [circle(10), "M8.8 9.4 A3.2 3.2 0 1 1 12 12.6 L12 14.4"],
    dashed: true,
  },
  "not-applicable": { stroke: [circle(9.5), "M6.5 12 L17.5 12"] },
  error: {
    fill: ["M10.9 9 L13.1 9 L12.8 14.6 L11.2 14.6 Z", "M10.8 16 L13.2 16 L13.2 18.4 L10.8 18.4 Z"],
    stroke: ["M12 3 L22 20.6 L2 20.6 Z"],
  },
};
