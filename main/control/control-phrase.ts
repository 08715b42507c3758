// Phrases of this room by their key, so that a key that the wording table lacks does not compile.
import type { Phrase } from "../../shared/model/phrase.ts";
import type { controlPhrases } from "../../shared/wording/phrases/control.ts";
import { phrase } from "../../shared/wording/say.ts";

export type ControlPhraseKey = keyof typeof controlPhrases;

/** A sentence of control/ with its values. */
export function words(key: ControlPhraseKey, params?: Phrase["params"]): Phrase {
  return phrase(key, params);
}
