// Sentences of checks of engines and hosts in both languages; `{name}` stands for a value of the phrase. Keys begin with `host.`.
import type { PhraseTable } from "./table.ts";

export const hostPhrases = {} as const satisfies PhraseTable;
