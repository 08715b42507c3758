// Tables that run over pages: the head is repeated, no row is broken (but one that is taller than a page), and every cell
// is tagged. Cells hold one or more texts of different styles and may begin with the shape of a status.
import type { Status } from "../../../shared/model/finding.ts";
import { colour, type Style, styles } from "./paper.ts";
import { type Element, heightOf, type Line, type Sheet } from "./sheet.ts";
import { drawStatusMark } from "./status-mark.ts";

export interface Column {
  readonly title: string;
  /** Share of the width that columns of a fixed width leave. */
  readonly share: number;
  /** In points, in place of a share. */
  readonly fixed?: number;
  readonly align?: "right";
}

export interface CellText {
  readonly text: string;
  readonly style?: Style;
}

export type Cell = string | { readonly mark?: Status; readonly texts: readonly CellText[] };

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Columns whose cells name what follows them in the row. */
  readonly names?: readonly number[];
  /** No line of titles: the rows speak for themselves. */
  readonly headless?: boolean;
  readonly indent?: number;
  /** No lines between the rows, which then stand closer. */
  readonly unruled?: boolean;
}

/** A row of cells, or a line over the whole width that names the rows after it. */
export type Row = readonly Cell[] | { readonly group: string; readonly note?: string };

interface SetCell {
  readonly lines: readonly Line[];
  readonly mark: Status | undefined;
}
interface SetRow {
  readonly kind: "cells" | "group";
  readonly cells: readonly SetCell[];
  /** From the top of the row to its first line. */
  readonly above: number;
  readonly height: number;
}
interface Track {
  readonly x: number;
  readonly width: number;
  readonly align: "right" | undefined;
}

const gap = 8;
const padding = 3;
const closePadding = 1;
const markSize = 7.6;
const markRoom = 12;
/** What is longer is cut and says so: about 15 lines, however narrow the column. */
const charactersPerPoint = 3;

/** Draws the table below the cursor. A table without rows is drawn as its head alone: say why it is empty instead. */
export function drawTable(sheet: Sheet, parent: Element, table: Table): void {
  const tracks = tracksOf(sheet, table);
  const element = sheet.element("Table", parent);
  const pad = table.unruled === true ? closePadding : padding;
  const head = table.headless === true ? null : setHead(sheet, table.columns, tracks);
  let isHeadDrawn = false;
  for (const [index, row] of table.rows.entries()) {
    const set = setRow(sheet, row, tracks, pad);
    const next = set.kind === "group" ? table.rows[index + 1] : undefined;
    const needed = set.height + (next === undefined ? 0 : setRow(sheet, next, tracks, pad).height);
    const headHeight = head?.height ?? 0;
    if (!isHeadDrawn) {
      sheet.room(headHeight + needed);
      if (head !== null) drawHead(sheet, element, head, tracks, false);
      isHeadDrawn = true;
    } else if (sheet.y + needed > sheet.bottom) {
      sheet.newPage();
      if (head !== null) drawHead(sheet, element, head, tracks, true);
    }
    for (const part of parts(set, sheet.bottom - sheet.y, sheet.bottom - sheet.top - headHeight)) {
      if (part !== set && sheet.y + part.height > sheet.bottom) {
        sheet.newPage();
        if (head !== null) drawHead(sheet, element, head, tracks, true);
      }
      drawRow(sheet, element, part, tracks, table);
    }
  }
  element.end();
  sheet.y += table.unruled === true ? 3 : 6;
}

/** How high the table will be, heads that are repeated left out. */
export function tableHeight(sheet: Sheet, table: Table): number {
  const tracks = tracksOf(sheet, table);
  const pad = table.unruled === true ? closePadding : padding;
  const head = table.headless === true ? 0 : setHead(sheet, table.columns, tracks).height;
  return table.rows.reduce((sum, row) => sum + setRow(sheet, row, tracks, pad).height, head);
}

function tracksOf(sheet: Sheet, table: Table): Track[] {
  const indent = table.indent ?? 0;
  const shares = table.columns.reduce((sum, { share, fixed }) => sum + (fixed === undefined ? share : 0), 0);
  const fixedWidth = table.columns.reduce((sum, { fixed }) => sum + (fixed ?? 0), 0);
  const free = sheet.width - indent - fixedWidth - gap * (table.columns.length - 1);
  let x = sheet.left + indent;
  return table.columns.map(({ share, fixed, align }) => {
    const track = { x, width: fixed ?? (free * share) / shares, align };
    x += track.width + gap;
    return track;
  });
}

function setHead(sheet: Sheet, columns: readonly Column[], tracks: readonly Track[]): SetRow {
  const cells = columns.map(({ title }, index) => ({
    lines: sheet.lines(title, styles.head, tracks[index]?.width ?? 0),
    mark: undefined,
  }));
  return cellsRow(cells, padding);
}

function cellsRow(cells: readonly SetCell[], pad: number): SetRow {
  const height = Math.max(0, ...cells.map((cell) => heightOf(cell.lines))) + 2 * pad;
  return { kind: "cells", cells, above: pad, height };
}

function setRow(sheet: Sheet, row: Row, tracks: readonly Track[], pad: number): SetRow {
  if ("group" in row) {
    const width = sheet.left + sheet.width - (tracks[0]?.x ?? sheet.left);
    const lines = [
      ...sheet.lines(row.group, styles.cellBold, width),
      ...(row.note === undefined ? [] : sheet.lines(row.note, styles.monoSoft, width)),
    ];
    return {
      kind: "group",
      cells: [{ lines, mark: undefined }],
      above: padding + 4,
      height: heightOf(lines) + 2 * padding + 4,
    };
  }
  const cells = tracks.map((track, index) => setCell(sheet, row[index] ?? "", track.width));
  return cellsRow(cells, pad);
}

function setCell(sheet: Sheet, cell: Cell, width: number): SetCell {
  const { mark, texts } = typeof cell === "string" ? { mark: undefined, texts: [{ text: cell }] } : cell;
  const room = mark === undefined ? width : width - markRoom;
  const blocks = texts.map(({ text, style }: CellText) =>
    sheet.lines(text, style ?? styles.cell, room, Math.round(room * charactersPerPoint)),
  );
  const lines = blocks.flatMap((block, index) => (index < blocks.length - 1 ? apart(block) : block));
  return { lines, mark };
}

/** Ends with a space, so that the next text of the cell does not run into this one when both are read aloud. */
function apart(lines: readonly Line[]): Line[] {
  return lines.map((line, index) => (index === lines.length - 1 ? { ...line, text: `${line.text} ` } : line));
}

/** A row taller than a page is the one that breaks; its first part takes what is left of this page. */
function parts(row: SetRow, free: number, whole: number): readonly SetRow[] {
  if (row.height <= whole) return [row];
  const result: SetRow[] = [];
  let cells = row.cells;
  let room = free;
  while (cells.some((cell) => cell.lines.length > 0)) {
    const taken = cells.map((cell) => ({ ...cell, lines: fitting(cell.lines, room - 2 * padding) }));
    cells = cells.map((cell, index) => ({ mark: undefined, lines: cell.lines.slice(taken[index]?.lines.length ?? 0) }));
    if (taken.some((cell) => cell.lines.length > 0)) {
      result.push(cellsRow(taken, padding));
    } else if (room >= whole) break;
    room = whole;
  }
  return result;
}

function fitting(lines: readonly Line[], room: number): readonly Line[] {
  let height = 0;
  const end = lines.findIndex((line) => {
    height += line.style.leading;
    return height > room;
  });
  return end < 0 ? lines : lines.slice(0, end);
}

function drawHead(sheet: Sheet, table: Element, head: SetRow, tracks: readonly Track[], isRepeated: boolean): void {
  const { y } = sheet;
  const titleAt = (index: number): (() => void) => {
    const cell = head.cells[index];
    const track = tracks[index];
    return () => {
      if (cell === undefined || track === undefined) return;
      // Titles of several lines and of one end on the same base line.
      const top = y + head.height - padding - heightOf(cell.lines);
      sheet.draw(cell.lines, track.x, top, rightOf(track));
    };
  };
  if (isRepeated) {
    sheet.artifact(() => {
      for (const index of tracks.keys()) titleAt(index)();
    }, "Pagination");
  } else {
    const row = sheet.element("TR", table);
    for (const index of tracks.keys()) {
      const cell = sheet.element("TH", row, { scope: "Column" });
      sheet.mark("TH", cell, titleAt(index));
      cell.end();
    }
    row.end();
  }
  sheet.y += head.height;
  sheet.rule(sheet.y, colour.ink, 0.75, tracks[0]?.x);
}

function drawRow(sheet: Sheet, element: Element, set: SetRow, tracks: readonly Track[], table: Table): void {
  const top = sheet.y + set.above;
  const row = sheet.element("TR", element);
  for (const [index, { lines, mark }] of set.cells.entries()) {
    const track = tracks[index];
    if (track === undefined) continue;
    const leading = lines[0]?.style.leading ?? 0;
    if (mark !== undefined) drawStatusMark(sheet, mark, track.x, top + (leading - markSize) / 2, markSize);
    const isName = set.kind === "group" || table.names?.includes(index) === true;
    const kind = isName ? "TH" : "TD";
    const cell = sheet.element(kind, row, isName ? { scope: "Row" } : {});
    const x = track.x + (mark === undefined ? 0 : markRoom);
    if (lines.length > 0) sheet.mark(kind, cell, () => sheet.draw(lines, x, top, rightOf(track)));
    cell.end();
  }
  row.end();
  sheet.y += set.height;
  if (table.unruled !== true) sheet.rule(sheet.y, colour.faint, 0.4, tracks[0]?.x);
}

function rightOf(track: Track): { right: number } | undefined {
  return track.align === "right" ? { right: track.x + track.width } : undefined;
}
