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
  "inspect.no-json": {
    en: "{path} is no JSON and was not read",
    de: "{path} ist kein JSON und wurde nicht gelesen",
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
  "inspect.database-damaged": {
    en: "{path} is cut or damaged; {count} packages were read from it and others may be missing",
    de: "{path} ist abgeschnitten oder beschädigt; {count} Pakete wurden daraus gelesen, weitere können fehlen",
  },
  "inspect.database-empty": {
    en: "{path} is a package database without a single package, and no other database lists any",
    de: "{path} ist eine Paketdatenbank ohne ein einziges Paket, und keine andere nennt welche",
  },
  "inspect.database-journal": {
    en: "{path} holds changes that were never written into {database}; packages in them are not seen",
    de: "{path} enthält Änderungen, die nie in {database} geschrieben wurden; Pakete darin werden nicht gesehen",
  },
  "inspect.other-database": {
    en: "{path} lists {count} packages that {used} does not; only {used} was taken as the list of what is installed",
    de: "{path} nennt {count} Pakete, die in {used} fehlen; nur {used} gilt als Liste des Installierten",
  },
  "inspect.database-not-read": {
    en: "{kind} package database not read yet by this version",
    de: "{kind}-Paketdatenbank wird von dieser Version noch nicht gelesen",
  },
  "inspect.language-packages": {
    en: "{count} {kind} packages were seen and not read, for instance {path}",
    de: "{count} {kind}-Pakete wurden gesehen und nicht gelesen, zum Beispiel {path}",
  },
  "inspect.language-too-large": {
    en: "{count} {kind} packages were not read, because their file has more than {limit} bytes, for instance {path}",
    de: "{count} {kind}-Pakete wurden nicht gelesen, weil ihre Datei mehr als {limit} Bytes hat, zum Beispiel {path}",
  },
  "inspect.language-malformed": {
    en: "{count} {kind} entries name no package with its version and were left out, for instance in {path}",
    de: "{count} {kind}-Einträge nennen kein Paket mit seiner Version und wurden ausgelassen, zum Beispiel in {path}",
  },
  "inspect.language-cut": {
    en: "packages of languages were left out, because there are more than {limit} or an archive unpacks to too much, for instance in {path}",
    de: "Pakete von Sprachen wurden ausgelassen, weil es mehr als {limit} sind oder ein Archiv sich zu groß entpackt, zum Beispiel in {path}",
  },
  "inspect.owners-unknown": {
    en: "{count} lists of packages' files were not read or not as a whole, for instance {path}; programs in them count as nobody's",
    de: "{count} Dateilisten von Paketen wurden nicht oder nicht ganz gelesen, zum Beispiel {path}; Programme darin gelten als niemandes",
  },
  "inspect.not-searched": {
    en: "{count} files were not searched for secrets, because they have more than 32 MiB or thousands of secrets stand before them, for instance {path}",
    de: "{count} Dateien wurden nicht nach Geheimnissen durchsucht, weil sie über 32 MiB haben oder schon tausende Geheimnisse vor ihnen stehen, zum Beispiel {path}",
  },
  "inspect.secrets-keys": {
    en: "{count} files are binary and were searched for private keys only, not for tokens and passwords, for instance {path}",
    de: "{count} Dateien sind binär und wurden nur nach privaten Schlüsseln durchsucht, nicht nach Token und Passwörtern, zum Beispiel {path}",
  },
  "inspect.secrets-unparsed": {
    en: "{count} files with a name that promises credentials have more than 1 MiB or another form, and were searched as plain text, for instance {path}",
    de: "{count} Dateien, deren Name Zugangsdaten verspricht, haben über 1 MiB oder eine andere Form und wurden als bloßer Text durchsucht, zum Beispiel {path}",
  },
  "inspect.secrets-self-test": {
    en: "the keys for self tests in {count} crypto libraries of the system are not counted as secrets, for instance in {path}",
    de: "die Schlüssel für Selbsttests in {count} Kryptobibliotheken des Systems zählen nicht als Geheimnisse, zum Beispiel in {path}",
  },
  "inspect.secrets-examples": {
    en: "the sample secrets in {count} examples of packages' documentation are not counted, for instance in {path}",
    de: "die Mustergeheimnisse in {count} Beispielen aus der Dokumentation von Paketen zählen nicht, zum Beispiel in {path}",
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
  "inspect.skipped-capabilities": {
    en: "the capabilities of {count} files are not in a form that the kernel takes, or are too many, for instance {path}",
    de: "die Capabilities von {count} Dateien haben keine Form, die der Kernel annimmt, oder sind zu viele, zum Beispiel {path}",
  },
  "inspect.skipped-elf": {
    en: "{count} files were not looked at for the protections of programs, because so many stand before them, for instance {path}",
    de: "{count} Dateien wurden nicht auf die Schutzmerkmale von Programmen angesehen, weil so viele vor ihnen stehen, zum Beispiel {path}",
  },
  "inspect.skipped-digests": {
    en: "no digests were made of {count} files, because so many stand before them, for instance {path}",
    de: "von {count} Dateien wurden keine Prüfsummen gebildet, weil so viele vor ihnen stehen, zum Beispiel {path}",
  },
  "inspect.elf-not-read": {
    en: "{count} programs or libraries were not looked at for their protections, because their head is malformed or they are stored with holes, for instance {path}",
    de: "{count} Programme oder Bibliotheken wurden nicht auf ihre Schutzmerkmale angesehen, weil ihr Kopf fehlerhaft ist oder sie mit Lücken gespeichert sind, zum Beispiel {path}",
  },
  "inspect.sums-not-compared": {
    en: "{count} files or lists of packages could not be compared with the packages' digests, for instance {path}",
    de: "{count} Dateien oder Listen von Paketen ließen sich nicht mit den Prüfsummen der Pakete vergleichen, zum Beispiel {path}",
  },
  "inspect.digests-of-kind": {
    en: "the digests that {kind} keeps of its packages' files are not compared by this version",
    de: "die Prüfsummen, die {kind} von den Dateien seiner Pakete führt, vergleicht diese Version nicht",
  },
  "inspect.include-not-read": {
    en: "{path} includes {target}, which depends on the host and was not read",
    de: "{path} bindet {target} ein, was vom Host abhängt und nicht gelesen wurde",
  },
  "inspect.not-a-bundle": {
    en: "{path} leads to a file that is no bundle of certificates",
    de: "{path} führt zu einer Datei, die keine Sammlung von Zertifikaten ist",
  },
  "inspect.view-below-a-file": {
    en: "{count} entries lie below something that is no folder and were left out, for instance {path}",
    de: "{count} Einträge liegen unter etwas, das kein Ordner ist, und wurden ausgelassen, zum Beispiel {path}",
  },
  "inspect.view-too-deep": {
    en: "{count} entries lie deeper than Linux takes and were left out, for instance {path}",
    de: "{count} Einträge liegen tiefer, als Linux zulässt, und wurden ausgelassen, zum Beispiel {path}",
  },
  "inspect.view-no-link-target": {
    en: "{count} hard links have no file to link to and were left out, for instance {path}",
    de: "{count} harte Links haben keine Datei als Ziel und wurden ausgelassen, zum Beispiel {path}",
  },
  "inspect.view-whiteout": {
    en: "{count} whiteouts name nothing that can be removed, for instance {path}",
    de: "{count} Whiteouts nennen nichts, was entfernt werden kann, zum Beispiel {path}",
  },
  "inspect.more-limits": {
    en: "{count} more things were not read and are not listed",
    de: "{count} weitere Dinge wurden nicht gelesen und sind nicht aufgeführt",
  },
  "inspect.more-secrets": {
    en: "{count} more secrets are masked as well, but not listed",
    de: "{count} weitere Geheimnisse sind ebenfalls maskiert, aber nicht aufgeführt",
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
  "inspect.no-engine": {
    en: "the images come from a file, so there is no engine, container or host to look at",
    de: "die Images stammen aus einer Datei, daher gibt es weder Engine noch Container oder Host zu betrachten",
  },
} as const satisfies PhraseTable;
