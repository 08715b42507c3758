// The first page: what this is, what it covers, who made it with what, the counts of all six verdicts, and the signature.
import { daysBetween, parseDay } from "../../../../shared/calendar-day.ts";
import { addCounts, countStatuses, emptyCounts } from "../../../../shared/summary.ts";
import { fill } from "../../../../shared/wording/report/fill.ts";
import { drawCounts } from "../counts.ts";
import { drawFactPairs, drawFacts, type Fact } from "../fact-list.ts";
import { dayCount, instantText, longDay } from "../figures.ts";
import { block, heading, paragraph } from "../flow.ts";
import { styles } from "../paper.ts";
import type { ReportContext } from "../report-context.ts";
import { drawRingMark } from "../ring-mark.ts";
import { drawSignatureBox } from "../signature-box.ts";
import { drawTable, type Row } from "../table.ts";

export function drawCover(context: ReportContext): void {
  const { sheet, words, run, language } = context;
  const { cover } = words;
  sheet.doc.outline.addItem(cover.title);
  const section = sheet.element("Sect", sheet.root);
  const signature = drawSignatureBox({
    sheet,
    language,
    signer: context.options.signer,
    signedAt: context.options.createdAt,
    reason: fill(cover.signatureReason, { id: context.options.reportId }),
  });

  drawRingMark(sheet);
  block(sheet, section, "P", sheet.lines(cover.kicker, { ...styles.soft, face: "bold" }, sheet.width), 26);
  sheet.y += 6;
  block(sheet, section, "H1", sheet.lines(cover.title, styles.title, sheet.width));
  const subtitle = { ...styles.h2, face: "sans", size: 12, leading: 16 } as const;
  block(
    sheet,
    section,
    "P",
    sheet.lines(fill(cover.subtitle, { day: longDay(run.on, language) }), subtitle, sheet.width),
  );
  sheet.y += 6;
  paragraph(sheet, section, cover.purpose);

  heading(sheet, section, 2, cover.verdicts);
  const counts = [
    ...run.images.map((audit) => audit.summary.byStatus),
    ...run.subjects.map((subject) => countStatuses(subject.findings)),
  ].reduce(addCounts, emptyCounts());
  drawCounts(sheet, section, counts, { language, size: "large" });
  sheet.y += 4;
  paragraph(sheet, section, cover.verdictsNote, styles.soft);

  heading(sheet, section, 2, cover.scope);
  drawFacts(sheet, section, scopeFacts(context));
  drawFactPairs(sheet, section, ...originFacts(context));
  heading(sheet, section, 2, cover.basis);
  drawTable(sheet, section, {
    columns: [
      { title: cover.basisWhat, share: 3.45 },
      { title: cover.basisVersion, share: 1.2 },
      { title: cover.basisAge, share: 0.75 },
      { title: cover.basisDigest, share: 2.3 },
    ],
    rows: basisRows(context),
    names: [0],
  });
  section.add(signature);
}

function scopeFacts({ run, words, language, options }: ReportContext): Fact[] {
  const { cover } = words;
  const { source, population } = run;
  const versions = [source.engineVersion, source.apiVersion === undefined ? undefined : `API ${source.apiVersion}`];
  const kind = [source.kind, ...versions].filter((part) => part !== undefined).join(", ");
  const values = {
    found: population.found,
    audited: population.audited,
    excluded: population.excluded.length,
    unread: run.errors.length,
  };
  const isBalanced = values.found === values.audited + values.excluded + values.unread;
  return [
    { name: cover.source, value: `${source.name} (${kind})` },
    ...(source.how === undefined ? [] : [{ name: cover.chosen, value: source.how }]),
    ...(source.warnings ?? []).slice(0, 4).map((value) => ({ name: cover.warning, value })),
    { name: cover.population, value: fill(isBalanced ? cover.populationValue : cover.populationOpen, values) },
    { name: cover.dayJudged, value: `${longDay(run.on, language)}, ${run.timeZone}` },
    {
      name: cover.period,
      value: fill(cover.periodValue, { from: instantText(run.startedAt), to: instantText(run.finishedAt) }),
    },
    { name: cover.created, value: instantText(options.createdAt) },
  ];
}

function originFacts({ run, words, options }: ReportContext): [Fact[], Fact[]] {
  const { cover } = words;
  const digest =
    run.tool.digest === undefined
      ? []
      : [
          {
            name: cover.toolDigest,
            value: [{ text: run.tool.digest.replace(/^sha256:/, ""), style: styles.monoSoft }],
          },
        ];
  return [
    [
      { name: cover.host, value: `${options.host.name} (${options.host.os})` },
      { name: cover.operator, value: options.operator ?? cover.notStated },
    ],
    [{ name: cover.tool, value: `Plimsoll ${run.tool.version}` }, ...digest],
  ];
}

function basisRows({ run, words, options, language }: ReportContext): Row[] {
  const { cover } = words;
  const age = (day: string | undefined): string => {
    const parsed = day === undefined ? null : parseDay(day);
    return parsed === null || daysBetween(parsed, run.on) < 0 ? "–" : dayCount(daysBetween(parsed, run.on), language);
  };
  const hex = (digest: string) => ({ texts: [{ text: digest.replace(/^sha256:/, ""), style: styles.monoSoft }] });
  const rules = run.rules.map((rule): Row => {
    const set = options.rules.find((each) => each.digest === rule.digest);
    const title =
      set === undefined ? rule.benchmark : fill(cover.ruleAligned, { title: set.title, edition: set.edition });
    return [title, fill(cover.ruleVersion, { version: rule.version }), age(set?.date), hex(rule.digest)];
  });
  const { lifecycle, hardened } = run.data;
  // The digests of waivers and answers stand in the attached data: this page has room for one more line.
  const { policy } = run;
  const decided: Row[] = [
    ...(policy === undefined ? [] : [[`${cover.policy}: ${policy.name}`, "", "", hex(policy.digest)]]),
  ];
  return [
    ...rules,
    ...decided,
    [`${cover.lifecycleData}: ${lifecycle.source}`, lifecycle.date, age(lifecycle.date), ""],
    [`${cover.hardenedData}: ${hardened.source}`, hardened.date, age(hardened.date), ""],
    [cover.evidenceData, run.schema, "", hex(options.auditSha256)],
  ];
}
