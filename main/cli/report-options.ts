// What `plimsoll report make` is asked for; its words are in report-commands.ts.
import type { Language } from "../../shared/model/phrase.ts";
import type { SourceOptions } from "./source-options.ts";

export interface ReportMakeOptions extends SourceOptions {
  readonly form?: "pci-12.3.4";
  readonly output: string;
  readonly periodEnd?: string;
  readonly technologies?: string;
  readonly entitlements?: string;
  /** Own products and dates; read by judging-data.ts. */
  readonly lifecycle?: string;
  /** Read by judged-day.ts. */
  readonly on?: string;
  readonly lang?: Language;
  readonly identity: string;
  readonly passphraseFile?: string;
}
