// Sentences of rules from packs in both languages. `{said}` is the organisation's own wording, given as `said.en` and `said.de`.
import type { PhraseTable } from "./table.ts";

export const packPhrases = {
  "pack.said": { en: "{said}", de: "{said}" },
  "pack.said-of": { en: "{said}: {detail}", de: "{said}: {detail}" },
  "pack.holds": { en: "the rule's expression holds", de: "der Ausdruck der Regel trifft zu" },
  "pack.holds-of": { en: "the rule's expression holds: {detail}", de: "der Ausdruck der Regel trifft zu: {detail}" },
  "pack.fails": { en: "the rule's expression does not hold", de: "der Ausdruck der Regel trifft nicht zu" },
  "pack.fails-of": {
    en: "the rule's expression does not hold: {detail}",
    de: "der Ausdruck der Regel trifft nicht zu: {detail}",
  },
} as const satisfies PhraseTable;
