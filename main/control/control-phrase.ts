// Phrases of this room by their key, so that a key that the wording tables lack does not compile.
import type { Phrase } from "../../shared/model/phrase.ts";
import type { containerPhrases } from "../../shared/wording/phrases/container.ts";
import type { controlPhrases } from "../../shared/wording/phrases/control.ts";
import type { gposPhrases } from "../../shared/wording/phrases/gpos.ts";
import type { hostPhrases } from "../../shared/wording/phrases/host.ts";
import type { imageSrgPhrases } from "../../shared/wording/phrases/image-srg.ts";
import type { packPhrases } from "../../shared/wording/phrases/pack.ts";
import type { policyPhrases } from "../../shared/wording/phrases/policy.ts";
import { phrase } from "../../shared/wording/say.ts";

export type ControlPhraseKey =
  | keyof typeof controlPhrases
  | keyof typeof imageSrgPhrases
  | keyof typeof gposPhrases
  | keyof typeof hostPhrases
  | keyof typeof containerPhrases
  | keyof typeof packPhrases
  | keyof typeof policyPhrases;

/** A sentence of control/ with its values. */
export function words(key: ControlPhraseKey, params?: Phrase["params"]): Phrase {
  return phrase(key, params);
}
