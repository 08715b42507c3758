// How large a time line is drawn in the window, in CSS pixels.
import type { TimeLineMeasures } from "../../../shared/drawing/time-line.ts";

export function timeLineMeasures(density: "comfortable" | "compact"): TimeLineMeasures {
  return {
    band: 12,
    lane: 6,
    laneGap: 3,
    padding: density === "compact" ? 12 : 18,
    group: density === "compact" ? 22 : 26,
    yearLabel: 38,
    quarterLabel: 30,
    monthLabel: 36,
  };
}
