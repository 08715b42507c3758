// Sentences of checks aligned with the DHI GPOS profile in both languages; `{name}` stands for a value of the phrase. Keys begin with `gpos.`.
import type { PhraseTable } from "./table.ts";

export const gposPhrases = {} as const satisfies PhraseTable;
