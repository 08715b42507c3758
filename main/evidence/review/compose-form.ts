// The form of the review: one PDF, tagged, with its data attached and room for the signature. The same input gives the same
// bytes. Made with the same sheet, tables and signature box as the report of an audit.

import type { TechnologyReview } from "../../../shared/model/technology.ts";
import { fill } from "../../../shared/wording/report/fill.ts";
import { reportWords } from "../../../shared/wording/report/words.ts";
import { reviewWords } from "../../../shared/wording/review/words.ts";
import { attach, checkFonts, collect } from "../report/document-bytes.ts";
import { longDay } from "../report/figures.ts";
import { finishPages } from "../report/furniture.ts";
import { Sheet } from "../report/sheet.ts";
import type { FormContext, FormOptions } from "./form-context.ts";
import { drawImageAnnex } from "./parts/annex.ts";
import { drawCare } from "./parts/care.ts";
import { drawCover } from "./parts/cover.ts";
import { drawMethod } from "./parts/method.ts";
import { drawRecords } from "./parts/records.ts";
import { drawSignOff } from "./parts/sign-off.ts";
import { drawTechnologies } from "./parts/technologies.ts";

/** The bytes of the form, not yet signed. Throws FailureError `not-readable` where a font file is missing. */
export async function composeForm(review: TechnologyReview, options: FormOptions): Promise<Uint8Array> {
  const { language, createdAt } = options;
  const words = reviewWords[language];
  await checkFonts(options.fontsFolder);
  const at = new Date(Math.floor(createdAt.getTime() / 1000) * 1000);
  const sheet = new Sheet({
    fontsFolder: options.fontsFolder,
    paper: options.paper ?? "A4",
    language,
    info: {
      title: fill(words.documentTitle, { day: longDay(review.on, language) }),
      producer: `Plimsoll ${review.tool.version.replace(/[^\w.+-]/g, "")}`,
      createdAt: at,
    },
  });
  const context: FormContext = { review, options, language, words, sheet };
  const bytes = collect(sheet.doc);
  drawCover(context);
  sheet.newPage();
  drawTechnologies(context);
  drawCare(context);
  drawRecords(context);
  drawSignOff(context);
  drawMethod(context);
  drawImageAnnex(context);
  attach(sheet.doc, options.attach, at, words.attachment);
  finishPages({ sheet, words: reportWords[language], options });
  return bytes;
}
