// The report: one PDF of a whole run, tagged, with the audit data attached and room for the signature. The same input gives
// the same bytes. PDF/A-3a is what it is built after; ISO 19005-3 (attachments), ISO 32000-1 (the rest).
import { access } from "node:fs/promises";
import { join } from "node:path";
import type { AuditRun } from "../../../shared/model/audit.ts";
import { FailureError } from "../../../shared/model/failure.ts";
import { fill } from "../../../shared/wording/report/fill.ts";
import { reportWords } from "../../../shared/wording/report/words.ts";
import { fileCause } from "../../atomic-write.ts";
import { longDay } from "./figures.ts";
import { findingText } from "./finding-text.ts";
import { finishPages } from "./furniture.ts";
import { fontFiles } from "./paper.ts";
import type { ReportContext, ReportOptions } from "./report-context.ts";
import { drawAnnexes } from "./sections/annex.ts";
import { drawCover } from "./sections/cover.ts";
import { drawGlance } from "./sections/glance.ts";
import { drawImages } from "./sections/images.ts";
import { drawLimitations } from "./sections/limitations.ts";
import { drawMethod } from "./sections/method.ts";
import { drawSupport } from "./sections/support.ts";
import { drawSurroundings } from "./sections/surroundings.ts";
import { type Doc, Sheet } from "./sheet.ts";

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

async function checkFonts(folder: string): Promise<void> {
  for (const file of Object.values(fontFiles)) {
    const path = join(folder, file);
    try {
      await access(path);
    } catch (error) {
      throw new FailureError({ kind: "not-readable", path, cause: fileCause(error) }, { cause: error });
    }
  }
}

function attach(doc: Doc, file: { readonly name: string; readonly bytes: Uint8Array }, at: Date): void {
  const options = {
    name: file.name,
    type: "application/json",
    description: "Audit data of this report",
    // What the pages were made from; PDF/A-3 wants every attachment to say so.
    relationship: "Source",
    creationDate: at,
    modifiedDate: at,
  };
  doc.file(Buffer.from(file.bytes), options);
}

/** Everything that the document writes, once it has ended. */
function collect(doc: Doc): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on("error", reject);
  });
}
