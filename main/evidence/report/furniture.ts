// Header and footer of every page, drawn when the number of pages is known, which is when the document is closed.
import { fill } from "../../../shared/wording/report/fill.ts";
import { shortFingerprint } from "./figures.ts";
import { colour, styles } from "./paper.ts";
import type { ReportContext } from "./report-context.ts";
import type { Sheet } from "./sheet.ts";

const headerY = 30;
const footerY = 40;

/** What header and footer say. */
export interface Furniture {
  readonly sheet: Sheet;
  readonly words: Pick<ReportContext["words"], "page">;
  readonly options: Pick<ReportContext["options"], "reportId" | "signer" | "classification">;
}

export function finishPages({ sheet, words, options }: Furniture): void {
  const { doc, left, width } = sheet;
  const { page } = words;
  const half = width / 2 - 6;
  const style = styles.furniture;
  const classification = options.classification ?? page.unclassified;
  const header = sheet.lines(fill(page.header, { id: options.reportId }), style, width * 0.62, 120).slice(0, 1);
  const marking = sheet.lines(classification, { ...style, face: "bold" }, width * 0.36, 60).slice(0, 1);
  const footer = sheet
    .lines(fill(page.footer, { fingerprint: shortFingerprint(options.signer.fingerprint) }), style, half + 60, 120)
    .slice(0, 1);
  sheet.finish((index, count) => {
    const bottom = doc.page.height - footerY;
    const number = sheet.lines(fill(page.number, { page: index, pages: count }), style, half);
    sheet.artifact(() => {
      sheet.draw(header, left, headerY);
      sheet.draw(marking, left, headerY, { right: left + width });
      doc
        .moveTo(left, headerY + 12)
        .lineTo(left + width, headerY + 12)
        .lineWidth(0.4)
        .stroke(colour.faint);
      doc
        .moveTo(left, bottom - 4)
        .lineTo(left + width, bottom - 4)
        .lineWidth(0.4)
        .stroke(colour.faint);
      sheet.draw(footer, left, bottom);
      sheet.draw(number, left, bottom, { right: left + width });
    }, "Pagination");
  });
}
