// What every part of the form is handed.
import type { Language } from "../../../shared/model/phrase.ts";
import type { TechnologyReview } from "../../../shared/model/technology.ts";
import type { ReviewWords } from "../../../shared/wording/review/en.ts";
import type { ReportOptions } from "../report/report-context.ts";
import type { Sheet } from "../report/sheet.ts";

export interface FormOptions
  extends Pick<
    ReportOptions,
    "language" | "reportId" | "createdAt" | "signer" | "operator" | "host" | "fontsFolder" | "paper" | "classification"
  > {
  /** The time of signing, claimed by the signer's clock; `createdAt` is when the review was put together. */
  readonly signedAt: Date;
  /** Lower-case hex of technologies.json as attached and written. */
  readonly dataSha256: string;
  readonly attach: { readonly name: string; readonly bytes: Uint8Array };
}

export interface FormContext {
  readonly review: TechnologyReview;
  readonly options: FormOptions;
  readonly language: Language;
  readonly words: ReviewWords;
  readonly sheet: Sheet;
}
