// Turns a phrase into a sentence. Values are data from images: they are made plain here, once, where text is shown.
import type { Language, Phrase } from "../model/phrase.ts";
import { plainText } from "../plain-text.ts";
import { containerPhrases } from "./phrases/container.ts";
import { controlPhrases } from "./phrases/control.ts";
import { dataPhrases } from "./phrases/data.ts";
import { entitlementPhrases } from "./phrases/entitlement.ts";
import { gposPhrases } from "./phrases/gpos.ts";
import { hardenedPhrases } from "./phrases/hardened.ts";
import { hostPhrases } from "./phrases/host.ts";
import { imageSrgPhrases } from "./phrases/image-srg.ts";
import { inspectPhrases } from "./phrases/inspect.ts";
import { lifecyclePhrases } from "./phrases/lifecycle.ts";
import { migrationPhrases } from "./phrases/migration.ts";
import { movePhrases } from "./phrases/move.ts";
import { packPhrases } from "./phrases/pack.ts";
import { policyPhrases } from "./phrases/policy.ts";
import { sbomPhrases } from "./phrases/sbom.ts";
import { surfacePhrases } from "./phrases/surface.ts";
import { surroundingsPhrases } from "./phrases/surroundings.ts";
import type { PhraseTable } from "./phrases/table.ts";
import { verifyPhrases } from "./phrases/verify.ts";
import { vulnerabilityPhrases } from "./phrases/vulnerability.ts";

/** All sentences by key; keys begin with their area (`control.`, `lifecycle.`, `inspect.`). */
export const phrases: PhraseTable = {
  ...controlPhrases,
  ...imageSrgPhrases,
  ...gposPhrases,
  ...hostPhrases,
  ...containerPhrases,
  ...policyPhrases,
  ...packPhrases,
  ...surroundingsPhrases,
  ...lifecyclePhrases,
  ...dataPhrases,
  ...entitlementPhrases,
  ...hardenedPhrases,
  ...surfacePhrases,
  ...inspectPhrases,
  ...movePhrases,
  ...migrationPhrases,
  ...sbomPhrases,
  ...verifyPhrases,
  ...vulnerabilityPhrases,
};

/** The sentence in `language`. An unknown key is shown as itself, so that nothing said is lost. */
export function say(phrase: Phrase, language: Language): string {
  const template = phrases[phrase.key]?.[language];
  if (template === undefined) return [phrase.key, ...Object.values(phrase.params ?? {}).map(String)].join(" ");
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    // A value that is itself wording, such as an organisation's own, is given once a language.
    const value = phrase.params?.[`${name}.${language}`] ?? phrase.params?.[name];
    return value === undefined ? whole : plainText(String(value));
  });
}

/** A phrase with its values. */
export function phrase(key: string, params?: Phrase["params"]): Phrase {
  return params === undefined ? { key } : { key, params };
}
