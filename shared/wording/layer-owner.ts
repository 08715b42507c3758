// Whose a layer is, in words: the base's, or the image's own. Where nothing proves a base, nothing is said of it.
import type { ProvenBase } from "../model/image.ts";
import type { Language } from "../model/phrase.ts";
import { plainText } from "../plain-text.ts";

const words = {
  own: { en: "own", de: "eigene" },
  base: { en: "base", de: "Basis" },
  layer: { en: "layer", de: "Schicht" },
} as const satisfies Record<string, Record<Language, string>>;

/** `own`, `base debian:12`, or null where no base is proven. */
export function layerOwner(layer: number, base: ProvenBase | undefined, language: Language): string | null {
  if (base === undefined) return null;
  if (layer >= base.layers) return words.own[language];
  const [name] = base.references;
  return name === undefined ? words.base[language] : `${words.base[language]} ${plainText(name, 60)}`;
}

/** `3 (own)`, `0 (base debian:12)`, or `3` where no base is proven. */
export function layerNumber(layer: number, base: ProvenBase | undefined, language: Language): string {
  const owner = layerOwner(layer, base, language);
  return owner === null ? String(layer) : `${layer} (${owner})`;
}

/** `layer 3 (own)`, as `layerNumber`. */
export function layerText(layer: number, base: ProvenBase | undefined, language: Language): string {
  return `${words.layer[language]} ${layerNumber(layer, base, language)}`;
}
