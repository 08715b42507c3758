// Sentences of lifecycle/ in both languages; `{name}` stands for a value of the phrase.
import type { PhraseTable } from "./table.ts";

export const lifecyclePhrases = {} as const satisfies PhraseTable;
