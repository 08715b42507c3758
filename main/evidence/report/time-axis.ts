// The windows of the components as bands on a time axis. A picture of the table that follows it, so it is skipped when the
// report is read aloud. Looks: shared/drawing/support-windows.ts; told apart by pattern, not by hue.
import { addDays, type CalendarDay, daysBetween } from "../../../shared/calendar-day.ts";
import { supportStretches, type WindowLook } from "../../../shared/drawing/support-windows.ts";
import type { Audit } from "../../../shared/model/audit.ts";
import type { LifecycleEntry } from "../../../shared/model/lifecycle.ts";
import { countOf, fill } from "../../../shared/wording/report/fill.ts";
import { longDay } from "./figures.ts";
import { heading, paragraph } from "./flow.ts";
import { colour, styles } from "./paper.ts";
import type { ReportContext } from "./report-context.ts";
import type { Doc, Element, Sheet } from "./sheet.ts";

const shownRows = 18;
const rowHeight = 15;
const bandHeight = 8;
const labelWidth = 150;
const yearsBefore = 2;
const yearsAfter = 5;
const bandColour = "#3d5a80";
const legendWidth = 118;

interface Axis {
  readonly first: CalendarDay;
  readonly last: CalendarDay;
  readonly xOf: (day: CalendarDay) => number;
}

/** Heading, axis, legend. Draws nothing where no component could be put on it. */
export function drawTimeAxis(context: ReportContext, parent: Element): void {
  const { sheet, words, run, language } = context;
  const { support } = words;
  const entries = axisEntries(run.images);
  if (entries.length === 0) return;
  const shown = entries.slice(0, shownRows);
  heading(sheet, parent, 2, support.axis, 20 + (shown.length + 2) * rowHeight);
  paragraph(sheet, parent, fill(support.axisNote, { day: longDay(run.on, language) }), styles.soft);
  const axis = axisOn(sheet, run.on);
  drawScale(sheet, axis, shown.length);
  for (const entry of shown) drawBand(sheet, axis, entry);
  drawToday(sheet, axis, run.on, shown.length);
  sheet.y += 6;
  drawLegend(context);
  const rest = entries.length - shown.length;
  if (rest > 0) paragraph(sheet, parent, countOf(support.axisMore, rest), styles.soft);
}

/** Each component once, those whose own end comes first on top, those without a date last. */
function axisEntries(images: readonly Audit[]): LifecycleEntry[] {
  const entries = new Map<string, LifecycleEntry>();
  for (const audit of images) {
    for (const entry of audit.lifecycle) {
      if (entry.component.distroPackaged === true || entry.status === "none") continue;
      const covers = entry.coverage.map(({ entitled }) => entitled).join();
      entries.set([entry.component.label, entry.status, entry.dates.eol, covers].join("|"), entry);
    }
  }
  const endOf = ({ status, dates }: LifecycleEntry): string =>
    typeof dates.eol === "string" && status !== "unknown" ? dates.eol : status === "eol" ? "0000" : "9999";
  return [...entries.values()].sort((a, b) => {
    const [left, right] = [endOf(a) + a.component.label, endOf(b) + b.component.label];
    return left < right ? -1 : left > right ? 1 : 0;
  });
}

function axisOn(sheet: Sheet, on: CalendarDay): Axis {
  const first = addDays(on, -yearsBefore * 365);
  const last = addDays(on, yearsAfter * 365);
  const left = sheet.left + labelWidth;
  const days = daysBetween(first, last);
  return { first, last, xOf: (day) => left + (daysBetween(first, day) / days) * (sheet.width - labelWidth) };
}

function drawScale(sheet: Sheet, axis: Axis, rows: number): void {
  const { doc, y } = sheet;
  const bottom = y + 14 + rows * rowHeight;
  sheet.artifact(() => {
    for (let year = Number(axis.first.slice(0, 4)) + 1; year <= Number(axis.last.slice(0, 4)); year += 1) {
      const x = axis.xOf(`${year}-01-01` as CalendarDay);
      doc
        .moveTo(x, y + 11)
        .lineTo(x, bottom)
        .lineWidth(0.4)
        .stroke(colour.faint);
      sheet.draw([{ text: String(year), style: styles.cellSoft }], x + 2, y);
    }
  });
  sheet.y += 14;
}

function drawBand(sheet: Sheet, axis: Axis, entry: LifecycleEntry): void {
  const { doc, y } = sheet;
  const [label] = sheet.lines(entry.component.label, styles.cell, labelWidth - 8, 80);
  const top = y + (rowHeight - bandHeight) / 2;
  sheet.artifact(() => {
    if (label !== undefined) sheet.draw([label], sheet.left, y + (rowHeight - styles.cell.leading) / 2);
    for (const { look, from, to } of supportStretches(entry, axis.first, axis.last)) {
      const x = axis.xOf(from);
      drawLook(doc, look, x, top, Math.max(axis.xOf(to) - x, 0.8));
      if (look === "unknown") sheet.draw([{ text: "?", style: styles.cellBold }], x + 4, top + bandHeight / 2 - 5.2);
    }
  });
  sheet.y += rowHeight;
}

function drawToday(sheet: Sheet, axis: Axis, on: CalendarDay, rows: number): void {
  const x = axis.xOf(on);
  const { doc, y } = sheet;
  sheet.artifact(() =>
    doc
      .moveTo(x, y - rows * rowHeight - 4)
      .lineTo(x, y + 2)
      .lineWidth(1.1)
      .stroke(colour.ink),
  );
}

function drawLook(doc: Doc, look: WindowLook, x: number, y: number, width: number): void {
  const box = () => doc.rect(x, y, width, bandHeight);
  const stripes = (step: number, lean: 1 | -1) => {
    for (let from = x - bandHeight; from < x + width + bandHeight; from += step) {
      const [a, b] = lean === 1 ? [from, from + bandHeight] : [from + bandHeight, from];
      doc.moveTo(a, y + bandHeight).lineTo(b, y);
    }
  };
  doc.save();
  switch (look) {
    case "supported":
      box().fill(bandColour);
      break;
    case "security-only":
      box().fill(bandColour);
      box().clip();
      stripes(4, 1);
      doc.lineWidth(1.1).stroke("#ffffff");
      break;
    case "extended-covered":
      box().clip();
      for (let dot = x + 2; dot < x + width; dot += 4) {
        doc.circle(dot, y + 2.4, 0.8).circle(dot + 2, y + 5.6, 0.8);
      }
      doc.fill(bandColour);
      break;
    case "after":
      box().clip();
      stripes(4, 1);
      stripes(4, -1);
      doc.lineWidth(0.5).stroke(colour.line);
      break;
    case "unknown":
      box().fill(colour.sunken);
      break;
    case "extended-open":
      break;
  }
  doc.restore();
  doc.rect(x + 0.3, y + 0.3, Math.max(width - 0.6, 0.2), bandHeight - 0.6).lineWidth(0.6);
  doc.stroke(look === "after" || look === "unknown" ? colour.line : bandColour);
}

function drawLegend({ sheet, words }: ReportContext): void {
  const { support } = words;
  const looks: readonly [WindowLook, string][] = [
    ["supported", support.supported],
    ["security-only", support.securityOnly],
    ["extended-covered", support.extendedCovered],
    ["extended-open", support.extendedOpen],
    ["after", support.after],
    ["unknown", support.unknown],
  ];
  const perLine = Math.max(1, Math.floor(sheet.width / (legendWidth + 30)));
  const { doc, left, y } = sheet;
  sheet.artifact(() => {
    for (const [index, [look, word]] of looks.entries()) {
      const x = left + (index % perLine) * (sheet.width / perLine);
      const top = y + Math.floor(index / perLine) * 13;
      drawLook(doc, look, x, top + 1.5, 22);
      sheet.draw([{ text: word, style: styles.cellSoft }], x + 28, top + 0.7);
    }
  });
  sheet.y += Math.ceil(looks.length / perLine) * 13 + 4;
}
