// Draws the shape of a status on paper: the same plan as in the window, see shared/drawing/status-shapes.ts.
import { statusShapes, statusStroke } from "../../../shared/drawing/status-shapes.ts";
import type { Status } from "../../../shared/model/finding.ts";
import { statusColour } from "./paper.ts";
import type { Sheet } from "./sheet.ts";

/** Draws the shape with its top left corner at (x, y), `size` points wide and high. The word stands beside it as text. */
export function drawStatusMark(sheet: Sheet, status: Status, x: number, y: number, size: number): void {
  const { doc } = sheet;
  const { fill = [], stroke = [], dashed = false } = statusShapes[status];
  const hue = statusColour[status];
  sheet.artifact(() => {
    doc.translate(x, y).scale(size / 24);
    for (const path of fill) doc.path(path).fill(hue, "even-odd");
    for (const [index, path] of stroke.entries()) {
      doc.lineWidth(statusStroke.width);
      if (dashed && index === 0) doc.dash(statusStroke.dash[0], { space: statusStroke.dash[1] });
      doc.path(path).stroke(hue);
      doc.undash();
    }
  });
}
