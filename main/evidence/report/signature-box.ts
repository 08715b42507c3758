// The field that the signature fills, at the foot of a cover page, with what is said of key and time beside it.
import type { Language } from "../../../shared/model/phrase.ts";
import { fill } from "../../../shared/wording/report/fill.ts";
import { reportWords } from "../../../shared/wording/report/words.ts";
import { placeSignatureField } from "../signing/pdf-placeholder.ts";
import { instantText } from "./figures.ts";
import { styles } from "./paper.ts";
import type { ReportOptions } from "./report-context.ts";
import type { Element, Line, Sheet } from "./sheet.ts";

export interface SignatureBox {
  readonly sheet: Sheet;
  readonly language: Language;
  readonly signer: ReportOptions["signer"];
  readonly signedAt: Date;
  /** Why it is signed, as viewers show it. */
  readonly reason: string;
}

/** Room for it is kept free on the current page. Drawn first, while this page is current; its element is placed last. */
export function drawSignatureBox({ sheet, language, signer, signedAt, reason }: SignatureBox): Element {
  const { cover } = reportWords[language];
  const width = sheet.width - 20;
  const lines: Line[] = [
    ...sheet.lines(fill(cover.signedBy, { name: signer.name }), styles.h3, width, 120),
    ...sheet.lines(cover.fingerprint, styles.cellSoft, width),
    ...sheet.lines(signer.fingerprint, styles.mono, width),
    ...sheet.lines(
      `${cover.selfAsserted} ${signer.protection === "unprotected" ? cover.unprotected : cover.passphrase}`,
      styles.cellSoft,
      width,
    ),
    ...sheet.lines(fill(cover.claimedTime, { time: instantText(signedAt) }), styles.cellSoft, width),
  ];
  const height = lines.reduce((sum, line) => sum + line.style.leading, 0) + 14;
  const top = sheet.bottom - height;
  const section = sheet.doc.struct("Sect");
  const text = sheet.element("P", section);
  sheet.mark("P", text, () => sheet.draw(lines, sheet.left + 10, top + 7));
  placeSignatureField(sheet.doc, {
    x: sheet.left,
    y: top,
    width: sheet.width,
    height,
    name: signer.name,
    reason,
    signedAt,
    description: cover.signatureDescription,
    structParent: section,
  });
  sheet.bottom = top - 6;
  return section;
}
