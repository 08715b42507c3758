// Draws a status: shape first, colour second. The one component that does, at 12, 16 and 24 px.
import { statusShapes, statusStroke } from "../../shared/drawing/status-shapes.ts";
import type { Status } from "../../shared/model/finding.ts";

export interface StatusShapeProps {
  readonly status: Status;
  readonly size?: 12 | 16 | 24;
  /** Spoken instead of the shape; without it the shape is decoration beside a word. */
  readonly label?: string;
}

export function StatusShape({ status, size = 16, label }: StatusShapeProps) {
  const { fill = [], stroke = [], dashed = false } = statusShapes[status];
  const spoken = label === undefined ? { "aria-hidden": true as const } : { role: "img", "aria-label": label };
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label where it is spoken; a title would be a tooltip
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      data-status={status}
      color={`var(--${status})`}
      style={{ flex: "none", verticalAlign: "-3px" }}
      {...spoken}
    >
      {fill.map((path) => (
        <path key={path} d={path} fill="currentColor" fillRule="evenodd" />
      ))}
      {stroke.map((path, index) => (
        <path
          key={path}
          d={path}
          fill="none"
          stroke="currentColor"
          strokeWidth={statusStroke.width}
          {...(dashed && index === 0 ? { strokeDasharray: statusStroke.dash.join(" ") } : {})}
        />
      ))}
    </svg>
  );
}
