// One finding in full: shape, number and title, why, on what evidence, and what to do about it.

import { isEvidenceForManual } from "../../../shared/manual-item.ts";
import type { Finding } from "../../../shared/model/finding.ts";
import type { ProvenBase } from "../../../shared/model/image.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { answerText, waivedWord, waiverText } from "../../../shared/wording/decisions.ts";
import { layerNumber } from "../../../shared/wording/layer-owner.ts";
import { countOf, fill } from "../../../shared/wording/report/fill.ts";
import { severityWords, statusWords } from "../../../shared/wording/status.ts";
import { block } from "./flow.ts";
import { colour, type Style, statusColour, styles } from "./paper.ts";
import type { ReportContext } from "./report-context.ts";
import { type Element, heightOf } from "./sheet.ts";
import { drawStatusMark } from "./status-mark.ts";
import { drawTable, type Row, type Table, tableHeight } from "./table.ts";

const indent = 20;
const markSize = 12;
/** Width of the names in the margin: evidence, what to do. */
const nameWidth = 62;
/** Pieces of evidence on paper; the rest stands in the attached data, and its number is said. */
const shownEvidence = 12;
const stepLength = 240;
/** A finding no higher than this is not broken over pages. */
const wholeHeight = 200;

/** `base` = which layers of the image are a base's, where that is proven. */
export function drawFinding(
  context: ReportContext,
  parent: Element,
  finding: Finding,
  base: ProvenBase | undefined,
): void {
  const { sheet, text } = context;
  const width = sheet.width - indent;
  const title = sheet.lines(`${finding.control}  ${text.title(finding)}`, styles.h3, width);
  const meta = sheet.lines(metaOf(context, finding), metaStyle(finding), width);
  const tables = [
    reasonTable(context, finding),
    decisionTable(context, finding),
    evidenceTable(context, finding, base),
    remedyTable(context, finding),
  ].filter((table) => table.rows.length > 0);
  const head = heightOf(title) + heightOf(meta) + 6;
  const body = tables.map((table) => tableHeight(sheet, table) + 3);
  const whole = head + body.reduce((sum, height) => sum + height, 0);
  sheet.room(whole <= wholeHeight ? whole : head + 60);
  sheet.rule(sheet.y, colour.faint, 0.4);
  sheet.y += 4;
  drawStatusMark(sheet, finding.status, sheet.left, sheet.y + (styles.h3.leading - markSize) / 2, markSize);
  const section = sheet.element("Sect", parent);
  block(sheet, section, "H3", title, indent);
  block(sheet, section, "P", meta, indent);
  sheet.y += 2;
  for (const [index, table] of tables.entries()) {
    // The last part, what to do, is never cut in two.
    if (index === tables.length - 1 && index > 0) sheet.room(Math.min(body[index] ?? 0, wholeHeight));
    drawTable(sheet, section, table);
  }
  section.end();
  sheet.y += 4;
}

function metaStyle(finding: Finding): Style {
  return { face: "bold", size: 7.4, leading: 10.4, colour: statusColour[finding.status] };
}

function metaOf({ words, language }: ReportContext, finding: Finding): string {
  const { images } = words;
  const parts = [
    statusWords[finding.status][language],
    fill(images.severity, { severity: severityWords[finding.severity][language] }),
  ];
  if (finding.level !== undefined) parts.push(fill(images.level, { level: finding.level }));
  if (isEvidenceForManual(finding)) parts.push(images.manualItem);
  if (finding.firstSeen !== undefined) parts.push(fill(images.firstSeen, { day: finding.firstSeen }));
  if (finding.waiver !== undefined) parts.push(waivedWord(finding.waiver, language));
  return parts.join("  ·  ");
}

function reasonTable({ words, text }: ReportContext, finding: Finding): Table {
  const reason = text.reason(finding);
  return named(reason === null ? [] : [{ name: words.images.reason, text: reason }]);
}

/** What people decided about it: the waiver beside the verdict, the answer that is the verdict. */
function decisionTable({ words, language }: ReportContext, { waiver, answer }: Finding): Table {
  const { images } = words;
  return named([
    ...(waiver === undefined ? [] : [{ name: images.waiver, text: waiverText(waiver, language) }]),
    ...(answer === undefined ? [] : [{ name: images.answer, text: answerText(answer, language) }]),
  ]);
}

function remedyTable({ words, text }: ReportContext, finding: Finding): Table {
  const { images } = words;
  const mappings = finding.mappings
    .map(({ framework, ids, indicative }) => {
      const note = indicative === true ? ` (${images.indicative})` : "";
      return `${framework} ${ids.join(", ")}${note}`;
    })
    .join(" · ");
  return named([
    { name: images.remedy, text: text.remedy(finding) },
    ...(mappings === "" ? [] : [{ name: images.mappings, text: mappings, style: styles.cellSoft }]),
  ]);
}

/** A short name in the margin, the text beside it. */
function named(entries: readonly { readonly name: string; readonly text: string; readonly style?: Style }[]): Table {
  return {
    columns: [
      { title: "", share: 0, fixed: nameWidth },
      { title: "", share: 1 },
    ],
    rows: entries.map(({ name, text, style }) => [
      { texts: [{ text: name, style: styles.head }] },
      { texts: [{ text, style: style ?? styles.cell }] },
    ]),
    names: [0],
    headless: true,
    indent,
    unruled: true,
  };
}

function evidenceTable(
  { words, text, language }: ReportContext,
  finding: Finding,
  base: ProvenBase | undefined,
): Table {
  const { images } = words;
  const rows = finding.evidence.slice(0, shownEvidence).map((evidence, index): Row => {
    const { layer, step } = evidence;
    const n = layer === undefined ? "" : layerNumber(layer, base, language);
    const place = layer === undefined || step !== undefined ? "" : `, ${fill(images.layer, { n })}`;
    const maker =
      layer === undefined || step === undefined
        ? []
        : [
            {
              text: fill(images.layerStep, { n, step: plainText(step, stepLength) }),
              style: styles.monoSoft,
            },
          ];
    const excused =
      evidence.waiver === undefined ? [] : [{ text: waivedWord({ covers: "all" }, language), style: styles.cellSoft }];
    return [
      { texts: index === 0 ? [{ text: images.evidence, style: styles.head }] : [] },
      { texts: [{ text: evidence.where, style: styles.mono }] },
      { texts: [{ text: `${text.detail(evidence)}${place}` }, ...excused, ...maker] },
    ];
  });
  const more = finding.evidence.length - rows.length;
  if (more > 0) rows.push(["", "", { texts: [{ text: countOf(images.moreEvidence, more), style: styles.cellSoft }] }]);
  return {
    columns: [
      { title: "", share: 0, fixed: nameWidth },
      { title: images.where, share: 1.9 },
      { title: images.found, share: 3.3 },
    ],
    rows,
    names: [0],
    headless: true,
    indent,
    unruled: true,
  };
}
