// All verdicts of one subject: what needs attention in full, then what passed or does not apply as a table.
import type { Finding } from "../../../shared/model/finding.ts";
import type { ProvenBase } from "../../../shared/model/image.ts";
import { fill } from "../../../shared/wording/report/fill.ts";
import { statusWords } from "../../../shared/wording/status.ts";
import { drawFinding } from "./finding-block.ts";
import { heading, paragraph } from "./flow.ts";
import { styles } from "./paper.ts";
import type { ReportContext } from "./report-context.ts";
import type { Element } from "./sheet.ts";
import { byUrgency } from "./standing.ts";
import { drawTable, type Table, tableHeight } from "./table.ts";

/** `base` = which layers of the image are a base's, where that is proven; nothing else has any. */
export function drawVerdicts(
  context: ReportContext,
  section: Element,
  all: readonly Finding[],
  base: ProvenBase | undefined,
): void {
  const { sheet, words, language, text } = context;
  const { images, annex } = words;
  const findings = byUrgency(all);
  // What a person answered is shown in full whatever they answered: it rests on their word.
  const isSettled = ({ status, answer }: Finding) =>
    (status === "pass" || status === "not-applicable") && answer === undefined;
  for (const finding of findings.filter((one) => !isSettled(one))) {
    drawFinding(context, section, finding, base);
  }
  const rest = findings.filter(isSettled);
  if (findings.length === 0) paragraph(sheet, section, images.noFindings);
  if (rest.length === 0) return;
  const table: Table = {
    columns: [
      { title: images.control, share: 1.9 },
      { title: annex.title, share: 2.4 },
      { title: images.ground, share: 3.4 },
    ],
    names: [0],
    rows: rest.map((finding) => [
      {
        mark: finding.status,
        texts: [{ text: finding.control }, { text: statusWords[finding.status][language], style: styles.cellSoft }],
      },
      text.title(finding),
      { texts: [{ text: text.ground(finding, (n) => fill(annex.more, { n })), style: styles.cellSoft }] },
    ]),
  };
  heading(sheet, section, 3, images.rest, Math.min(tableHeight(sheet, table), 130));
  drawTable(sheet, section, table);
}
