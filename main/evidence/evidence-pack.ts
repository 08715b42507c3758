// The folder that `--output` names: the signed report, the data it was made from, and all that is needed to check both
// without Plimsoll. The statement binds every other file by its digest and is written last.
import { join } from "node:path";
import { readableJson } from "../../shared/canonical-json.ts";
import type { AuditRun } from "../../shared/model/audit.ts";
import type { RuleSet } from "../../shared/model/control.ts";
import type { Language } from "../../shared/model/phrase.ts";
import { earlierImageFiles, takeAway } from "./earlier-images.ts";
import { sbomFiles } from "./exchange/sbom-files.ts";
import { composeReport } from "./report/compose-report.ts";
import { reportIdOf } from "./report/report-id.ts";
import { bytesOf, sealedFiles, sha256 } from "./sealed-files.ts";
import { signPdf } from "./signing/pades.ts";
import type { Signer } from "./signing/signer.ts";
import { writeTogether } from "./write-together.ts";

export interface EvidencePackInput {
  readonly run: AuditRun;
  /** The support dates of the run's images, an iCalendar file (main/calendar.ts). */
  readonly calendar: string;
  readonly rules: readonly RuleSet[];
  readonly language: Language;
  /** Absolute; made where it is missing. */
  readonly folder: string;
  readonly signer: Signer;
  readonly fontsFolder: string;
  readonly assetsFolder: string;
  readonly host: { readonly name: string; readonly os: string };
  readonly createdAt: Date;
  readonly operator?: string;
  /** Told before each part of the work. */
  readonly onStep?: (step: PackStep) => void;
}
export type PackStep = "composing" | "signing" | "writing";

export const reportName = "report.pdf";

/**
 * Writes the pack; files of an earlier one are replaced, those of its images that are not in this run are taken away, others
 * are not touched. Gives absolute paths, the statement last.
 * Throws FailureError `not-writable` (full disk, no permission: nothing of it stays), `not-readable` (fonts, texts).
 */
export async function writeEvidencePack(input: EvidencePackInput): Promise<{ report: string; files: string[] }> {
  const { run, signer, folder } = input;
  const audit = bytesOf(readableJson(run));
  input.onStep?.("composing");
  const unsigned = await reportOf(input, audit);
  input.onStep?.("signing");
  const report = await signPdf(unsigned, signer);
  const files = await sealedFiles(
    [
      { name: reportName, bytes: report },
      { name: "audit.json", bytes: audit },
      { name: "lifecycle.ics", bytes: bytesOf(input.calendar) },
      ...sbomFiles(run),
    ],
    input,
  );
  input.onStep?.("writing");
  const earlier = await earlierImageFiles(folder);
  await writeTogether(folder, files);
  await takeAway(folder, earlier, new Set(files.map(({ name }) => name)));
  return { report: join(folder, reportName), files: files.map(({ name }) => join(folder, name)) };
}

function reportOf(input: EvidencePackInput, audit: Uint8Array): Promise<Uint8Array> {
  const { run, signer, language, createdAt, operator } = input;
  const auditSha256 = sha256(audit);
  return composeReport(run, {
    rules: input.rules,
    language,
    reportId: reportIdOf(auditSha256, language, createdAt),
    createdAt,
    signer: signer.identity,
    auditSha256,
    host: input.host,
    ...(operator === undefined ? {} : { operator }),
    fontsFolder: input.fontsFolder,
    attach: [{ name: "audit.json", bytes: audit }],
  });
}
