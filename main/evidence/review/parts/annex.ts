// The annex: which images each technology was seen in, by the number it has in the table.
import { compareText } from "../../../../shared/compare-text.ts";
import type { ReviewImage } from "../../../../shared/model/technology.ts";
import { plainText } from "../../../../shared/plain-text.ts";
import { shortDigest } from "../../report/figures.ts";
import { openSection, paragraph } from "../../report/flow.ts";
import { styles } from "../../report/paper.ts";
import { drawTable, type Row } from "../../report/table.ts";
import type { FormContext } from "../form-context.ts";

export function drawImageAnnex({ sheet, words, review }: FormContext): void {
  const { annex } = words;
  const { images, errors } = review.population;
  const section = openSection(sheet, annex.title);
  if (images.length === 0 && errors.length === 0) {
    paragraph(sheet, section, annex.none);
    return;
  }
  const known = new Map(images.map((image) => [image.id, image]));
  const rows = review.technologies.flatMap(({ label, images: ids }, index): Row[] => {
    const seen = ids.map((id) => known.get(id)).filter((image) => image !== undefined);
    if (seen.length === 0) return [];
    return [{ group: `${index + 1}. ${label}` }, ...inNames(seen).map(imageRow)];
  });
  const empty = images.filter((image) => image.empty);
  if (empty.length > 0) rows.push({ group: annex.emptyTitle, note: annex.empty }, ...inNames(empty).map(imageRow));
  if (errors.length > 0) {
    rows.push({ group: annex.errorsTitle });
    rows.push(
      ...errors.map(
        ({ reference, message }): Row => [reference, { texts: [{ text: message, style: styles.cellSoft }] }, ""],
      ),
    );
  }
  drawTable(sheet, section, {
    columns: [
      { title: annex.image, share: 4 },
      { title: annex.source, share: 2.4 },
      { title: annex.audited, share: 1.2 },
    ],
    rows,
  });
}

function imageRow({ name, id, source, audited }: ReviewImage): Row {
  const texts = [{ text: plainText(name, 160) }, { text: shortDigest(id), style: styles.monoSoft }];
  return [{ texts: name === id ? texts.slice(1) : texts }, source, audited];
}

function inNames(images: readonly ReviewImage[]): ReviewImage[] {
  return [...images].sort((a, b) => compareText(a.name, b.name));
}
