// What each control aligned with the SRGs must say in which situation, by control.
import * as accounts from "./image-srg/accounts.ts";
import * as contents from "./image-srg/contents.ts";
import * as currency from "./image-srg/currency.ts";
import * as files from "./image-srg/files.ts";
import * as services from "./image-srg/services.ts";
import type { SrgCase } from "./image-srg/situation.ts";
import * as trust from "./image-srg/trust.ts";

export const cases: Readonly<Record<string, readonly SrgCase[]>> = {
  ...accounts.cases,
  ...files.cases,
  ...contents.cases,
  ...services.cases,
  ...currency.cases,
  ...trust.cases,
};

/** Controls that cannot pass, or cannot fail, whatever an image holds. */
export const exceptions: Readonly<Record<string, string>> = { ...accounts.exceptions, ...services.exceptions };
