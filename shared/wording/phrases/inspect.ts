// Sentences of inspect/ in both languages; `{name}` stands for a value of the phrase.
import type { PhraseTable } from "./table.ts";

export const inspectPhrases = {} as const satisfies PhraseTable;
