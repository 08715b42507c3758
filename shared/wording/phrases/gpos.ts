// Sentences of checks aligned with the DHI GPOS profile in both languages.
import { gposManualPhrases } from "./gpos-by-hand.ts";
import { gposContentPhrases } from "./gpos-contents.ts";
import { gposIntegrityPhrases } from "./gpos-integrity.ts";
import type { PhraseTable } from "./table.ts";

export const gposPhrases = {
  ...gposContentPhrases,
  ...gposIntegrityPhrases,
  ...gposManualPhrases,
} as const satisfies PhraseTable;
