// What is missing or overdue, said plainly: in numbers, then technology by technology.
import { reviewGaps } from "../../../../shared/model/technology.ts";
import { groupMarks } from "../../../../shared/wording/review/group-marks.ts";
import { bullets, heading, openSection, paragraph } from "../../report/flow.ts";
import { styles } from "../../report/paper.ts";
import { drawTable, type Row } from "../../report/table.ts";
import type { FormContext } from "../form-context.ts";

export function drawCare({ sheet, words, review }: FormContext): void {
  const { care, gaps } = words;
  const lacking = review.technologies
    .map((technology, index) => ({ technology, number: index + 1 }))
    .filter(({ technology }) => technology.gaps.length > 0);
  const section = openSection(sheet, care.title, true);
  if (lacking.length === 0) {
    paragraph(sheet, section, review.technologies.length === 0 ? words.table.none : care.none);
    return;
  }
  paragraph(sheet, section, care.intro);
  heading(sheet, section, 2, care.summary);
  bullets(
    sheet,
    section,
    reviewGaps.filter((gap) => review.counts.gaps[gap] > 0).map((gap) => `${review.counts.gaps[gap]} × ${gaps[gap]}`),
  );
  drawTable(sheet, section, {
    columns: [
      { title: care.technology, share: 2 },
      { title: care.missing, share: 5 },
    ],
    names: [0],
    rows: lacking.map(
      ({ technology, number }): Row => [
        {
          mark: groupMarks[technology.group],
          texts: [{ text: `${number}. ${technology.label}`, style: styles.cellBold }],
        },
        technology.gaps.map((gap) => gaps[gap]).join("; "),
      ],
    ),
  });
}
