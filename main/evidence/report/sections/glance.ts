// The page for management: what is worst, what ends next, what is not known. One page; what does not fit is pointed to.
import { isWaived } from "../../../../shared/waived.ts";
import { countOf, fill } from "../../../../shared/wording/report/fill.ts";
import { coverWords, lifecycleWords, severityWords } from "../../../../shared/wording/status.ts";
import { distance } from "../figures.ts";
import { bullets, heading, openSection, paragraph } from "../flow.ts";
import { imageName } from "../image-name.ts";
import { styles } from "../paper.ts";
import type { ReportContext } from "../report-context.ts";
import type { Element } from "../sheet.ts";
import { byUrgency, endedComponents, findingsOf, nextEnds, unknownComponents, worstFirst } from "../standing.ts";
import { drawTable } from "../table.ts";

const severities = ["high", "medium", "low"] as const;
const shownImages = 5;
const shownTitles = 4;
const shownEnds = 5;
/** Text from images is cut here, so that the page stays one page. */
const nameLength = 90;

export function drawGlance(context: ReportContext): void {
  const { sheet, words } = context;
  const section = openSection(sheet, words.glance.title);
  heading(sheet, section, 2, words.glance.worst);
  if (context.run.images.length === 0) paragraph(sheet, section, words.glance.noImages);
  else drawWorst(context, section);
  heading(sheet, section, 2, words.glance.ends);
  drawEnds(context, section);
  heading(sheet, section, 2, words.glance.unknown);
  const open = openQuestions(context);
  const isEmpty = context.run.images.length === 0;
  if (open.length > 0) bullets(sheet, section, open);
  else paragraph(sheet, section, isEmpty ? words.glance.unknownAll : words.glance.unknownNone);
}

function drawWorst({ sheet, words, run, language, text }: ReportContext, section: Element): void {
  const { glance, images } = words;
  const failing = worstFirst(run.images).filter((audit) => audit.summary.byStatus.fail > 0);
  if (failing.length === 0) {
    paragraph(sheet, section, glance.worstNone);
    return;
  }
  drawTable(sheet, section, {
    columns: [
      { title: glance.image, share: 2.2 },
      { title: glance.failed, share: 1.1 },
      { title: glance.what, share: 3.4 },
      { title: glance.support, share: 1.6 },
    ],
    names: [0],
    rows: failing.slice(0, shownImages).map((audit) => {
      const { summary, findings } = audit;
      const failed = byUrgency(findings).filter((finding) => finding.status === "fail" && !isWaived(finding));
      const titles = failed.slice(0, shownTitles).map((finding) => ({ text: text.title(finding) }));
      const rest = failed.length - titles.length;
      const until = summary.supportedUntil;
      return [
        { texts: [{ text: imageName(audit.image, nameLength), style: styles.cellBold }] },
        {
          mark: "fail",
          texts: [
            { text: String(summary.byStatus.fail), style: styles.cellBold },
            ...severities
              .filter((severity) => summary.bySeverity[severity] > 0)
              .map((severity) => ({
                text: `${summary.bySeverity[severity]} ${severityWords[severity][language]}`,
                style: styles.cellSoft,
              })),
            ...(summary.waived > 0
              ? [{ text: fill(glance.waived, { n: summary.waived }), style: styles.cellSoft }]
              : []),
          ],
        },
        {
          texts: [
            ...titles,
            ...(rest > 0 ? [{ text: fill(glance.otherWhole, { n: rest }), style: styles.cellSoft }] : []),
          ],
        },
        {
          texts: [
            { text: lifecycleWords[summary.lifecycle][language] },
            ...(until === null
              ? []
              : [
                  {
                    text: fill(images.until, { day: until.date, component: until.component.slice(0, nameLength) }),
                    style: styles.cellSoft,
                  },
                ]),
          ],
        },
      ];
    }),
  });
  const rest = failing.length - shownImages;
  if (rest > 0) paragraph(sheet, section, countOf(glance.worstMore, rest), styles.soft);
}

function drawEnds({ sheet, words, run, language }: ReportContext, section: Element): void {
  const { glance, support } = words;
  const ends = nextEnds(run.images).slice(0, shownEnds);
  const ended = endedComponents(run.images);
  if (ended.length > 0) {
    const names = `${ended.slice(0, 6).join(", ")}${ended.length > 6 ? ", …" : ""}`;
    paragraph(sheet, section, `${countOf(glance.ended, ended.length)} (${names.slice(0, 300)}) ${glance.endedMore}`);
  }
  if (ends.length === 0) {
    paragraph(sheet, section, glance.endsNone);
    return;
  }
  const what: Readonly<Record<string, string>> = {
    eoas: support.eoas,
    eol: support.eol,
    eoes: support.eoes,
    cover: support.cover,
  };
  drawTable(sheet, section, {
    columns: [
      { title: glance.date, share: 1.4 },
      { title: glance.component, share: 3 },
      { title: support.next, share: 2 },
      { title: glance.images, share: 0.9, align: "right" },
      { title: glance.cover, share: 1.6 },
    ],
    rows: ends.map((end) => [
      {
        texts: [
          { text: end.date, style: styles.cellBold },
          { text: distance(run.on, end.date, language), style: styles.cellSoft },
        ],
      },
      end.entry.component.label.slice(0, nameLength),
      what[end.what] ?? end.what,
      String(end.images),
      coverWords[end.isCovered ? "covered" : "not-covered"][language],
    ]),
  });
}

function openQuestions({ run, words }: ReportContext): string[] {
  const { glance } = words;
  const limits = run.images.reduce((sum, audit) => sum + audit.facts.limits.length, 0);
  const counted: readonly [string, number][] = [
    [glance.unread, run.errors.length],
    [glance.excluded, run.population.excluded.length],
    [glance.errors, findingsOf(run, "error").length],
    [glance.notAssessed, findingsOf(run, "not-assessed").length],
    [glance.manual, findingsOf(run, "manual").length],
    [glance.limits, limits],
    [glance.unknownSupport, unknownComponents(run.images).length],
  ];
  return counted.filter(([, count]) => count > 0).map(([template, count]) => countOf(template, count));
}
