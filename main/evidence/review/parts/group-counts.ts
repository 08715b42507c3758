// How many technologies stand in each group, in the order in which they need care. Never a total, never a rate.
import type { ReviewGroup } from "../../../../shared/model/technology.ts";
import { groupMarks } from "../../../../shared/wording/review/group-marks.ts";
import { colour, type Style, styles } from "../../report/paper.ts";
import { type Element, heightOf } from "../../report/sheet.ts";
import { drawStatusMark } from "../../report/status-mark.ts";
import type { FormContext } from "../form-context.ts";

const number: Style = { face: "bold", size: 17, colour: colour.ink, leading: 21 };
const markSize = 14;

/** Fields of one row over the whole width. */
export function drawGroupCounts(
  { sheet, words }: FormContext,
  parent: Element,
  counts: readonly { readonly group: ReviewGroup; readonly count: number }[],
): void {
  const width = sheet.width / counts.length;
  const fields = counts.map(({ group, count }) => ({
    group,
    value: [{ text: `${count} `, style: number }],
    word: sheet.lines(words.groups[group], styles.cellSoft, width - 12),
  }));
  const height = number.leading + Math.max(...fields.map(({ word }) => heightOf(word))) + 12;
  sheet.room(height);
  const { doc, left, y } = sheet;
  sheet.artifact(() => doc.rect(left, y, sheet.width, height).fill(colour.sunken));
  const list = sheet.element("L", parent);
  for (const [index, { group, value, word }] of fields.entries()) {
    const x = left + index * width;
    drawStatusMark(sheet, groupMarks[group], x + 8, y + 6 + (number.leading - markSize) / 2, markSize);
    const body = sheet.element("LBody", sheet.element("LI", list));
    sheet.mark("LBody", body, () => {
      sheet.draw(value, x + 8 + markSize + 6, y + 6);
      sheet.draw(word, x + 8, y + 6 + number.leading);
    });
  }
  list.end();
  sheet.y += height;
}
