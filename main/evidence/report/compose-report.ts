// The report: one PDF of a whole run, tagged, with the audit data attached and room for the signature. The same input gives
// the same bytes. PDF/A-3a is what it is built after; ISO 19005-3 (attachments), ISO 32000-1 (the rest).
import type { AuditRun } from "../../../shared/model/audit.ts";
import { fill } from "../../../shared/wording/report/fill.ts";
import { reportWords } from "../../../shared/wording/report/words.ts";
import { attach, checkFonts, collect } from "./document-bytes.ts";
import { longDay } from "./figures.ts";
import { findingText } from "./finding-text.ts";
import { finishPages } from "./furniture.ts";
import type { ReportContext, ReportOptions } from "./report-context.ts";
import { drawAnnexes } from "./sections/annex.ts";
import { drawCover } from "./sections/cover.ts";
import { drawGlance } from "./sections/glance.ts";
import { drawImages } from "./sections/images.ts";
import { drawLimitations } from "./sections/limitations.ts";
import { drawMethod } from "./sections/method.ts";
import { drawSupport } from "./sections/support.ts";
import { drawSurroundings } from "./sections/surroundings.ts";
import { Sheet } from "./sheet.ts";

/**
 * The bytes of the report, not yet signed: `signPdf` fills the field. Times are those of `options.createdAt` and the run;
 * no clock is read. Throws FailureError `not-readable` where a font file is missing.
 */
export async function composeReport(run: AuditRun, options: ReportOptions): Promise<Uint8Array> {
  const { language, createdAt } = options;
  const words = reportWords[language];
  await checkFonts(options.fontsFolder);
  const sheet = new Sheet({
    fontsFolder: options.fontsFolder,
    paper: options.paper ?? "A4",
    language,
    info: {
      title: fill(words.page.documentTitle, { day: longDay(run.on, language) }),
      producer: `Plimsoll ${run.tool.version.replace(/[^\w.+-]/g, "")}`,
      createdAt: new Date(Math.floor(createdAt.getTime() / 1000) * 1000),
    },
  });
  const context: ReportContext = {
    run,
    options,
    language,
    words,
    text: findingText(run, options.rules, language),
    sheet,
  };
  const bytes = collect(sheet.doc);
  drawCover(context);
  sheet.newPage();
  drawGlance(context);
  drawImages(context);
  drawSurroundings(context);
  drawSupport(context);
  drawLimitations(context);
  drawMethod(context);
  drawAnnexes(context);
  for (const file of options.attach ?? []) attach(sheet.doc, file, createdAt);
  finishPages(context);
  return bytes;
}
