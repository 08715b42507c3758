// Sentences of lifecycle/ in both languages; `{name}` stands for a value of the phrase.
import type { PhraseTable } from "./table.ts";

export const lifecyclePhrases = {
  "lifecycle.newer-than-data": {
    en: "{name} {version} is newer than the lifecycle data of {date}; refresh the data",
    de: "{name} {version} ist neuer als die Lebenszyklusdaten vom {date}; bitte die Daten aktualisieren",
  },
  "lifecycle.no-such-cycle": {
    en: "the lifecycle data of {date} have no release of {name} that fits version {version}",
    de: "die Lebenszyklusdaten vom {date} kennen keine Version von {name}, zu der {version} gehört",
  },
  "lifecycle.prerelease": {
    en: "{name} {version} is a pre-release without a support lifecycle",
    de: "{name} {version} ist eine Vorabversion ohne Supportzeitraum",
  },
  "lifecycle.no-product": {
    en: "the lifecycle data of {date} do not cover {name}",
    de: "die Lebenszyklusdaten vom {date} enthalten {name} nicht",
  },
  "lifecycle.no-product-base": {
    en: "the lifecycle data of {date} do not cover {name}; it appears to be built on {base}, whose dates are shown as an inference",
    de: "die Lebenszyklusdaten vom {date} enthalten {name} nicht; es baut offenbar auf {base} auf, dessen Daten nur als Schluss gezeigt werden",
  },
  "lifecycle.java-vendor-unknown": {
    en: "support of Java {version} depends on its vendor, and nothing in the image names one",
    de: "der Support von Java {version} hängt vom Hersteller ab, und nichts im Image nennt ihn",
  },
  "lifecycle.rolling": {
    en: "{name} is a rolling release: it is supported only as long as the image is rebuilt",
    de: "{name} wird fortlaufend aktualisiert: unterstützt ist es nur, solange das Image neu gebaut wird",
  },
  "lifecycle.no-os": {
    en: "the image holds no operating system",
    de: "das Image enthält kein Betriebssystem",
  },
  "lifecycle.not-read": {
    en: "the operating system was not read ({where})",
    de: "das Betriebssystem wurde nicht gelesen ({where})",
  },
  "lifecycle.no-version": {
    en: "{name} states no version",
    de: "{name} nennt keine Version",
  },
  "lifecycle.no-dates": {
    en: "the source gives no dates for {name}",
    de: "die Quelle nennt keine Daten für {name}",
  },
  "lifecycle.undated": {
    en: "support of {name} has ended; the source names no day",
    de: "der Support von {name} ist beendet; die Quelle nennt keinen Tag",
  },
  "lifecycle.follows-os": {
    en: "packaged by the distribution, which carries fixes back: it follows {os}",
    de: "von der Distribution gepackt, die Korrekturen zurückportiert: es folgt {os}",
  },
  "lifecycle.label-unreadable": {
    en: "the label {label} holds {value}, which is not a day",
    de: "das Label {label} enthält {value}, das ist kein Tag",
  },
  "lifecycle.end-not-published": {
    en: "extended support of {provider} is in use; until when is not published",
    de: "erweiterter Support von {provider} wird genutzt; bis wann, ist nicht veröffentlicht",
  },
} as const satisfies PhraseTable;
