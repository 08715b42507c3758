// Sentences of checks of images aligned with the SRGs in both languages; `{name}` stands for a value of the phrase. Keys begin with `srg.`.
import { srgAccountPhrases } from "./srg-accounts.ts";
import { srgFilePhrases } from "./srg-files.ts";
import { srgServicePhrases } from "./srg-services.ts";
import { srgTrustPhrases } from "./srg-trust.ts";
import type { PhraseTable } from "./table.ts";

export const imageSrgPhrases = {
  ...srgAccountPhrases,
  ...srgFilePhrases,
  ...srgServicePhrases,
  ...srgTrustPhrases,
} as const satisfies PhraseTable;
