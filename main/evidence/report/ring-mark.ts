// Plimsoll's own mark on a cover page: the ring crossed by a level line.
import { colour } from "./paper.ts";
import type { Sheet } from "./sheet.ts";

/** Draws it at the cursor, 18 points wide and 11 high; what follows it on the line begins at 26. */
export function drawRingMark(sheet: Sheet): void {
  const { doc, left, y } = sheet;
  sheet.artifact(() => {
    doc
      .lineWidth(1.6)
      .circle(left + 9, y + 5.5, 5.6)
      .stroke(colour.ink);
    doc
      .moveTo(left, y + 5.5)
      .lineTo(left + 18, y + 5.5)
      .stroke(colour.ink);
  });
}
