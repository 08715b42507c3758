// What every part of the report is handed.
import type { AuditRun } from "../../../shared/model/audit.ts";
import type { RuleSet } from "../../../shared/model/control.ts";
import type { Language } from "../../../shared/model/phrase.ts";
import type { ReportWords } from "../../../shared/wording/report/en.ts";
import type { FindingText } from "./finding-text.ts";
import type { Paper } from "./paper.ts";
import type { Sheet } from "./sheet.ts";

export interface ReportOptions {
  readonly rules: readonly RuleSet[];
  readonly language: Language;
  readonly reportId: string;
  readonly createdAt: Date;
  readonly signer: { readonly name: string; readonly fingerprint: string; readonly protection: string };
  /** Lower-case hex of the audit data as attached and written. */
  readonly auditSha256: string;
  readonly operator?: string;
  readonly host: { readonly name: string; readonly os: string };
  /** Where the four files of DejaVu lie. */
  readonly fontsFolder: string;
  /** Default: A4. */
  readonly paper?: Paper;
  /** The line in every header, such as `TLP:AMBER`; by default it says that none was stated. */
  readonly classification?: string;
  readonly attach?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

export interface ReportContext {
  readonly run: AuditRun;
  readonly options: ReportOptions;
  readonly language: Language;
  readonly words: ReportWords;
  readonly text: FindingText;
  readonly sheet: Sheet;
}
