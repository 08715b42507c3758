// Sentences of checks of images aligned with the SRGs in both languages; `{name}` stands for a value of the phrase. Keys begin with `srg.`.
import type { PhraseTable } from "./table.ts";

export const imageSrgPhrases = {} as const satisfies PhraseTable;
