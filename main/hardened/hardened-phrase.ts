// Phrases of this room by their key, so that a key that the wording table lacks does not compile.
import type { Phrase } from "../../shared/model/phrase.ts";
import type { hardenedPhrases } from "../../shared/wording/phrases/hardened.ts";
import { phrase } from "../../shared/wording/say.ts";

/** A sentence of hardened/ with its values. */
export function words(key: keyof typeof hardenedPhrases, params?: Phrase["params"]): Phrase {
  return phrase(key, params);
}
