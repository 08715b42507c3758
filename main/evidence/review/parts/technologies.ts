// The table of all technologies: what needs care first, each with its days, their source, and what people said of it.
import { addDays, type CalendarDay, daysBetween, isDay } from "../../../../shared/calendar-day.ts";
import { type ReviewedTechnology, reviewGroups } from "../../../../shared/model/technology.ts";
import { countOf, fill } from "../../../../shared/wording/report/fill.ts";
import { groupMarks } from "../../../../shared/wording/review/group-marks.ts";
import { say } from "../../../../shared/wording/say.ts";
import { lifecycleWords } from "../../../../shared/wording/status.ts";
import { dayCount } from "../../report/figures.ts";
import { openSection, paragraph } from "../../report/flow.ts";
import { styles } from "../../report/paper.ts";
import { type Cell, type CellText, drawTable, type Row } from "../../report/table.ts";
import type { FormContext } from "../form-context.ts";

const shownVersions = 4;
/** A day in the type of cells. */
const dayWidth = 50;

export function drawTechnologies(context: FormContext): void {
  const { sheet, words, review } = context;
  const { table } = words;
  const section = openSection(sheet, table.title);
  if (review.technologies.length === 0) {
    paragraph(sheet, section, table.none);
    return;
  }
  paragraph(sheet, section, table.intro);
  const numbered = review.technologies.map((technology, index) => ({ technology, number: index + 1 }));
  const rows = reviewGroups.flatMap((group): Row[] => {
    const inGroup = numbered.filter(({ technology }) => technology.group === group);
    if (inGroup.length === 0) return [];
    const head = { group: `${words.groupTitles[group]} (${inGroup.length})` };
    return [head, ...inGroup.map(({ technology, number }) => rowOf(context, technology, number))];
  });
  drawTable(sheet, section, {
    columns: [
      { title: table.technology, share: 2.7 },
      { title: table.status, share: 1.55 },
      { title: table.security, share: 0, fixed: dayWidth },
      { title: table.cover, share: 1.5 },
      { title: table.who, share: 2 },
      { title: table.approval, share: 1.3 },
      { title: table.review, share: 1.35 },
    ],
    names: [0],
    rows,
  });
}

function rowOf(context: FormContext, technology: ReviewedTechnology, number: number): Row {
  const isFollowing = technology.group === "follows";
  return [
    nameCell(context, technology, number),
    statusCell(context, technology),
    isDay(technology.security) ? technology.security : context.words.table.words[technology.security],
    coverCell(context, technology),
    ...(isFollowing
      ? ["–", "–", "–"]
      : [planCell(context, technology), approvalCell(context, technology), reviewCell(context, technology)]),
  ];
}

function nameCell({ words, review, language }: FormContext, technology: ReviewedTechnology, number: number): Cell {
  const { table } = words;
  const { label, versions, images, kind, why, sources } = technology;
  const age = (asOf: CalendarDay): string => dayCount(Math.max(0, daysBetween(asOf, review.on)), language);
  const isStated = kind === "software" || kind === "hardware" || kind === "service";
  const unsaid = versions.filter((version) => !label.includes(version));
  const list = unsaid.slice(0, shownVersions).join(", ");
  const more = unsaid.length - shownVersions;
  const versionText = more > 0 ? `${list}, ${fill(table.more, { n: more })}` : list;
  return {
    texts: [
      { text: `${number}. ${label}`, style: styles.cellBold },
      ...(unsaid.length === 0 ? [] : [soft(countOf(table.versions, unsaid.length, { list: versionText }))]),
      ...(images.length === 0 ? [] : [soft(countOf(table.images, images.length))]),
      ...(isStated ? [soft(`${table.kinds[kind]}, ${table.stated}`)] : []),
      ...(why === undefined ? [] : [soft(say(why, language))]),
      ...sources.map(({ source, asOf }) =>
        soft(asOf === undefined ? source : fill(table.asOf, { source, day: asOf, age: age(asOf) })),
      ),
    ],
  };
}

function statusCell({ words, language }: FormContext, technology: ReviewedTechnology): Cell {
  const { table } = words;
  const { status, cover, group } = technology;
  const isPast = group === "past-unplanned" || group === "past-planned";
  const since = isPast && isDay(cover.until) ? fill(table.past, { day: addDays(cover.until, 1) }) : null;
  const word =
    status === undefined
      ? cover.until === "unknown"
        ? table.unstated
        : table.statedEnd
      : lifecycleWords[status][language];
  return {
    mark: groupMarks[group],
    texts: [{ text: word }, ...(since === null ? [] : [soft(since)])],
  };
}

function coverCell({ words }: FormContext, { cover }: ReviewedTechnology): Cell {
  const { table } = words;
  const { until, by, contracts } = cover;
  return {
    texts: [
      { text: isDay(until) ? until : table.words[until] },
      ...(by.length === 0 ? [] : [soft(fill(table.by, { names: by.join(", ") }))]),
      ...(contracts.length === 0 ? [] : [soft(fill(table.contract, { names: contracts.join(", ") }))]),
    ],
  };
}

function planCell({ words }: FormContext, { entry, gaps }: ReviewedTechnology): Cell {
  const { table, actions } = words;
  const plan = entry?.plan;
  const target = plan?.target === undefined ? "" : `, ${fill(table.until, { day: plan.target })}`;
  return {
    texts: [
      entry?.owner === undefined ? soft(table.noOwner) : { text: entry.owner },
      plan === undefined
        ? soft(gaps.includes("plan") ? table.noPlan : table.noPlanNeeded)
        : { text: `${actions[plan.action]}${target}`, style: styles.cellBold },
      ...(plan?.text === undefined ? [] : [soft(plan.text)]),
      ...gaps
        .filter((gap) => gap.startsWith("target") || gap === "kept-past-end")
        .map((gap) => ({ text: `! ${words.gaps[gap]}`, style: styles.cell })),
    ],
  };
}

function approvalCell({ words, review }: FormContext, { entry, gaps }: ReviewedTechnology): Cell {
  const { table } = words;
  if (entry?.approver === undefined || entry.approved === undefined)
    return gaps.includes("approver") ? { texts: [soft(table.notApproved)] } : "–";
  const isLater = entry.approved > review.on;
  const when = fill(isLater ? table.approvedLater : table.approvedOn, { day: entry.approved });
  return { texts: [{ text: entry.approver }, soft(when)] };
}

function reviewCell({ words, review }: FormContext, technology: ReviewedTechnology): Cell {
  const { table } = words;
  const { entry, reviewHolds: holds, dueInPeriod } = technology;
  if (entry?.reviewed === undefined || holds === undefined)
    return { texts: [{ text: table.never, style: styles.cellBold }] };
  const next = addDays(holds, 1);
  const state =
    holds < review.on
      ? { text: `! ${fill(table.due, { day: next })}`, style: styles.cellBold }
      : soft(dueInPeriod ? fill(table.dueInPeriod, { day: next }) : fill(table.holds, { day: holds }));
  const by = entry.reviewer === undefined ? [] : [soft(fill(table.by1, { name: entry.reviewer }))];
  return { texts: [{ text: entry.reviewed }, ...by, state] };
}

function soft(text: string): CellText {
  return { text, style: styles.cellSoft };
}
