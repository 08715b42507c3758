// What a decision is for, as the window says it: digests by their two ends.
import type { WaiverScope } from "../../../shared/model/decision-scope.ts";
import type { Language } from "../../../shared/model/phrase.ts";
import { scopeText } from "../../../shared/wording/decisions.ts";
import { shortDigest } from "../../i18n/format.ts";

export function shortScope(scope: WaiverScope, language: Language): string {
  const { digests } = scope;
  return scopeText(digests === undefined ? scope : { ...scope, digests: digests.map(shortDigest) }, language);
}
