// Lines to sign by hand: whoever reviewed, and senior management. Two people, which the form says and cannot enforce.
import { block, heading, openSection, paragraph } from "../../report/flow.ts";
import { colour, styles } from "../../report/paper.ts";
import type { Element } from "../../report/sheet.ts";
import type { FormContext } from "../form-context.ts";

const lineHeight = 30;

export function drawSignOff(context: FormContext): void {
  const { sheet, words } = context;
  const { signOff } = words;
  const section = openSection(sheet, signOff.title);
  paragraph(sheet, section, signOff.intro);
  drawBlock(context, section, signOff.reviewer);
  drawBlock(context, section, signOff.management);
}

/** A title, and a line each for name and role, date and signature, and remarks. Whole on one page. */
function drawBlock({ sheet, words }: FormContext, section: Element, title: string): void {
  const { signOff } = words;
  heading(sheet, section, 2, title, 3 * lineHeight + 20);
  const half = sheet.width / 2 - 8;
  const rows: readonly (readonly string[])[] = [
    [signOff.name, signOff.role],
    [signOff.day, signOff.signature],
    [signOff.remarks],
  ];
  for (const fields of rows) {
    const top = sheet.y + lineHeight - 4;
    for (const index of fields.keys()) {
      const x = sheet.left + index * (half + 16);
      sheet.rule(top, colour.line, 0.6, x, x + (fields.length === 1 ? sheet.width : half));
    }
    sheet.y = top + 1;
    const y = sheet.y;
    for (const [index, name] of fields.entries()) {
      sheet.y = y;
      block(sheet, section, "P", sheet.lines(name, styles.cellSoft, half), index * (half + 16));
    }
    sheet.y += 4;
  }
  sheet.y += 8;
}
