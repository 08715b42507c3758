// The windows of all components on one time axis, by product, over as many pages as it takes; every page has its axis. A
// picture of the table that follows it, so it is skipped when the report is read aloud. Layout: shared/drawing/time-line.ts,
// the same as in the window; patterns: time-axis-marks.ts.
import type { CalendarDay } from "../../../shared/calendar-day.ts";
import {
  type BandLook,
  endDays,
  layOutTimeLine,
  type PlacedItem,
  type TimeLine,
  type TimeLineMeasures,
} from "../../../shared/drawing/time-line.ts";
import { endMark } from "../../../shared/drawing/time-line-marks.ts";
import { type ComponentRow, componentRows, nameUnder } from "../../../shared/drawing/time-line-rows.ts";
import { wholeYears } from "../../../shared/drawing/time-scale.ts";
import type { Audit } from "../../../shared/model/audit.ts";
import type { LifecycleEntry } from "../../../shared/model/lifecycle.ts";
import { countOf, fill } from "../../../shared/wording/report/fill.ts";
import { longDay } from "./figures.ts";
import { heading, paragraph } from "./flow.ts";
import { colour, styles } from "./paper.ts";
import type { ReportContext } from "./report-context.ts";
import type { Element } from "./sheet.ts";
import { drawLook, drawMark, drawRowBands } from "./time-axis-marks.ts";

/** In points. */
export const paperMeasures: TimeLineMeasures = {
  band: 8,
  lane: 4.4,
  laneGap: 1.8,
  padding: 7.5,
  group: 13,
  yearLabel: 24,
  quarterLabel: 18,
  monthLabel: 20,
};
const labelWidth = 150;
const headHeight = 21;
const yearsBefore = 4;
const yearsAfter = 8;
const legendWidth = 118;

type AxisRow = Pick<ComponentRow, "entry" | "images"> & { readonly group: string };

/** Heading, axis with every component, legend. Draws nothing where no component could be put on it. */
export function drawTimeAxis(context: ReportContext, parent: Element): void {
  const { sheet, words, run, language } = context;
  const { support } = words;
  const rows = axisRows(run.images, run.on);
  if (rows.length === 0) return;
  const line = axisOf(rows, run.on, sheet.width - labelWidth);
  heading(sheet, parent, 2, support.axis, 90);
  paragraph(sheet, parent, fill(support.axisNote, { day: longDay(run.on, language) }), styles.soft);
  for (const items of pagesOf(line.items, sheet.bottom - sheet.y - headHeight, sheet.bottom - sheet.top - headHeight)) {
    const height = items.reduce((sum, item) => sum + item.height, 0);
    sheet.room(headHeight + height);
    drawPage(context, line, items, height);
  }
  sheet.y += 6;
  drawLegend(context);
}

/** Each distinct component with the images that hold it, by product, what ends first on top. */
export function axisRows(images: readonly Audit[], on: CalendarDay): AxisRow[] {
  const placed = images.map(({ lifecycle }) => lifecycle.filter(({ status }) => status !== "none"));
  return componentRows(placed, on).map(({ entry, product, images: holders }) => ({
    entry,
    images: holders,
    group: product,
  }));
}

/** Whole years around the day of the report that hold the ends near it; the others stand in the table. */
export function axisOf(rows: readonly AxisRow[], on: CalendarDay, width: number): TimeLine<AxisRow> {
  const entries = rows.map(({ entry }) => entry);
  const { first, last } = wholeYears(endDays(entries, on), on);
  const year = Number(on.slice(0, 4));
  const [earliest, latest] = [`${year - yearsBefore}-01-01`, `${year + yearsAfter}-12-31`] as CalendarDay[];
  return layOutTimeLine({
    rows,
    first: earliest !== undefined && first < earliest ? earliest : first,
    last: latest !== undefined && last > latest ? latest : last,
    today: on,
    width,
    measures: paperMeasures,
  });
}

type Item = PlacedItem<AxisRow>;

/** Headings and rows by page: a heading stays with its first row, and is said again where a page breaks its group. */
export function pagesOf(items: readonly Item[], firstRoom: number, room: number): Item[][] {
  const pages: Item[][] = [];
  let page: Item[] = [];
  let left = firstRoom;
  let group: Item | null = null;
  for (const [index, item] of items.entries()) {
    const next = items[index + 1];
    const needed = item.height + (item.kind === "group" ? (next?.height ?? 0) : 0);
    if (needed > left && (page.length > 0 || left < room)) {
      if (page.length > 0) pages.push(page);
      page = [];
      left = room;
      if (item.kind === "row" && group !== null) {
        page.push(group);
        left -= group.height;
      }
    }
    if (item.kind === "group") group = item;
    page.push(item);
    left -= item.height;
  }
  return page.length > 0 ? [...pages, page] : pages;
}

function drawPage(context: ReportContext, line: TimeLine<AxisRow>, items: readonly Item[], height: number): void {
  const { sheet } = context;
  const { doc, y } = sheet;
  const left = sheet.left + labelWidth;
  const { width } = line.scale;
  const top = y + headHeight;
  sheet.artifact(() => {
    if (line.pastWidth > 0) doc.rect(left, y, line.pastWidth, headHeight + height).fill(colour.sunken);
    for (const { x, value, labelX } of line.ticks.years) {
      const from = x > 0 ? y : top;
      doc
        .moveTo(left + x, from)
        .lineTo(left + x, top + height)
        .lineWidth(0.4)
        .stroke(colour.faint);
      if (labelX !== null) sheet.draw([{ text: String(value), style: styles.cellSoft }], left + labelX, y + 1);
    }
    doc
      .moveTo(sheet.left, top)
      .lineTo(left + width, top)
      .lineWidth(0.5)
      .stroke(colour.line);
    let at = top;
    for (const item of items) {
      if (item.kind === "group") {
        const [label] = sheet.lines(item.label, styles.cellBold, labelWidth - 8, 80);
        if (label !== undefined) sheet.draw([label], sheet.left, at + item.height - styles.cellBold.leading);
      } else drawRow(context, line, item.row, at, item.height);
      at += item.height;
    }
    if (line.todayX !== null) {
      doc
        .moveTo(left + line.todayX, y + 11)
        .lineTo(left + line.todayX, top + height)
        .lineWidth(1.1)
        .stroke(colour.ink);
      // On the side where there is more room.
      const isRight = line.todayX > width / 2;
      const x = left + line.todayX + (isRight ? -3 : 3);
      sheet.draw([{ text: line.today, style: styles.query }], x, y + 12, ...(isRight ? [{ right: x }] : []));
    }
  });
  sheet.y += headHeight + height;
}

function drawRow(
  { sheet, words, text }: ReportContext,
  line: TimeLine<AxisRow>,
  row: AxisRow,
  y: number,
  height: number,
): void {
  const { entry, images } = row;
  const count = images.length > 1 ? countOf(words.support.axisImages, images.length) : "";
  const [name] = sheet.lines(
    nameUnder(row.group, entry.component.label),
    styles.cell,
    labelWidth - (count === "" ? 14 : 60),
    80,
  );
  const middle = y + (height - styles.cell.leading) / 2;
  if (name !== undefined) sheet.draw([name], sheet.left + 6, middle);
  if (count !== "") {
    const right = sheet.left + labelWidth - 8;
    sheet.draw([{ text: count, style: styles.cellSoft }], right, middle + 0.4, { right });
  }
  const left = sheet.left + labelWidth;
  const drawing = line.draw(row);
  drawRowBands(sheet.doc, drawing, left, y, line.scale.width);
  for (const { look, x, width, y: bandY, height: bandHeight } of drawing.bands) {
    if (look !== "unknown" && (look !== "estimate" || width < 14)) continue;
    const bandMiddle = y + bandY + bandHeight / 2;
    const style = look === "unknown" ? styles.cellBold : styles.query;
    const at = look === "unknown" ? left + x + 4 : left + x + width / 2 - 2;
    sheet.draw([{ text: "?", style }], at, bandMiddle - style.leading / 2);
    const reason = look === "unknown" ? reasonOf(entry, text) : null;
    const [why] = reason === null ? [] : sheet.lines(reason, styles.furniture, width - 20, 160);
    if (why !== undefined) sheet.draw([why], at + 9, bandMiddle - styles.furniture.leading / 2);
  }
}

function reasonOf(entry: LifecycleEntry, text: ReportContext["text"]): string | null {
  return entry.phrase === undefined && entry.reason === undefined
    ? null
    : text.sentence(entry.phrase, entry.reason ?? "");
}

function drawLegend({ sheet, words }: ReportContext): void {
  const { support } = words;
  const looks: readonly [BandLook, string][] = [
    ["supported", support.supported],
    ["security-only", support.securityOnly],
    ["extended-covered", support.extendedCovered],
    ["extended-open", support.extendedOpen],
    ["estimate", support.estimate],
    ["after", support.after],
    ["unknown", support.unknown],
  ];
  const signs = [
    ["eol", support.signEnd],
    ["cover", support.signCover],
    ["opinion", support.signOpinion],
  ] as const;
  const perLine = Math.max(1, Math.floor(sheet.width / (legendWidth + 30)));
  const count = looks.length + signs.length;
  sheet.room(Math.ceil(count / perLine) * 13 + 4);
  const { doc, left, y } = sheet;
  const placeOf = (index: number) => ({
    x: left + (index % perLine) * (sheet.width / perLine),
    top: y + Math.floor(index / perLine) * 13,
  });
  sheet.artifact(() => {
    for (const [index, [look, word]] of looks.entries()) {
      const { x, top } = placeOf(index);
      drawLook(doc, look, x, top + 1.5, 22, 8);
      if (look === "estimate" || look === "unknown") {
        sheet.draw([{ text: "?", style: styles.query }], x + 9, top + 5.5 - styles.query.leading / 2);
      }
      sheet.draw([{ text: word, style: styles.cellSoft }], x + 28, top + 0.7);
    }
    for (const [index, [kind, word]] of signs.entries()) {
      const { x, top } = placeOf(looks.length + index);
      drawMark(doc, endMark({ kind, x: 11, y: 0, height: 8 }), x, top + 1.5);
      sheet.draw([{ text: word, style: styles.cellSoft }], x + 28, top + 0.7);
    }
  });
  sheet.y += Math.ceil(count / perLine) * 13 + 4;
}
