// The folder that `report make --form` names: the signed form, the data it was made from as JSON and CSV, and all that is
// needed to check them without Plimsoll, as in the folder of an audit (evidence-pack.ts).
import { join } from "node:path";
import { readableJson } from "../../../shared/canonical-json.ts";
import type { TechnologyReview } from "../../../shared/model/technology.ts";
import { reportIdOf } from "../report/report-id.ts";
import { bytesOf, sealedFiles, sha256 } from "../sealed-files.ts";
import { signPdf } from "../signing/pades.ts";
import type { Signer } from "../signing/signer.ts";
import { writeTogether } from "../write-together.ts";
import { composeForm } from "./compose-form.ts";
import type { FormOptions } from "./form-context.ts";
import { reviewCsv } from "./review-csv.ts";

export interface ReviewPackInput
  extends Pick<FormOptions, "language" | "operator" | "host" | "fontsFolder" | "signedAt"> {
  readonly review: TechnologyReview;
  /** Absolute; made where it is missing. */
  readonly folder: string;
  readonly signer: Signer;
  readonly assetsFolder: string;
  /** What hardened images are judged by is no part of this form; the statement names both data all the same. */
  readonly hardened: { readonly source: string; readonly date: TechnologyReview["on"] };
  readonly onStep?: (step: "composing" | "signing" | "writing") => void;
}

/**
 * Writes it; files of an earlier one are replaced, others are not touched. Gives absolute paths, the statement last. Throws
 * FailureError `not-writable` (nothing of it stays), `not-readable` (fonts, texts).
 */
export async function writeReviewPack(input: ReviewPackInput): Promise<{ report: string; files: string[] }> {
  const { review, signer, folder, language } = input;
  const data = bytesOf(readableJson(review));
  const dataSha256 = sha256(data);
  const createdAt = new Date(review.createdAt);
  input.onStep?.("composing");
  const unsigned = await composeForm(review, {
    language,
    reportId: reportIdOf(dataSha256, language, createdAt),
    createdAt,
    signedAt: input.signedAt,
    signer: signer.identity,
    dataSha256,
    host: input.host,
    ...(input.operator === undefined ? {} : { operator: input.operator }),
    fontsFolder: input.fontsFolder,
    attach: { name: "technologies.json", bytes: data },
  });
  input.onStep?.("signing");
  const { tool, on, timeZone, population } = review;
  const files = await sealedFiles(
    [
      { name: "report.pdf", bytes: await signPdf(unsigned, signer) },
      { name: "technologies.json", bytes: data },
      { name: "technologies.csv", bytes: bytesOf(reviewCsv(review)) },
    ],
    {
      run: {
        tool,
        on,
        timeZone,
        startedAt: review.createdAt,
        finishedAt: review.createdAt,
        rules: [],
        data: { lifecycle: review.data.lifecycle, hardened: input.hardened },
        population: {
          found: population.images.length + population.errors.length + population.excluded,
          audited: population.images.length,
        },
      },
      signer,
      language,
      assetsFolder: input.assetsFolder,
    },
  );
  input.onStep?.("writing");
  await writeTogether(folder, files);
  return { report: join(folder, "report.pdf"), files: files.map(({ name }) => join(folder, name)) };
}
