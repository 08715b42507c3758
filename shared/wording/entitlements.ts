// The words for extended support that was bought: the same in app, report and command line.
import type { Entitlement, EntitlementState } from "../model/entitlement.ts";
import type { Language } from "../model/phrase.ts";
import { plainText } from "../plain-text.ts";

type Words<K extends string> = Readonly<Record<K, Readonly<Record<Language, string>>>>;

export const entitlementStateWords: Words<EntitlementState> = {
  holds: { en: "holds", de: "gilt" },
  future: { en: "not yet", de: "noch nicht" },
  ended: { en: "ended", de: "abgelaufen" },
  removed: { en: "removed", de: "entfernt" },
  unmatched: { en: "matches nothing known", de: "passt zu nichts Bekanntem" },
};

const words = {
  allCycles: { en: "all cycles", de: "alle Versionen" },
  images: { en: "images", de: "Images" },
  fromEol: { en: "end of support", de: "Supportende" },
} as const satisfies Words<string>;

/** What was bought for, in one line: `debian 10`, `nodejs (all cycles)`, `images shop/api:*`. Text that people wrote is made plain. */
export function entitledText({ scope }: Pick<Entitlement, "scope">, language: Language): string {
  const { product, cycle, image } = scope;
  return [
    ...(product === undefined
      ? []
      : [
          `${plainText(product, 100)} ${cycle === undefined ? `(${words.allCycles[language]})` : plainText(cycle, 100)}`,
        ]),
    ...(image === undefined ? [] : [`${words.images[language]} ${plainText(image, 200)}`]),
  ].join(", ");
}

/** First day of cover, or the words for the day after general support. */
export function entitledFrom({ from }: Pick<Entitlement, "from">, language: Language): string {
  return from ?? words.fromEol[language];
}

/** Seller and programme: `Freexian ELTS`. */
export function sellerText({ provider, programme }: Pick<Entitlement, "provider" | "programme">): string {
  return plainText([provider, ...(programme === undefined ? [] : [programme])].join(" "), 120);
}
