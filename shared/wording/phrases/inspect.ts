// Sentences of inspect/ in both languages; `{name}` stands for a value of the phrase.
import type { PhraseTable } from "./table.ts";

export const inspectPhrases = {
  "inspect.layers-not-read": {
    en: "the layers have not been read yet",
    de: "die Schichten sind noch nicht gelesen",
  },
  "inspect.link-loop": {
    en: "{path} leads through more than 40 symbolic links",
    de: "{path} führt über mehr als 40 symbolische Links",
  },
  "inspect.not-a-file": {
    en: "{path} is not a regular file ({type})",
    de: "{path} ist keine reguläre Datei ({type})",
  },
  "inspect.sparse": {
    en: "{path} is stored as a sparse file, which is not put together",
    de: "{path} ist als Datei mit Lücken gespeichert und wird nicht zusammengesetzt",
  },
  "inspect.too-large": {
    en: "{path} has {bytes} bytes; no more than {limit} are read",
    de: "{path} hat {bytes} Bytes; mehr als {limit} werden nicht gelesen",
  },
  "inspect.not-fetched": {
    en: "{path} could not be read in a second pass: {cause}",
    de: "{path} war in einem zweiten Durchgang nicht lesbar: {cause}",
  },
  "inspect.malformed-lines": {
    en: "{count} lines of {path} are malformed and were left out",
    de: "{count} Zeilen von {path} sind fehlerhaft und wurden ausgelassen",
  },
  "inspect.too-many": {
    en: "{path} holds more than {limit} entries; the rest was left out",
    de: "{path} enthält mehr als {limit} Einträge; der Rest wurde ausgelassen",
  },
  "inspect.no-release": {
    en: "{path} names no operating system",
    de: "{path} nennt kein Betriebssystem",
  },
  "inspect.malformed-packages": {
    en: "{count} entries of {path} are no package and were left out",
    de: "{count} Einträge von {path} sind kein Paket und wurden ausgelassen",
  },
  "inspect.no-packages": {
    en: "{path} is not empty, yet no package can be read from it",
    de: "{path} ist nicht leer, aber es lässt sich kein Paket daraus lesen",
  },
  "inspect.database-not-read": {
    en: "{kind} package database not read yet by this version",
    de: "{kind}-Paketdatenbank wird von dieser Version noch nicht gelesen",
  },
  "inspect.language-packages": {
    en: "{count} {kind} packages seen and not read by this version, for instance {path}",
    de: "{count} {kind}-Pakete gesehen, von dieser Version nicht gelesen, zum Beispiel {path}",
  },
  "inspect.not-searched": {
    en: "{count} files are too large to be searched for private keys, for instance {path}",
    de: "{count} Dateien sind zu groß, um darin nach privaten Schlüsseln zu suchen, zum Beispiel {path}",
  },
  "inspect.secrets-depth": {
    en: "this version looks for private keys in files and for every kind of secret in the configuration; tokens and passwords in files are not looked for yet, and test keys compiled into the system's shared libraries are not counted",
    de: "diese Version sucht in Dateien nach privaten Schlüsseln und in der Konfiguration nach allen Geheimnissen; Token und Passwörter in Dateien werden noch nicht gesucht, und in Bibliotheken des Systems einkompilierte Testschlüssel zählen nicht",
  },
  "inspect.skipped-outside": {
    en: "{count} entries lead out of the image and were left out, for instance {path}",
    de: "{count} Einträge führen aus dem Image hinaus und wurden ausgelassen, zum Beispiel {path}",
  },
  "inspect.skipped-too-long": {
    en: "{count} entries have names longer than Linux takes and were left out, for instance {path}",
    de: "{count} Einträge haben längere Namen, als Linux zulässt, und wurden ausgelassen, zum Beispiel {path}",
  },
  "inspect.skipped-nul": {
    en: "{count} entries have a NUL in their name and were left out, for instance {path}",
    de: "{count} Einträge haben ein NUL im Namen und wurden ausgelassen, zum Beispiel {path}",
  },
  "inspect.skipped-type": {
    en: "{count} entries are of an unknown type and were left out, for instance {path}",
    de: "{count} Einträge sind von unbekannter Art und wurden ausgelassen, zum Beispiel {path}",
  },
  "inspect.view-below-a-file": {
    en: "{count} entries lie below something that is no folder and were left out, for instance {path}",
    de: "{count} Einträge liegen unter etwas, das kein Ordner ist, und wurden ausgelassen, zum Beispiel {path}",
  },
  "inspect.view-no-link-target": {
    en: "{count} hard links have no file to link to and were left out, for instance {path}",
    de: "{count} harte Links haben keine Datei als Ziel und wurden ausgelassen, zum Beispiel {path}",
  },
  "inspect.view-whiteout": {
    en: "{count} whiteouts name nothing that can be removed, for instance {path}",
    de: "{count} Whiteouts nennen nichts, was entfernt werden kann, zum Beispiel {path}",
  },
  "inspect.more-files": {
    en: "{count} more files of this kind are not listed",
    de: "{count} weitere Dateien dieser Art sind nicht aufgeführt",
  },
  "inspect.history-mismatch": {
    en: "the history names {steps} steps with a layer, the image has {layers} layers; which step made which layer is not known",
    de: "die Historie nennt {steps} Schritte mit Schicht, das Image hat {layers} Schichten; welcher Schritt welche Schicht erzeugt hat, ist unbekannt",
  },
  "inspect.no-history": {
    en: "the image records no history, so no layer has a known build step",
    de: "das Image enthält keine Historie, daher ist zu keiner Schicht der Bauschritt bekannt",
  },
} as const satisfies PhraseTable;
