// Running text on a sheet: headings, paragraphs, lists, commands. Each breaks over pages by itself and is tagged.
import { colour, type Style, styles } from "./paper.ts";
import { type Element, heightOf, type Line, type Sheet } from "./sheet.ts";

/**
 * Begins a part of the report: an entry of the outline and a heading. On a new page, but where it `isShort` (an empty
 * state of a line or two) on this one. Gives the part's element.
 */
export function openSection(sheet: Sheet, title: string, isShort = false): Element {
  if (isShort) {
    sheet.room(110);
    if (!isAtTop(sheet)) sheet.y += 24;
  } else sheet.freshPage();
  const section = sheet.element("Sect", sheet.root);
  sheet.doc.outline.addItem(title);
  block(sheet, section, "H1", sheet.lines(title, styles.h1, sheet.width));
  sheet.y += 3;
  sheet.rule(sheet.y, colour.ink, 1);
  sheet.y += 10;
  return section;
}

/** A heading that stays with at least `keep` points of what follows it. */
export function heading(sheet: Sheet, parent: Element, level: 2 | 3, text: string, keep = 40): void {
  const style = level === 2 ? styles.h2 : styles.h3;
  const lines = sheet.lines(text, style, sheet.width);
  const before = level === 2 ? 10 : 6;
  sheet.room(before + heightOf(lines) + keep);
  if (!isAtTop(sheet)) sheet.y += before;
  block(sheet, parent, level === 2 ? "H2" : "H3", lines);
  sheet.y += level === 2 ? 3 : 2;
}

export function paragraph(sheet: Sheet, parent: Element, text: string, style: Style = styles.body): void {
  block(sheet, parent, "P", sheet.lines(text, style, sheet.width));
  sheet.y += 5;
}

/** A list with round bullets. */
export function bullets(sheet: Sheet, parent: Element, items: readonly string[], style: Style = styles.body): void {
  const list = sheet.element("L", parent);
  for (const item of items) {
    const lines = sheet.lines(item, style, sheet.width - 12);
    sheet.room(Math.min(heightOf(lines), 4 * style.leading));
    const { doc, left, y } = sheet;
    sheet.artifact(() => doc.circle(left + 3.5, y + style.leading / 2, 1.4).fill(colour.soft));
    block(sheet, sheet.element("LI", list), "LBody", lines, 12);
    sheet.y += 2.5;
  }
  sheet.y += 3;
}

/** Commands to type, on a tinted ground, each on lines of its own. */
export function commands(sheet: Sheet, parent: Element, texts: readonly string[]): void {
  const lines = texts.flatMap((text) => sheet.lines(text, styles.mono, sheet.width - 16));
  sheet.room(heightOf(lines) + 10);
  const { doc, left, width, y } = sheet;
  sheet.artifact(() => doc.rect(left, y, width, heightOf(lines) + 10).fill(colour.sunken));
  sheet.y += 5;
  block(sheet, parent, "Code", lines, 8);
  sheet.y += 11;
}

/** Lines below the cursor, tagged as one element even where they run over a page; no line is left alone. */
export function block(sheet: Sheet, parent: Element, kind: string, lines: readonly Line[], indent = 0): void {
  const element = sheet.element(kind, parent);
  let rest = [...lines];
  while (rest.length > 0) {
    const part = fitting(sheet, rest);
    rest = rest.slice(part.length);
    sheet.mark(kind, element, () => sheet.draw(part, sheet.left + indent, sheet.y));
    sheet.y += heightOf(part);
  }
  element.end();
}

/** As many lines as the page takes, at least two before and after the break where there are as many. */
function fitting(sheet: Sheet, lines: readonly Line[]): readonly Line[] {
  const free = sheet.bottom - sheet.y;
  if (heightOf(lines) <= free) return lines;
  let count = 0;
  let height = 0;
  for (const { style } of lines) {
    height += style.leading;
    if (height > free) break;
    count += 1;
  }
  if (lines.length - count === 1) count -= 1;
  if (count < Math.min(2, lines.length) && !isAtTop(sheet)) {
    sheet.newPage();
    return fitting(sheet, lines);
  }
  return lines.slice(0, Math.max(1, count));
}

function isAtTop(sheet: Sheet): boolean {
  return sheet.y <= sheet.top;
}
