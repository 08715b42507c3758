// How bands and signs of the time line look on paper: patterns in one ink, so that black and white loses nothing. Where they
// stand is worked out in shared/drawing/time-line.ts, the same as in the window.
import type { BandLook, RowDrawing } from "../../../shared/drawing/time-line.ts";
import { endMark, type Mark, outsideMark } from "../../../shared/drawing/time-line-marks.ts";
import { colour } from "./paper.ts";
import type { Doc } from "./sheet.ts";

const bandColour = "#3d5a80";
const paper = "#ffffff";

/** Bands, ends and arrows of one row; `x` and `y` are where its axis begins, `width` is the axis' width. */
export function drawRowBands(doc: Doc, drawing: RowDrawing, x: number, y: number, width: number): void {
  for (const band of drawing.bands) {
    drawLook(doc, band.look, x + band.x, y + band.y, Math.max(band.width, 0.8), band.height);
  }
  for (const end of drawing.ends) drawMark(doc, endMark(end), x, y);
  if (drawing.before) drawMark(doc, outsideMark("before", width, drawing.middle, 6), x, y);
  if (drawing.after) drawMark(doc, outsideMark("after", width, drawing.middle, 6), x, y);
}

/** A sign, moved to `x`, `y`. */
export function drawMark(doc: Doc, { path, paint, stroke }: Mark, x: number, y: number): void {
  doc.save();
  doc.translate(x, y);
  doc.path(path).lineWidth(stroke * 0.7);
  if (paint === "line") doc.stroke(colour.ink);
  else doc.fillAndStroke(paint === "ink" ? colour.ink : paper, paint === "ink" ? paper : colour.ink);
  doc.restore();
}

/** A band of a look. */
export function drawLook(doc: Doc, look: BandLook, x: number, y: number, width: number, height: number): void {
  const box = () => doc.rect(x, y, width, height);
  const stripes = (step: number, lean: 1 | -1) => {
    for (let from = x - height; from < x + width + height; from += step) {
      const [a, b] = lean === 1 ? [from, from + height] : [from + height, from];
      doc.moveTo(a, y + height).lineTo(b, y);
    }
  };
  doc.save();
  switch (look) {
    case "supported":
      box().fill(bandColour);
      break;
    case "security-only":
      box().fill(bandColour);
      box().clip();
      stripes(4, 1);
      doc.lineWidth(1.1).stroke(paper);
      break;
    case "extended-covered":
      box().fill(paper);
      box().clip();
      for (let dot = x + 2; dot < x + width; dot += 4) {
        for (let row = 2; row < height; row += 3.2) doc.circle(dot + (row > 3 ? 2 : 0), y + row, 0.8);
      }
      doc.fill(bandColour);
      break;
    case "after":
      box().clip();
      stripes(5, 1);
      stripes(5, -1);
      doc.lineWidth(0.35).stroke(colour.line);
      break;
    case "unknown":
      box().fill(colour.sunken);
      break;
    case "extended-open":
    case "estimate":
      box().fill(paper);
      break;
  }
  doc.restore();
  doc.save();
  doc.rect(x + 0.3, y + 0.3, Math.max(width - 0.6, 0.2), height - 0.6).lineWidth(0.6);
  if (look === "estimate" || look === "unknown") doc.dash(2, { space: 1.5 });
  doc.stroke(look === "after" || look === "unknown" ? colour.line : bandColour);
  doc.restore();
}
