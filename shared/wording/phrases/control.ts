// Sentences of control/ in both languages; `{name}` stands for a value of the phrase.
import type { PhraseTable } from "./table.ts";

export const controlPhrases = {} as const satisfies PhraseTable;
