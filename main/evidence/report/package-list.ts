// Packages in narrow columns, by kind and name: compact, since an image holds hundreds. One list item a package.
import { compareText } from "../../../shared/compare-text.ts";
import type { Facts } from "../../../shared/model/facts.ts";
import { countOf } from "../../../shared/wording/report/fill.ts";
import { paragraph } from "./flow.ts";
import { styles } from "./paper.ts";
import type { ReportContext } from "./report-context.ts";
import type { Element, Line, Sheet } from "./sheet.ts";

type Package = Facts["packages"][number];

const columns = 3;
const gap = 10;
/** On paper; the rest stands in the attached data, and its number is said. */
const shownPackages = 3000;

/** Draws the list below the cursor, filled column by column, page by page. */
export function drawPackages({ sheet, words }: ReportContext, parent: Element, packages: readonly Package[]): void {
  const width = (sheet.width - gap * (columns - 1)) / columns;
  const shown = [...packages].sort(byKindAndName).slice(0, shownPackages);
  // A library may be installed at many places of one image: one line, with how often.
  const items = [...timesOf(shown)].map(([text, times]) =>
    sheet.lines(times === 1 ? text : `${text} × ${times}`, styles.monoSoft, width, 160),
  );
  const list = sheet.element("L", parent);
  let rest = items;
  while (rest.length > 0) {
    sheet.room(3 * styles.monoSoft.leading);
    const page = balanced(rest, sheet.bottom - sheet.y);
    rest = rest.slice(page.reduce((sum, column) => sum + column.length, 0));
    drawColumns(sheet, list, page, width);
  }
  list.end();
  const more = packages.length - shown.length;
  if (more > 0) paragraph(sheet, parent, countOf(words.annex.packagesMore, more), styles.soft);
  sheet.y += 4;
}

/** The next items in columns of about equal height, none higher than `room`. */
function balanced(items: readonly (readonly Line[])[], room: number): (readonly Line[])[][] {
  const total = items.reduce((sum, lines) => sum + heightOf(lines), 0);
  const goal = Math.min(room, Math.ceil(total / columns) + styles.monoSoft.leading);
  const result: (readonly Line[])[][] = [];
  let index = 0;
  while (result.length < columns && index < items.length) {
    const column: (readonly Line[])[] = [];
    let height = 0;
    for (; index < items.length; index += 1) {
      const item = items[index] ?? [];
      if (column.length > 0 && height + heightOf(item) > goal) break;
      column.push(item);
      height += heightOf(item);
    }
    result.push(column);
  }
  return result;
}

function drawColumns(sheet: Sheet, list: Element, page: readonly (readonly Line[])[][], width: number): void {
  const top = sheet.y;
  let lowest = top;
  for (const [index, column] of page.entries()) {
    let y = top;
    for (const lines of column) {
      const body = sheet.element("LBody", sheet.element("LI", list));
      sheet.mark("LBody", body, () => sheet.draw(lines, sheet.left + index * (width + gap), y));
      y += heightOf(lines);
    }
    lowest = Math.max(lowest, y);
  }
  sheet.y = lowest + 2;
}

/** Each package as it is written, with how often it is there, in order. */
function timesOf(packages: readonly Package[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { type, name, version } of packages) {
    const text = `${type}  ${name} ${version}`;
    times.set(text, (times.get(text) ?? 0) + 1);
  }
  return times;
}

function heightOf(lines: readonly Line[]): number {
  return lines.length * styles.monoSoft.leading;
}

function byKindAndName(a: Package, b: Package): number {
  return compareText(a.type, b.type) || compareText(a.name, b.name) || compareText(a.version, b.version);
}
