// Sentences of checks of containers in both languages; `{name}` stands for a value of the phrase. Keys begin with `container.`.
import type { PhraseTable } from "./table.ts";

export const containerPhrases = {} as const satisfies PhraseTable;
