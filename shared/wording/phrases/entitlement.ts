// Sentences about extended support that was bought, in both languages; `{name}` stands for a value of the phrase.
import type { PhraseTable } from "./table.ts";

export const entitlementPhrases = {
  "entitlement.removed": { en: "removed by {by} on {on}", de: "am {on} von {by} entfernt" },
  "entitlement.ended": {
    en: "its last day was {until}, {days} days ago",
    de: "der letzte Tag war der {until}, vor {days} Tagen",
  },
  "entitlement.begins": { en: "it begins on {from}", de: "gilt erst ab {from}" },
  "entitlement.no-product": {
    en: "the lifecycle data of {date} know no product {product}",
    de: "die Lebenszyklusdaten vom {date} kennen kein Produkt {product}",
  },
  "entitlement.other-name": {
    en: "{product} is another name of {id}; write {id}",
    de: "{product} ist ein anderer Name für {id}; bitte {id} schreiben",
  },
  "entitlement.no-cycle": {
    en: "the lifecycle data of {date} know no {product} {cycle}",
    de: "die Lebenszyklusdaten vom {date} kennen {product} {cycle} nicht",
  },
  "entitlement.ends-early": {
    en: "general support lasts until {eol} anyway, so it adds nothing",
    de: "der allgemeine Support reicht ohnehin bis {eol}, es kommt nichts hinzu",
  },
  "entitlement.no-image": {
    en: "nothing in the kept images is what it covers",
    de: "in den aufbewahrten Images kommt nichts vor, wofür er gilt",
  },
} as const satisfies PhraseTable;
