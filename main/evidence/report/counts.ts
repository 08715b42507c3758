// The counts of the six statuses, each with its shape and word. Never a total, never a rate.
import type { StatusCounts } from "../../../shared/model/audit.ts";
import { statuses } from "../../../shared/model/finding.ts";
import type { Language } from "../../../shared/model/phrase.ts";
import { statusWords } from "../../../shared/wording/status.ts";
import { colour, type Style, styles } from "./paper.ts";
import { type Element, heightOf, type Sheet } from "./sheet.ts";
import { drawStatusMark } from "./status-mark.ts";

const sizes = {
  large: { mark: 16, number: { face: "bold", size: 17, colour: colour.ink, leading: 21 } },
  small: { mark: 10, number: { face: "bold", size: 9.5, colour: colour.ink, leading: 12 } },
} as const satisfies Record<string, { mark: number; number: Style }>;

/** Six fields in a row over the whole width, in the order in which they need attention. */
export function drawCounts(
  sheet: Sheet,
  parent: Element,
  counts: StatusCounts,
  options: { readonly language: Language; readonly size: keyof typeof sizes },
): void {
  const { mark, number } = sizes[options.size];
  const width = sheet.width / statuses.length;
  const fields = statuses.map((status) => ({
    status,
    value: [{ text: `${counts[status]} `, style: number }],
    word: sheet.lines(statusWords[status][options.language], styles.cellSoft, width - 12),
  }));
  const height = number.leading + Math.max(...fields.map(({ word }) => heightOf(word))) + 12;
  sheet.room(height);
  const { doc, left, y } = sheet;
  sheet.artifact(() => doc.rect(left, y, sheet.width, height).fill(colour.sunken));
  const list = sheet.element("L", parent);
  for (const [index, { status, value, word }] of fields.entries()) {
    const x = left + index * width;
    if (index > 0)
      sheet.artifact(() =>
        doc
          .moveTo(x, y + 6)
          .lineTo(x, y + height - 6)
          .lineWidth(0.5)
          .stroke(colour.faint),
      );
    drawStatusMark(sheet, status, x + 8, y + 6 + (number.leading - mark) / 2, mark);
    const body = sheet.element("LBody", sheet.element("LI", list));
    sheet.mark("LBody", body, () => {
      sheet.draw(value, x + 8 + mark + 6, y + 6);
      sheet.draw(word, x + 8, y + 6 + number.leading);
    });
  }
  list.end();
  sheet.y += height;
}
