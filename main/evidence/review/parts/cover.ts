// The first page: what this form is, the period and population, who made it with what data, the counts, and the signature.
import { type CalendarDay, daysBetween } from "../../../../shared/calendar-day.ts";
import { reviewGroups } from "../../../../shared/model/technology.ts";
import { countOf, fill } from "../../../../shared/wording/report/fill.ts";
import { reportWords } from "../../../../shared/wording/report/words.ts";
import { drawFactPairs, drawFacts, type Fact } from "../../report/fact-list.ts";
import { dayCount, instantText, longDay } from "../../report/figures.ts";
import { block, heading, paragraph } from "../../report/flow.ts";
import { styles } from "../../report/paper.ts";
import { drawRingMark } from "../../report/ring-mark.ts";
import { drawSignatureBox } from "../../report/signature-box.ts";
import { drawTable, type Row } from "../../report/table.ts";
import type { FormContext } from "../form-context.ts";
import { drawGroupCounts } from "./group-counts.ts";

/** Names of images and sources that a line of the cover takes. */
const listed = 6;

export function drawCover(context: FormContext): void {
  const { sheet, words, review, language, options } = context;
  sheet.doc.outline.addItem(words.title);
  const section = sheet.element("Sect", sheet.root);
  const signature = drawSignatureBox({
    sheet,
    language,
    signer: options.signer,
    signedAt: options.signedAt,
    reason: fill(words.signatureReason, { id: options.reportId }),
  });
  drawRingMark(sheet);
  block(sheet, section, "P", sheet.lines(words.kicker, { ...styles.soft, face: "bold" }, sheet.width), 26);
  sheet.y += 6;
  block(sheet, section, "H1", sheet.lines(words.title, styles.title, sheet.width));
  const subtitle = { ...styles.h2, face: "sans", size: 12, leading: 16 } as const;
  const state = fill(words.subtitle, { day: longDay(review.on, language) });
  block(sheet, section, "P", sheet.lines(state, subtitle, sheet.width));
  sheet.y += 6;
  paragraph(sheet, section, words.purpose);
  heading(sheet, section, 2, words.counts);
  drawGroupCounts(
    context,
    section,
    reviewGroups.map((group) => ({ group, count: review.counts.byGroup[group] })),
  );
  sheet.y += 6;
  heading(sheet, section, 2, words.scope);
  drawFacts(sheet, section, scopeFacts(context));
  drawFactPairs(sheet, section, ...originFacts(context));
  heading(sheet, section, 2, words.basis);
  const { cover } = reportWords[language];
  drawTable(sheet, section, {
    columns: [
      { title: cover.basisWhat, share: 3 },
      { title: cover.basisVersion, share: 1.1 },
      { title: cover.basisAge, share: 0.9 },
      { title: cover.basisDigest, share: 2.6 },
    ],
    rows: basisRows(context),
    names: [0],
  });
  section.add(signature);
}

function scopeFacts({ review, words, language }: FormContext): Fact[] {
  const { population, period, on } = review;
  const { images, asked, errors, excluded } = population;
  const read = population.from === "kept-audits" ? words.fromAudits : words.fromSource;
  const parts = [
    countOf(read, images.length),
    ...(asked === undefined ? [] : [fill(words.asked, { names: shortList(asked) })]),
  ];
  const stated = review.technologies.filter(({ images: seen }) => seen.length === 0).length;
  return [
    { name: words.period, value: fill(words.periodValue, period) },
    { name: words.dayJudged, value: `${longDay(on, language)}, ${review.timeZone}` },
    { name: words.population, value: parts.join("; ") },
    { name: words.sources, value: population.sources.length === 0 ? words.none : shortList(population.sources) },
    { name: words.lookedAt, value: lookedAt() },
    ...(errors.length + excluded === 0
      ? []
      : [{ name: words.notRead, value: fill(words.notReadValue, { errors: errors.length, excluded }) }]),
    ...(stated === 0 ? [] : [{ name: words.byPeople, value: countOf(words.byPeopleValue, stated) }]),
  ];

  function lookedAt(): string {
    const days = images.map(({ audited }) => audited).sort();
    const [from] = days;
    const until = days.at(-1);
    if (from === undefined || until === undefined) return "–";
    const age = ageOf(from, on);
    if (from !== until) return fill(words.lookedAtValue, { from, until, age: dayCount(age, language) });
    return age === 0 ? words.lookedAtToday : fill(words.lookedAtDay, { day: from, age: dayCount(age, language) });
  }
}

function originFacts({ review, options, language }: FormContext): [Fact[], Fact[]] {
  const { cover } = reportWords[language];
  const { digest, version } = review.tool;
  return [
    [
      { name: cover.host, value: `${options.host.name} (${options.host.os})` },
      { name: cover.operator, value: options.operator ?? cover.notStated },
    ],
    [
      { name: cover.tool, value: `Plimsoll ${version}` },
      { name: cover.created, value: instantText(options.createdAt) },
      ...(digest === undefined
        ? []
        : [{ name: cover.toolDigest, value: [{ text: digest.replace(/^sha256:/, ""), style: styles.monoSoft }] }]),
    ],
  ];
}

function basisRows({ review, words, language, options }: FormContext): Row[] {
  const { source, date } = review.data.lifecycle;
  const hex = (digest: string) => ({ texts: [{ text: digest.replace(/^sha256:/, ""), style: styles.monoSoft }] });
  const file = (name: string, known: { readonly digest: string } | undefined): Row =>
    known === undefined ? [name, words.noFile, "", ""] : [name, "", "", hex(known.digest)];
  return [
    [fill(words.lifecycleData, { source }), date, dayCount(ageOf(date, review.on), language), ""],
    file(words.technologiesFile, review.technologiesFile),
    file(words.entitlementsFile, review.entitlementsFile),
    [words.reviewData, review.schema.replace("plimsoll/", ""), "", hex(options.dataSha256)],
  ];
}

/** Whole days; a day ahead of the one judged, as `--on` may have it, is no age. */
function ageOf(day: CalendarDay, on: CalendarDay): number {
  return Math.max(0, daysBetween(day, on));
}

function shortList(names: readonly string[]): string {
  const shown = names.slice(0, listed).join(", ");
  return names.length > listed ? `${shown}, +${names.length - listed}` : shown;
}
