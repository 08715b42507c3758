// Sentences of policies, waivers, answers and packs in both languages; `{name}` stands for a value of the phrase. Keys begin with `policy.`.
import type { PhraseTable } from "./table.ts";

export const policyPhrases = {} as const satisfies PhraseTable;
