// What this audit does not say: what could not be read, was left out, has no verdict yet, and cannot be seen at all.
import type { Status } from "../../../../shared/model/finding.ts";
import { fill } from "../../../../shared/wording/report/fill.ts";
import { statusWords } from "../../../../shared/wording/status.ts";
import { bullets, heading, openSection, paragraph } from "../flow.ts";
import { imageName } from "../image-name.ts";
import { styles } from "../paper.ts";
import type { ReportContext } from "../report-context.ts";
import type { Element } from "../sheet.ts";
import { findingsOf } from "../standing.ts";
import { drawTable, type Row } from "../table.ts";

const shownImages = 6;

export function drawLimitations(context: ReportContext): void {
  const { sheet, words, run } = context;
  const { limits } = words;
  const section = openSection(sheet, limits.title);
  drawReasons(
    context,
    section,
    limits.unread,
    limits.unreadNone,
    run.errors.map(({ reference, message }) => ({ reference, reason: message })),
  );
  drawReasons(context, section, limits.excluded, limits.excludedNone, run.population.excluded);
  heading(sheet, section, 2, limits.open);
  drawVerdicts(context, section, ["error", "not-assessed"], limits.openNone);
  heading(sheet, section, 2, limits.manual);
  drawVerdicts(context, section, ["manual"], limits.manualNone);
  heading(sheet, section, 2, limits.notRead);
  drawNotRead(context, section);
  // Whole on one page where possible: it is what a reader should not miss half of.
  heading(sheet, section, 2, limits.general, 220);
  bullets(sheet, section, limits.generalItems);
}

function drawReasons(
  { sheet, words }: ReportContext,
  section: Element,
  title: string,
  none: string,
  entries: readonly { readonly reference: string; readonly reason: string }[],
): void {
  const { limits } = words;
  heading(sheet, section, 2, title);
  if (entries.length === 0) {
    paragraph(sheet, section, none);
    return;
  }
  drawTable(sheet, section, {
    columns: [
      { title: limits.reference, share: 2 },
      { title: limits.reason, share: 3.4 },
    ],
    names: [0],
    rows: entries.map(({ reference, reason }) => [
      { texts: [{ text: reference, style: styles.mono }] },
      { texts: [{ text: reason }] },
    ]),
  });
}

/** One row a control, status and reason, with the images that share them. */
function drawVerdicts(context: ReportContext, section: Element, wanted: readonly Status[], none: string): void {
  const { sheet, words, run, language, text } = context;
  const { limits, annex } = words;
  const rows = new Map<string, { status: Status; control: string; title: string; reason: string; images: string[] }>();
  for (const { audit, finding } of wanted.flatMap((status) => findingsOf(run, status))) {
    const reason = text.reason(finding) ?? "";
    const key = JSON.stringify([finding.status, finding.control, reason]);
    const row = rows.get(key) ?? {
      status: finding.status,
      control: finding.control,
      title: text.title(finding),
      reason,
      images: [],
    };
    row.images.push(imageName(audit.image, 120));
    rows.set(key, row);
  }
  if (rows.size === 0) {
    paragraph(sheet, section, none);
    return;
  }
  drawTable(sheet, section, {
    columns: [
      { title: limits.control, share: 2.3 },
      { title: limits.reason, share: 2.9 },
      { title: limits.images, share: 2.2 },
    ],
    names: [0],
    rows: [...rows.values()].map((row): Row => {
      const names = row.images.slice(0, shownImages).map((name) => ({ text: name, style: styles.mono }));
      const rest = row.images.length - names.length;
      return [
        {
          mark: row.status,
          texts: [
            { text: row.control, style: styles.cellBold },
            { text: row.title, style: styles.cellSoft },
            { text: statusWords[row.status][language], style: styles.cellSoft },
          ],
        },
        row.reason,
        { texts: rest > 0 ? [...names, { text: fill(annex.more, { n: rest }), style: styles.cellSoft }] : names },
      ];
    }),
  });
}

function drawNotRead({ sheet, words, run, text }: ReportContext, section: Element): void {
  const { limits, images } = words;
  const rows = run.images.flatMap((audit): Row[] => {
    if (audit.facts.limits.length === 0) return [];
    const entries = audit.facts.limits.map((limit): Row => {
      const layer =
        limit.layer === undefined
          ? []
          : [{ text: fill(images.layerPlace, { n: limit.layer }), style: styles.cellSoft }];
      const weight = limit.weight === "gap" ? limits.weightGap : limits.weightNote;
      return [
        { texts: [{ text: limit.where, style: styles.mono }, ...layer] },
        { texts: [{ text: text.sentence(limit.phrase, limit.reason) }, { text: weight, style: styles.cellSoft }] },
      ];
    });
    return [{ group: imageName(audit.image) }, ...entries];
  });
  if (rows.length === 0) {
    paragraph(sheet, section, run.images.length === 0 ? images.none : limits.notReadNone);
    return;
  }
  drawTable(sheet, section, {
    columns: [
      { title: limits.where, share: 2 },
      { title: limits.reason, share: 3.4 },
    ],
    names: [0],
    rows,
  });
}
