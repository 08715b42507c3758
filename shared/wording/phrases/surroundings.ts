// Sentences of what reads engines, containers and hosts in both languages; `{name}` stands for a value of the phrase. Keys begin with `surroundings.`.
import type { PhraseTable } from "./table.ts";

export const surroundingsPhrases = {} as const satisfies PhraseTable;
