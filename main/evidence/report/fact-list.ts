// Names and values in one or two columns, as on the cover and at the head of each image.

import { styles } from "./paper.ts";
import type { Element, Sheet } from "./sheet.ts";
import type { CellText, Row } from "./table.ts";
import { drawTable } from "./table.ts";

export interface Fact {
  readonly name: string;
  readonly value: string | readonly CellText[];
}

const nameWidth = 84;

/** One column: for values that may be long. */
export function drawFacts(sheet: Sheet, parent: Element, facts: readonly Fact[]): void {
  drawTable(sheet, parent, {
    columns: [
      { title: "", share: 0, fixed: nameWidth },
      { title: "", share: 1 },
    ],
    rows: facts.map(rowOf),
    names: [0],
    headless: true,
  });
}

/** Two columns side by side, each read from top to bottom by eye and row by row aloud. */
export function drawFactPairs(sheet: Sheet, parent: Element, left: readonly Fact[], right: readonly Fact[]): void {
  const rows: Row[] = [];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    rows.push([left[index], right[index]].flatMap((fact) => (fact === undefined ? ["", ""] : rowOf(fact))));
  }
  drawTable(sheet, parent, {
    columns: [
      { title: "", share: 0, fixed: nameWidth },
      { title: "", share: 1 },
      { title: "", share: 0, fixed: nameWidth },
      { title: "", share: 1 },
    ],
    rows,
    names: [0, 2],
    headless: true,
  });
}

function rowOf({ name, value }: Fact): Extract<Row, readonly unknown[]> {
  const texts = typeof value === "string" ? [{ text: value }] : value;
  return [{ texts: [{ text: name, style: styles.head }] }, { texts }];
}
